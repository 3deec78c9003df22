import { z } from 'zod'
import { listOf } from '@/lib/input/lists'
import { issueText } from '@/lib/messages/message'
import { entryRef, line, partialDate, storable, webAddress } from '@/lib/text/plain'

/** Types after CSL 1.0.2, as far as this wiki's sources need them. */
export const sourceTypes = [
  'article',
  'article-magazine',
  'article-newspaper',
  'book',
  'broadcast',
  'interview',
  'motion_picture',
  'post',
  'post-weblog',
  'webpage',
] as const

/**
 * What a source repeats: unknown, nothing (stated in a reviewed revision), or another source; or it is the work itself:
 * an episode, a film, a chapter.
 */
const derivedFromSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('work') }),
  z.strictObject({ kind: z.literal('source'), source: entryRef }),
])

/** The content of a source's revision: a bibliographic record, CSL-JSON shaped. */
export const sourceContentSchema = z
  .strictObject({
    type: z.enum(sourceTypes),
    title: line(300).nullable(),
    /** Shown when the title is unknown. */
    description: storable(2000).trim().nullable(),
    publisher: line(200).nullable(),
    authors: listOf(line(200), 20),
    issued: partialDate.nullable(),
    url: webAddress.nullable(),
    archiveUrl: webAddress.nullable(),
    /** Who carried or reported it, when it was not seen at its publisher's. */
    via: line(200).nullable(),
    derivedFrom: derivedFromSchema,
    /** For editors; not shown on the source's page. */
    note: storable(4000).trim().nullable(),
  })
  .refine((source) => source.title || source.description, {
    message: issueText('errors.source.title'),
    path: ['title'],
  })

export type SourceContent = z.infer<typeof sourceContentSchema>
