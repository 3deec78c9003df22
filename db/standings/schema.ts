import { bigint, index, integer, pgEnum, pgTable } from 'drizzle-orm/pg-core'
import { entry } from '../entries/schema'

export const standing = pgEnum('standing', [
  'superseded',
  'disputed',
  'in_story',
  'corroborated',
  'first_hand',
  'original_named',
  'reported',
  'unsourced',
])
export type Standing = (typeof standing.enumValues)[number]

/** A fact's computed standing. */
export const factStanding = pgTable(
  'fact_standing',
  {
    entryId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => entry.id),
    standing: standing().notNull(),
    supports: integer().notNull(),
    contradicts: integer().notNull(),
    narrows: integer().notNull(),
    /** Opened supporting sources stated to be independent of each other. */
    independent: integer().notNull(),
    /** The publish sequence of the last change that it depends on. */
    sequence: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [index('fact_standing_list').on(t.standing, t.sequence, t.entryId)],
)

/**
 * A source has changed that more facts cite than are computed at once: the facts beyond `afterId`, in the order of
 * their ids, are still to be computed.
 */
export const standingDue = pgTable('standing_due', {
  sourceId: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => entry.id),
  afterId: bigint({ mode: 'number' }).notNull(),
})
