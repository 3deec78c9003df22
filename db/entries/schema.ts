import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'
import { pageKind } from '../wiki/schema'

/** The kinds of entries; `lib/kinds/` declares them. */
export const entryKinds = ['page', 'fact', 'source', 'file'] as const
export type EntryKind = (typeof entryKinds)[number]
/** No gate, one from a place on, and one from a place that nobody has named yet. */
export const gateKinds = ['none', 'unknown', 'place'] as const
export type GateKind = (typeof gateKinds)[number]
export const entryKind = pgEnum('entry_kind', entryKinds)
export const protection = pgEnum('protection', ['open', 'trusted', 'moderators'])

/** The common part of page, fact, source and file. Only `publish()` moves the head. */
export const entry = pgTable(
  'entry',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: entryKind().$type<EntryKind>().notNull(),
    /** The number in the address (`/facts/17`), counted for each kind separately. */
    number: integer().notNull(),
    /**
     * Always a revision of this entry and set before commit: checked by a foreign key and a deferred trigger in
     * `drizzle/0001_guards.sql` (declared there, since revisions reference entries too).
     */
    headId: bigint({ mode: 'number' }),
    /** The head's label in plain text: a title, a statement, a source's title or description, what a file shows. */
    label: text().notNull(),
    /** Its head's spoiler gate: from where on it is shown; `unknown` stays closed. */
    gateKind: text({ enum: gateKinds }).notNull().default('none'),
    /** The page of the gate's place. */
    gatePageId: bigint({ mode: 'number' }).references((): AnyPgColumn => entry.id),
    protection: protection().notNull().default('open'),
    protectedUntil: timestamp({ withTimezone: true }),
    protectionReason: text(),
    deletedAt: timestamp({ withTimezone: true }),
    deletedById: bigint({ mode: 'number' }).references(() => account.id),
    deletionReason: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When the head last moved. */
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('entry_number').on(t.kind, t.number),
    // Entries are counted on this index alone.
    index('entry_shown').on(t.kind, t.number, t.gateKind, t.gatePageId).where(sql`${t.deletedAt} is null`),
    // What has a gate: few of all.
    index('entry_gated').on(t.gatePageId, t.kind).where(sql`${t.gateKind} <> 'none'`),
    // Pictures that are said to show next to nothing: `FEW_WORDS` in db/tasks/candidates.ts.
    index('entry_brief_file')
      .on(t.number)
      .where(sql`${t.kind} = 'file' and ${t.deletedAt} is null and char_length(${t.label}) < 25`),
    // For the last fact before a day began.
    index('entry_fact_age').on(t.createdAt, t.number).where(sql`${t.kind} = 'fact'`),
    // For the last change in each part of the sitemap: see `IN_A_PART` in db/sitemap.
    index('entry_sitemap')
      .on(t.kind, sql`((${t.number} - 1) / 2000)`, t.changedAt)
      .where(sql`${t.deletedAt} is null`),
  ],
)

/**
 * That an entry was merged into another of its kind, whose address its own leads to. As long as something still names it, it
 * is not deleted: a job puts the other in its place and deletes it then.
 */
export const entryMerge = pgTable(
  'entry_merge',
  {
    entryId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => entry.id),
    /** Never merged itself: what leads to an entry that is merged follows it. */
    intoId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    byId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    reason: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('entry_merge_into').on(t.intoId),
    index('entry_merge_by').on(t.byId),
    check('entry_merge_another', sql`${t.entryId} <> ${t.intoId}`),
  ],
)

/** What lists of pages need, derived from each page's head by `publish()`. */
export const pageFacet = pgTable(
  'page_facet',
  {
    entryId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => entry.id),
    kind: text()
      .notNull()
      .references(() => pageKind.key),
    /** The title's key: pages of a kind are listed and paged by it. */
    sortKey: text().notNull(),
    language: text().notNull(),
    isLivingPerson: boolean().notNull(),
    /** Since when nothing about their private life is published, because the person asked. */
    privateLifeClosedAt: timestamp({ withTimezone: true }),
    /** Seasons and episodes: the work and the position in it. */
    workId: bigint({ mode: 'number' }).references(() => entry.id),
    ordinal: smallint(),
  },
  (t) => [
    index('page_facet_list').on(t.kind, t.sortKey, t.entryId),
    // All pages by their titles without accents, whatever the database's collation; the beginning of a long one.
    index('page_facet_letter').on(
      sql`(left(regexp_replace(normalize(${t.sortKey}, NFD), '[\\u0300-\\u036f]+', '', 'g'), 40)) collate "C"`,
      sql`${t.sortKey} collate "C"`,
    ),
    index('page_facet_work').on(t.workId).where(sql`${t.workId} is not null`),
    // The pages that gates can name, the oldest first.
    index('page_facet_gating').on(t.entryId).where(sql`${t.workId} is not null and ${t.ordinal} is not null`),
    // The order of a kind's list: by work, by place in it, by title.
    index('page_facet_place').on(
      t.kind,
      sql`coalesce(${t.workId}, 0)`,
      sql`coalesce(${t.ordinal}, 0)`,
      t.sortKey,
    ),
  ],
)

/** What the rules about facts need, derived from each fact's head by `publish()`. */
export const factFacet = pgTable(
  'fact_facet',
  {
    entryId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => entry.id),
    isPrivateLife: boolean().notNull(),
    /** Until then its words are closed to the public, whatever it cites: reported, and being checked. */
    closedUntil: timestamp({ withTimezone: true }),
  },
  // Facts that are hidden while they are unsourced: only a few.
  (t) => [index('fact_facet_private').on(t.entryId).where(sql`${t.isPrivateLife}`)],
)

/**
 * A title. The key is NFC and locale-independent lower case, unique across the wiki; other titles are aliases. `folded` is
 * how search compares it (`foldedName` in lib/text); null until it is derived, where an earlier release wrote it.
 */
export const title = pgTable(
  'title',
  {
    key: text().primaryKey(),
    entryId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    text: text().notNull(),
    isCurrent: boolean().notNull(),
    folded: text(),
  },
  (t) => [
    uniqueIndex('title_one_current').on(t.entryId).where(sql`${t.isCurrent}`),
    index('title_entry').on(t.entryId),
    // For prefixes, whatever the database's collation.
    index('title_name_beginning').on(sql`coalesce(folded, key) text_pattern_ops`),
    // For similarity, in spite of typos.
    index('title_name_letters').using('gin', sql`coalesce(folded, key) gin_trgm_ops`),
    // What is not derived yet.
    index('title_unfolded').on(t.entryId).where(sql`${t.folded} is null`),
    check('title_key_not_empty', sql`${t.key} <> ''`),
  ],
)
