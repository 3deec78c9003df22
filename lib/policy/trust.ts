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
  return (
    record.entries >= ladder.entries &&
    record.reviewers >= ladder.reviewers &&
    record.days >= ladder.days &&
    turnedDownOf(record) < ladder.mostTurnedDown
  )
}

function turnedDownOf({ accepted, declined, reverted }: TrackRecord): number {
  const decided = accepted + declined
  return decided === 0 ? 1 : (declined + reverted) / decided
}

/** What an account still lacks: nothing is published yet, some more, a few more, fewer turned down, other reviewers, time. */
export const lacking = ['begin', 'more', 'few', 'turnedDown', 'reviewers', 'days'] as const
export type Lacking = (typeof lacking)[number]

/** What a track record lacks most to earn trust; null where it lacks nothing. */
export function lackingOf(record: TrackRecord, ladder = trustLadder): Lacking | null {
  if (record.entries === 0) return 'begin'
  if (turnedDownOf(record) >= ladder.mostTurnedDown) return 'turnedDown'
  if (record.entries < ladder.entries) return record.entries < ladder.entries * 0.6 ? 'more' : 'few'
  if (record.reviewers < ladder.reviewers) return 'reviewers'
  return record.days < ladder.days ? 'days' : null
}
