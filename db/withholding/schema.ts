import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgEnum, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'
import { entry } from '../entries/schema'

export const withheldPart = pgEnum('withheld_part', ['text', 'summary', 'author'])
export const withheldStrength = pgEnum('withheld_strength', ['hidden', 'suppressed', 'erased'])

/** A range of an entry's revisions of which a part is not shown: hidden, suppressed or erased. */
export const withholding = pgTable(
  'withholding',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    entryId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    fromNumber: integer().notNull(),
    toNumber: integer().notNull(),
    part: withheldPart().notNull(),
    strength: withheldStrength().notNull(),
    reason: text().notNull(),
    byId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    liftedAt: timestamp({ withTimezone: true }),
    /** When it ends by itself: what a report closed while moderators check it. Null for one that stays. */
    until: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('withholding_entry').on(t.entryId),
    check('withholding_range', sql`${t.fromNumber} <= ${t.toNumber}`),
    check('withholding_erased_stays', sql`${t.strength} <> 'erased' or ${t.liftedAt} is null`),
  ],
)
