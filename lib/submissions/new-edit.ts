import type { Queryable } from '@/db/postgres/client'
import { findHeadNumbers } from '@/db/publishing/publishing'
import { findBaseRound, findRoundId } from '@/db/submissions/base-rounds'
import { madeIn } from '@/lib/changesets/base-text'
import { temporaryId } from '@/lib/content/temporary-id'
import type { RoundSeen } from './what-became-of'

/** What becomes of an amendment of what is published by now: a new edit, based on the text that was amended. */
export interface NewEdit {
  entryId: number
  baseNumber: number
  baseRoundId: number
  /** The entries that came with it, by the temporary ids that its texts named them by. */
  made: [number, number][]
}

/** A new edit on top of a round of one's own; null when its first entry is not there, or not known. */
export async function newEditOn(
  db: Queryable,
  { submissionId, roundNumber }: RoundSeen,
): Promise<NewEdit | null> {
  const roundId = await findRoundId(db, submissionId, roundNumber)
  const round = roundId === null ? null : await findBaseRound(db, roundId)
  const [first] = round?.items ?? []
  if (!round || !first) return null
  const made = await madeIn(db, round)
  const entryId = first.entryId ?? made.get(temporaryId(first.position))
  const baseNumber = entryId && (await findHeadNumbers(db, [entryId])).get(entryId)
  if (!entryId || !baseNumber) return null
  return { entryId, baseNumber, baseRoundId: round.roundId, made: [...made] }
}
