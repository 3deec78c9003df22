import type { TrackRecord } from '@/db/accounts/track-records'
import type { AccountActor } from './actor'

/** What trust takes; a wiki may set its own. */
export const trustLadder = { entries: 10, reviewers: 2, days: 7, mostTurnedDown: 0.2 }

/** Whether there is trust for this account to earn: the first step of the ladder, by edits and nothing else. */
export const mayEarnTrust = (actor: AccountActor) => actor.role === 'fan' && !actor.isBlocked

/**
 * Whether a track record earns trust: accepted edits on enough different entries, over enough days, decided by more than
 * one reviewer, and few of them declined or reverted.
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
