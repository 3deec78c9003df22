import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { type EntryKind, entry, entryKind, entryKinds } from '../entries/schema'

export const linkKind = pgEnum('link_kind', ['about', 'cites', 'mentions', 'embeds', 'category'])
export type LinkKind = (typeof linkKind.enumValues)[number]

/**
 * Derived from published content, never typed. `since` and `until` are in the publish sequence, so that an old page
 * can show its facts as they stood; the links of today have no `until`.
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
    /** The place among the links of its kind: the first `about` is the main page. */
    position: smallint().notNull(),
    since: bigint({ mode: 'number' }).notNull(),
    until: bigint({ mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.fromId, t.kind, t.toId, t.since] }),
    uniqueIndex('link_open').on(t.fromId, t.kind, t.toId).where(sql`${t.until} is null`),
    index('link_to_open').on(t.toId, t.kind, t.fromId).where(sql`${t.until} is null`),
    index('link_to').on(t.toId, t.kind, t.since),
    // The order in which a page shows the facts about it, today's and those of any day: its own first.
    index('link_about').on(t.toId, sql`(${t.position} > 0)`, t.fromId).where(sql`${t.kind} = 'about'`),
  ],
)

/**
 * Links that name a title instead of an entry: to whatever stands under it today, which is looked up when they are read,
 * by the title's key. Derived like `link`, and with the same `since` and `until`.
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
 * What a release derives from texts that were published before it, and through which entry's id it has come; `isDone`
 * when nothing is left.
 */
export const derivation = pgTable('derivation', {
  name: text().primaryKey(),
  throughId: bigint({ mode: 'number' }).notNull(),
  isDone: boolean().notNull(),
})

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * Entries in stretches, in the order in which they came into being, each some thirty times as long as the one before.
 * Search looks through one after the other and stops when it has enough, so that a frequent word, of which a whole index
 * hands over every place before the first is taken, costs no more than another. Each entry is in one stretch alone.
 */
export const searchStretches = (entryId: SQLWrapper): [name: string, condition: SQL][] => [
  ['first', sql`${entryId} <= 30000`],
  ['next', sql`${entryId} > 30000 and ${entryId} <= 1000000`],
  ['rest', sql`${entryId} > 1000000`],
]

/** What search looks at: one row per shown entry, replaced by `publish()`. */
export const searchRow = pgTable(
  'search_row',
  {
    entryId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => entry.id),
    kind: entryKind().$type<EntryKind>().notNull(),
    label: text().notNull(),
    text: text().notNull(),
    /** By which of PostgreSQL's configurations the words were taken out: that of the language it is written in. */
    configuration: text().notNull().default('english'),
    vector: tsvector(),
  },
  (t) => [
    index('search_row_configuration').on(t.configuration),
    // Some for each kind, so that the many never crowd out the few, and each can be looked at up to a bound.
    ...entryKinds.flatMap((kind) =>
      searchStretches(t.entryId).map(([name, isInStretch]) =>
        index(`search_row_${kind}_words_${name}`)
          .using('gin', t.vector)
          .where(sql`${t.kind} = ${sql.raw(`'${kind}'`)} and ${isInStretch}`),
      ),
    ),
    // A page is called by its titles (`title_letters`); a fact's label is a whole sentence, which is found by its words.
    index('search_row_source_label').using('gin', sql`label gin_trgm_ops`).where(sql`${t.kind} = 'source'`),
  ],
)

export const standing = pgEnum('standing', [
  'superseded',
  'disputed',
  'corroborated',
  'first_hand',
  'original_named',
  'reported',
  'unsourced',
])
export type Standing = (typeof standing.enumValues)[number]

/** A fact's standing: computed, never typed. */
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
    /** The publish sequence of the last change that it rests on. */
    sequence: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [index('fact_standing_list').on(t.standing, t.sequence, t.entryId)],
)

/**
 * A source that more facts rest on than are weighed at once has changed: the facts beyond `afterId`, in the order of
 * their ids, are still to be weighed anew.
 */
export const standingDue = pgTable('standing_due', {
  sourceId: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => entry.id),
  afterId: bigint({ mode: 'number' }).notNull(),
})
