import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { entry } from '../entries/schema'

export const linkKind = pgEnum('link_kind', ['about', 'cites', 'mentions', 'embeds', 'category'])
export type LinkKind = (typeof linkKind.enumValues)[number]

/**
 * Derived from published content. `since` and `until` are in the publish sequence, so that an old page can show its
 * facts as of then; current links have no `until`.
 */
export const link = pgTable(
  'link',
  {
    fromId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    toId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    kind: linkKind().notNull(),
    /** The position among the links of its kind: the first `about` is the main page. */
    position: smallint().notNull(),
    since: bigint({ mode: 'number' }).notNull(),
    until: bigint({ mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.fromId, t.kind, t.toId, t.since] }),
    uniqueIndex('link_open').on(t.fromId, t.kind, t.toId).where(sql`${t.until} is null`),
    index('link_to_open').on(t.toId, t.kind, t.fromId).where(sql`${t.until} is null`),
    index('link_to').on(t.toId, t.kind, t.since),
    // The order in which a page shows the facts about it, current or as of any time: its own first.
    index('link_about').on(t.toId, sql`(${t.position} > 0)`, t.fromId).where(sql`${t.kind} = 'about'`),
  ],
)

/**
 * Links by title instead of by entry: to the page that has the title when they are read, by the title's key. Derived
 * like `link`, and with the same `since` and `until`.
 */
export const titleLink = pgTable(
  'title_link',
  {
    fromId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    key: text().notNull(),
    since: bigint({ mode: 'number' }).notNull(),
    until: bigint({ mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.fromId, t.key, t.since] }),
    uniqueIndex('title_link_open').on(t.key, t.fromId).where(sql`${t.until} is null`),
  ],
)

/**
 * What a release derives from texts that were published before it, and up to which entry's id it has come; `isDone`
 * when nothing is left.
 */
export const derivation = pgTable('derivation', {
  name: text().primaryKey(),
  throughId: bigint({ mode: 'number' }).notNull(),
  isDone: boolean().notNull(),
})
