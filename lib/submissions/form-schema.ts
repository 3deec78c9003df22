import { z } from 'zod'
import { idempotencyKey, MOST_ITEMS, MOST_SUMMARY } from '@/lib/changesets/schema'
import { listOf } from '@/lib/input/lists'
import { parsedLater } from '@/lib/input/parsed-later'
import { contentKinds } from '@/lib/kinds/registry'
import { issueText } from '@/lib/messages/message'
import { ownSeenSchema } from '@/lib/submissions/own-schema'
import { line } from '@/lib/text/plain'

/**
 * What an editing form sends: one entry, the sources that its citations bring along, and pages that it is to be in. In
 * the content these have the temporary ids of `idAlong`, in their order. Contents are parsed on the write path.
 */
export const saveSchema = z.object({
  key: idempotencyKey,
  summary: line(MOST_SUMMARY),
  isMinor: z.boolean(),
  entryId: z.number().int().positive().nullable(),
  baseNumber: z.number().int().positive().nullable(),
  /** The round of one's own open edit that this one is based on. */
  baseRoundId: z.number().int().positive().nullish(),
  /** The submission whose next round this is, as it stood when its author looked. */
  amends: ownSeenSchema.nullish(),
  content: parsedLater,
  sources: listOf(parsedLater, MOST_ITEMS - 1, issueText('editing.tooManySources', MOST_ITEMS - 1)),
  /** Pages that are made along with it, named after the sources. */
  pages: listOf(parsedLater, MOST_ITEMS - 1, issueText('editing.tooManyPages', MOST_ITEMS - 1)).optional(),
})

export type SaveInput = z.infer<typeof saveSchema>

/** What a form sends to have it looked at before it is saved. */
export const previewSchema = saveSchema.extend({ kind: z.enum(contentKinds) })
