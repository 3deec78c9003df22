import { z } from 'zod'
import { listOf } from '@/lib/input/lists'
import { issueText } from '@/lib/messages/message'
import { readDoi, readIsbn } from '@/lib/text/identifiers'
import { entryRef, languageTag, line, storable, webAddress } from '@/lib/text/plain'
import { writtenDate } from './written-date'

/** Types after CSL 1.0.2, as far as this wiki's sources need them. */
export const sourceTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'broadcast',
  'chapter',
  'interview',
  'motion_picture',
  'post',
  'post-weblog',
  'webpage',
] as const

/**
 * What a source repeats: unknown, nothing (stated in a reviewed revision), or another source; or it is the work itself:
 * an episode, a film, a chapter, with the page of this wiki that is about it.
 */
const derivedFromSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('work'), page: entryRef.nullable().default(null) }),
  z.strictObject({ kind: z.literal('source'), source: entryRef }),
])

/** A DOI in any of its spellings, stored as `10.…/…` in lower case. */
const doi = identifier(readDoi, issueText('errors.source.doi'))

/** An ISBN of ten or thirteen digits, with or without hyphens, stored as thirteen digits. */
const isbn = identifier(readIsbn, issueText('errors.source.isbn'))

function identifier(read: (text: string) => string | null, wrong: string) {
  return storable(500).transform((text, context) => {
    const found = read(text)
    if (found === null) context.issues.push({ code: 'custom', input: text, message: wrong })
    return found ?? z.NEVER
  })
}

/**
 * The content of a source's revision: a bibliographic record, CSL-JSON shaped. What came with version 2 may be left out:
 * drafts in browsers and programs were written before it.
 */
export const sourceContentSchema = z
  .strictObject({
    type: z.enum(sourceTypes),
    title: line(300).nullable(),
    /** What it is in words; shown when the title is unknown. */
    description: storable(2000).trim().nullable(),
    publisher: line(200).nullable(),
    authors: listOf(line(200), 20),
    issued: writtenDate.nullable(),
    /** The language that it is in (BCP 47). */
    language: languageTag.nullable().default(null),
    url: webAddress.nullable(),
    archiveUrl: webAddress.nullable(),
    doi: doi.nullable().default(null),
    isbn: isbn.nullable().default(null),
    /** Who carried or reported it, when it was not seen at its publisher's. */
    via: line(200).nullable(),
    derivedFrom: derivedFromSchema,
    /** For editors; not shown on the source's page. */
    note: storable(4000).trim().nullable(),
  })
  .refine((source) => source.title || source.description || source.url, {
    message: issueText('errors.source.title'),
    path: ['title'],
  })

export type SourceContent = z.infer<typeof sourceContentSchema>
