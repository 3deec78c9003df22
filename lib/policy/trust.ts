import type { TrackRecord } from '@/db/accounts/track-records'
import type { AccountActor } from './actor'

/** The conditions for trust; a wiki may set its own. */
export const trustLadder = { entries: 10, reviewers: 2, days: 7, mostTurnedDown: 0.2 }

/** Whether this account can earn trust: the lowest role, by edits and nothing else. */
export const mayEarnTrust = (actor: AccountActor) => actor.role === 'fan' && !actor.isBlocked

/**
 * Whether a track record earns trust: accepted edits on enough different entries, over enough days, decided by more
 * than one reviewer, and few of them declined or reverted.
 */
export function earnsTrust(record: TrackRecord, ladder = trustLadder): boolean {
  const decided = record.accepted + record.declined
  const turnedDown = decided === 0 ? 1 : (record.declined + record.reverted) / decided
  return (
    record.entries >= ladder.entries &&
    record.reviewers >= ladder.reviewers &&
    record.days >= ladder.days &&
    turnedDown < ladder.mostTurnedDown
  )
}
