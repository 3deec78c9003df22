import { findActsOnSubmission } from '@/db/audit/audit'
import type { Queryable } from '@/db/postgres/client'
import { findDecisionsInTurn } from '@/db/review/decisions'
import type { ListedSubmission } from '@/db/review/review'
import { findRounds } from '@/db/submissions/submissions'
import type { ActName } from '@/lib/audit'
import type { Moment } from './case'

const momentOfAct = {
  'submission.amend': 'amended',
  'submission.reopen': 'reopened',
  'submission.withdraw': 'withdrawn',
  'submission.overtaken': 'overtaken',
} as const satisfies Partial<Record<ActName, Moment['what']>>

/** Everything that happened with a submission, the newest first: who, when, and why. */
export async function storyOf(db: Queryable, { id, author, createdAt }: ListedSubmission): Promise<Moment[]> {
  const [acts, decisions, rounds] = await Promise.all([
    findActsOnSubmission(db, author.id, id, Object.keys(momentOfAct)),
    findDecisionsInTurn(db, id),
    findRounds(db, id),
  ])
  // Written in one transaction, at one moment.
  const roundAt = new Map(rounds.map(({ number, at }) => [at.getTime(), number]))
  const moments: Omit<Moment, 'round'>[] = [
    { what: 'sent', at: createdAt, by: author, reason: null },
    ...acts.map(({ act, at, byId, byName }) => ({
      what: momentOfAct[act as keyof typeof momentOfAct],
      at,
      by: { id: byId, name: byName },
      reason: null,
    })),
    ...decisions.map(({ verdict, ...decided }) => ({ ...decided, what: verdict })),
  ]
  return moments
    .map((moment) => ({
      ...moment,
      round: begins(moment) ? (roundAt.get(moment.at.getTime()) ?? null) : null,
    }))
    .sort((one, other) => other.at.getTime() - one.at.getTime())
}

const begins = ({ what }: Pick<Moment, 'what'>) =>
  what === 'sent' || what === 'amended' || what === 'reopened'
