import type { Queryable } from '@/db/postgres/client'
import { type BaseRound, findBaseRound, findEntriesMadeBy } from '@/db/submissions/base-rounds'
import { isErased } from '@/db/withholding/withheld-items'
import { mapReferences, referencesOf } from '@/lib/content/references'
import { isTemporary, temporaryId } from '@/lib/content/temporary-id'
import { RefusalError, refuse } from '@/lib/errors'
import { type AnyContent, type ContentKind, kindOf, stored } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'

/** The text that an edit is based on: of an earlier edit of the same author, whatever has become of that. */
export interface BaseText {
  roundId: number
  submissionId: number
  authorId: number
  content: AnyContent
  state: BaseRound['state']
  /** That edit is not decided yet, and so this text not published. */
  isOpen: boolean
}

interface OfEntry {
  kind: ContentKind
  entryId: number | null
}

/**
 * What a round says of an entry. Where the round was accepted, the entries that it brought along are named by their ids.
 * Null when there is no such round, when it says nothing of this entry (any more), and when it names what is not there yet.
 */
export async function findBaseText(
  db: Queryable,
  roundId: number,
  { kind, entryId }: OfEntry,
): Promise<BaseText | null> {
  const round = await findBaseRound(db, roundId)
  if (!round || entryId === null) return null
  const made = await madeIn(db, round)
  const item = round.items.find((one) => (one.entryId ?? made.get(temporaryId(one.position))) === entryId)
  if (!item || item.entryKind !== kind || isErased(item)) return null
  const content = mapReferences(kindOf(kind), stored(kind, item), (id) => made.get(id) ?? id)
  if (referencesOf(kindOf(kind), content).some(({ to }) => isTemporary(to))) return null
  const { submissionId, authorId, state } = round
  const isOpen = state === 'waiting' || state === 'changes_requested'
  return { roundId, submissionId, authorId, content, state, isOpen }
}

/** The entries that a round made, by their temporary ids; none unless it was accepted. */
export async function madeIn(db: Queryable, round: BaseRound): Promise<Map<number, number>> {
  if (!round.isAccepted) return new Map()
  const made = await findEntriesMadeBy(db, round.submissionId)
  const fresh = round.items.filter((item) => item.entryId === null)
  return new Map(
    fresh.flatMap(({ position }, place) => (made[place] ? [[temporaryId(position), made[place]]] : [])),
  )
}

/**
 * Demands that each edit is based on a text of its own author and entry, if from any. What is another's is refused like
 * what is not there: it stays unsaid that it is there. Rounds never change, so that this can be asked before any lock.
 */
export async function demandOwnBases(
  db: Queryable,
  authorId: number,
  requested: (OfEntry & { baseRoundId?: number | null | undefined })[],
): Promise<void> {
  for (const one of requested) {
    if (!one.baseRoundId) continue
    const base = await findBaseText(db, one.baseRoundId, one)
    if (base?.authorId !== authorId) throw new RefusalError(refuse('not_found', codes().writing.baseNotFound))
  }
}
