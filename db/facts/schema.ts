import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'
import { entry } from '../entries/schema'

export const checkVerdict = pgEnum('check_verdict', ['says', 'in_part', 'not'])
export type CheckVerdict = (typeof checkVerdict.enumValues)[number]
export const checkHow = pgEnum('check_how', ['opened', 'passage', 'place', 'owned'])
export type CheckHow = (typeof checkHow.enumValues)[number]
export const checkVoided = pgEnum('check_voided', ['wording', 'citation', 'source'])
export type CheckVoided = (typeof checkVoided.enumValues)[number]

/**
 * That somebody opened a source and compared it with a fact that cites it. It holds for these words and this citation: the
 * transaction that publishes others voids it.
 */
export const factCheck = pgTable(
  'fact_check',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    factId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    sourceId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    /** What was compared: see `lib/kinds/checked-key.ts`. */
    key: text().notNull(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    verdict: checkVerdict().notNull(),
    /** Opened and read; a passage of it; a place in it; or with a copy of their own. */
    how: checkHow().notNull(),
    /** The passage, or the place. */
    place: text(),
    /** The fact's revision that was compared. */
    revisionNumber: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    voidedAt: timestamp({ withTimezone: true }),
    voidedWhy: checkVoided(),
  },
  (t) => [
    uniqueIndex('fact_check_standing')
      .on(t.factId, t.sourceId, t.key, t.accountId)
      .where(sql`${t.voidedAt} is null`),
    index('fact_check_account').on(t.accountId, t.at, t.id),
    index('fact_check_source').on(t.sourceId).where(sql`${t.voidedAt} is null`),
    // Facts whose source does not say so.
    index('fact_check_not').on(t.factId).where(sql`${t.voidedAt} is null and ${t.verdict} = 'not'`),
    check('fact_check_place_length', sql`char_length(${t.place}) between 1 and 300`),
    check('fact_check_void', sql`(${t.voidedAt} is null) = (${t.voidedWhy} is null)`),
  ],
)
