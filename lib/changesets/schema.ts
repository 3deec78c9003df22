import { z } from 'zod'
import { listOf } from '@/lib/input/lists'
import { parsedLater } from '@/lib/input/parsed-later'
import { contentKinds } from '@/lib/kinds/registry'
import { issueText } from '@/lib/messages/message'
import { coded, line } from '@/lib/text/plain'

export const MOST_ITEMS = 20
export const MOST_SUMMARY = 300

/** The key under which a write is answered once, however often it is sent. */
export const idempotencyKey = coded(/^[A-Za-z0-9_-]{8,64}$/, 64)

const itemSchema = z
  .strictObject({
    kind: z.enum(contentKinds),
    /** Null for a new entry; the others of the changeset name it by its temporary id. */
    entryId: z.number().int().positive().nullable(),
    /** The number of the revision that the author started from; null for a new entry. */
    baseNumber: z.number().int().positive().nullable(),
    /** The round of one's own open edit that this one is based on; without it, it is based on revision `baseNumber`. */
    baseRoundId: z.number().int().positive().nullish(),
    /** Parsed by `parseContent`, which bounds it first. */
    content: parsedLater,
  })
  .refine(
    (item) => (item.entryId === null) === (item.baseNumber === null),
    'an existing entry is edited from a base',
  )
  .refine((item) => item.entryId !== null || !item.baseRoundId, 'a new entry is based on nothing')

/** What somebody sends to be published: 1-20 entries, accepted whole. */
export const changesetSchema = z.strictObject({
  key: idempotencyKey,
  summary: line(MOST_SUMMARY),
  isMinor: z.boolean(),
  items: listOf(itemSchema, MOST_ITEMS)
    .refine((items) => items.length > 0, issueText('errors.content.atLeastItems', 1))
    .refine((items) => {
      const ids = items.flatMap((item) => item.entryId ?? [])
      return new Set(ids).size === ids.length
    }, 'an entry stands in a changeset once'),
})

export type Changeset = z.infer<typeof changesetSchema>
