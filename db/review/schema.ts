import { bigint, index, pgEnum, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'
import { submissionRound } from '../submissions/schema'

export const verdict = pgEnum('verdict', ['accept', 'decline', 'request_changes'])

/** One vote per account and round. Private life takes two. */
export const vote = pgTable(
  'vote',
  {
    roundId: bigint({ mode: 'number' })
      .notNull()
      .references(() => submissionRound.id),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    verdict: verdict().notNull(),
    reason: text(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.accountId] }),
    index('vote_account').on(t.accountId, t.roundId),
  ],
)

/** At most one decision a round: the primary key is the rule. */
export const decision = pgTable(
  'decision',
  {
    roundId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => submissionRound.id),
    verdict: verdict().notNull(),
    byId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    reason: text(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('decision_by').on(t.byId, t.roundId)],
)
