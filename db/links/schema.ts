import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { entry } from '../entries/schema'
import { fieldType } from '../wiki/schema'

export const linkKind = pgEnum('link_kind', ['about', 'cites', 'mentions', 'embeds', 'category'])
export type LinkKind = (typeof linkKind.enumValues)[number]

/**
 * Where only closed parts of a text link: the places from which on one of them is open, by their pages, 0 for a place that
 * nobody knows; null where an open part does.
 */
const behind = () => bigint({ mode: 'number' }).array()

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
    behind: behind(),
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
    behind: behind(),
  },
  (t) => [
    primaryKey({ columns: [t.fromId, t.key, t.since] }),
    uniqueIndex('title_link_open').on(t.key, t.fromId).where(sql`${t.until} is null`),
  ],
)

/**
 * The titles that most texts link to and that no page had when they were counted, now and then: which of them are shown
 * is decided when they are read.
 */
export const wantedTitle = pgTable('wanted_title', {
  key: text().primaryKey(),
  links: integer().notNull(),
})

/** The order at the other end of a relation: by place in a work, then by title. Follows the page's own. */
const orderAtOtherEnd = { ordinal: integer().notNull(), sortKey: text().notNull() }

/**
 * That an entry names a page in a typed field: derived from published content like `link`, with the same `since` and
 * `until`. Two fields may name one page.
 */
export const relation = pgTable(
  'relation',
  {
    fromId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    toId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    /** The field with its kind, like `character.played_by`; see `lib/fields`. */
    field: text().notNull(),
    /** The position among the pages that the field names. */
    position: smallint().notNull(),
    since: bigint({ mode: 'number' }).notNull(),
    until: bigint({ mode: 'number' }),
    ...orderAtOtherEnd,
  },
  (t) => [
    primaryKey({ columns: [t.fromId, t.field, t.toId, t.since] }),
    uniqueIndex('relation_open').on(t.fromId, t.field, t.toId).where(sql`${t.until} is null`),
    index('relation_to_open')
      .on(t.toId, t.field, t.ordinal, t.sortKey, t.fromId)
      .where(sql`${t.until} is null`),
    index('relation_to').on(t.toId, t.field, t.since),
    // Which pages a field names at all.
    index('relation_field_open').on(t.field, t.toId).where(sql`${t.until} is null`),
  ],
)

/** The same by a title: to the page that has the title when it is read, as `titleLink` is to `link`. */
export const titleRelation = pgTable(
  'title_relation',
  {
    fromId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    key: text().notNull(),
    field: text().notNull(),
    position: smallint().notNull(),
    since: bigint({ mode: 'number' }).notNull(),
    until: bigint({ mode: 'number' }),
    ...orderAtOtherEnd,
  },
  (t) => [
    primaryKey({ columns: [t.fromId, t.field, t.key, t.since] }),
    uniqueIndex('title_relation_open').on(t.fromId, t.field, t.key).where(sql`${t.until} is null`),
    // Which titles a field names at all.
    index('title_relation_field_open').on(t.field, sql`${t.key} collate "C"`).where(sql`${t.until} is null`),
    index('title_relation_to').on(t.key, t.field, t.ordinal, t.sortKey, t.fromId),
  ],
)

/**
 * What the infobox of a page's head says, read by the types of its fields: one row for each number, date, and yes or no,
 * and one for what does not fit its type. Pages are in relations, words in the text.
 */
export const fieldValue = pgTable(
  'field_value',
  {
    entryId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    field: text().notNull(),
    position: smallint().notNull(),
    type: fieldType().notNull(),
    /** Whether what was written could be read as the type; if not, it is shown as the text that it is. */
    fits: boolean().notNull(),
    number: doublePrecision(),
    unit: text(),
    /** The first and the last day that a date may mean: both the same for a known day. */
    firstDay: date({ mode: 'string' }),
    lastDay: date({ mode: 'string' }),
    /** "c. 2019" is approximate. */
    isApproximate: boolean(),
    boolean: boolean(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.field, t.position] }),
    index('field_value_unfit').on(t.entryId, t.field).where(sql`not ${t.fits}`),
    index('field_value_field').on(t.field, t.entryId),
    // The dates of one kind in the order in which they lie.
    index('field_value_day')
      .on(sql`split_part(${t.field}, '.', 1)`, t.firstDay, t.lastDay, t.entryId, t.field, t.position)
      .where(sql`${t.firstDay} is not null`),
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
