import { lockAccounts } from '@/db/accounts/blocks'
import type { Queryable, Tx } from '@/db/postgres/client'
import { castVote, findAcceptingVoters } from '@/db/review/votes'
import { mayDecide } from '@/lib/changesets/evaluate'
import type { PolicyCase } from '@/lib/changesets/policy-subjects'
import { RefusalError } from '@/lib/errors'
import type { Writing } from '@/lib/operations/writing'
import type { AccountActor } from '@/lib/policy/actor'
import { whyNot } from '@/lib/policy/refusals'

/** How many moderators must agree before something of a person's private life is published. */
const VOTES_FOR_PRIVATE_LIFE = 2

/** A round that is voted on: whose it is, and what it would do. */
export interface VotedOn {
  submissionId: number
  roundId: number
  roundNumber: number
  authorId: number
  cases: PolicyCase[]
}

/** Whether two must agree. */
export const takesTwo = (cases: PolicyCase[]) => cases.some(({ subject }) => subject.isPrivateLife)

/** Those who have agreed to a round and might still decide it as things are now, in turn. */
export async function agreeingNow(
  db: Queryable,
  { roundId, authorId, cases }: Pick<VotedOn, 'roundId' | 'authorId' | 'cases'>,
): Promise<AccountActor[]> {
  const agreeing = await findAcceptingVoters(db, roundId)
  return agreeing.filter((voter) => mayDecide(voter, cases, authorId))
}

/**
 * Locks the accounts that a decision rests on, in the order of their ids: the author, who may earn trust by it, and where
 * two must agree, everybody who has, and who is about to. Whoever is demoted or blocked at the same moment either was so
 * before, or is so once it is decided. To be called before anything else is locked but the submission and its entries.
 */
export async function lockThoseWhoDecide(tx: Tx, actor: AccountActor, round: VotedOn): Promise<void> {
  const { roundId, authorId, cases } = round
  const voters = takesTwo(cases) ? [actor, ...(await findAcceptingVoters(tx, roundId))] : []
  await lockAccounts(tx, [authorId, ...voters.map(({ id }) => id)])
}

/**
 * Votes for a round, in the transaction of the decision; gives how many votes are missing. A vote counts only while its
 * caster may decide. Whoever votes again has voted, and is recorded, once. Throws a `RefusalError` when the actor's own
 * vote does not count any more.
 */
export async function voteFor(
  { tx, audited, happened }: Writing<'submission.vote', 'submission.voted'>,
  actor: AccountActor,
  round: VotedOn,
): Promise<number> {
  const { roundId, submissionId, roundNumber, cases } = round
  const isFirst = await castVote(tx, { roundId, accountId: actor.id, verdict: 'accept' })
  const agreeing = await agreeingNow(tx, round)
  if (!agreeing.some(({ id }) => id === actor.id)) throw new RefusalError(whyNot(actor, 'decide'))
  const missing = Math.max(0, (takesTwo(cases) ? VOTES_FOR_PRIVATE_LIFE : 1) - agreeing.length)
  if (missing > 0 && isFirst) {
    audited('submission.vote', { detail: { submission: submissionId, round: roundNumber } })
    happened({ name: 'submission.voted', submissionId })
  }
  return missing
}
