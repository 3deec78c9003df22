import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'
import { entry } from '../entries/schema'
import { submission } from '../submissions/schema'

/** An author on another wiki whose text was imported. */
export const externalAuthor = pgTable(
  'external_author',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    wiki: text().notNull(),
    name: text().notNull(),
  },
  (t) => [unique('external_author_name').on(t.wiki, t.name)],
)

export const publishedVia = pgEnum('published_via', ['edit', 'accept', 'revert', 'rollback', 'import'])

/**
 * A published snapshot. The numbers of an entry form one line: each but the first points at the one before, so there is
 * no gap and no fork. Rows are never changed: a trigger and the application's role both prevent it.
 */
export const revision = pgTable(
  'revision',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    entryId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    number: integer().notNull(),
    parentNumber: integer().generatedAlwaysAs(sql`nullif(number - 1, 0)`),
    /** The wiki's publish sequence: follows the order of commits. */
    sequence: bigint({ mode: 'number' }).notNull().unique(),
    authorId: bigint({ mode: 'number' }).references(() => account.id),
    externalAuthorId: bigint({ mode: 'number' }).references(() => externalAuthor.id),
    externalRevisionId: text(),
    /** Where an imported text comes from. */
    origin: text(),
    licence: text().notNull().default('CC-BY-SA-4.0'),
    summary: text().notNull(),
    isMinor: boolean().notNull().default(false),
    via: publishedVia().notNull(),
    /** The classes of change: wording, evidence, structure. */
    touches: text().array().notNull(),
    /** Somebody else reviewed it, or its author may decide: only then does it count for a fact's standing. */
    isReviewed: boolean().notNull(),
    /** How many words the text has, so that histories show sizes without reading texts. */
    words: integer().notNull().default(0),
    /** SHA-256 of salt and canonical text; the salt is stored with the content and erased with it. */
    hash: text().notNull(),
    submissionId: bigint({ mode: 'number' }).references(() => submission.id),
    /** The revision whose text this one restored. */
    restoresNumber: integer(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('revision_line').on(t.entryId, t.number),
    unique('revision_of_entry').on(t.id, t.entryId),
    foreignKey({
      name: 'revision_parent',
      columns: [t.entryId, t.parentNumber],
      foreignColumns: [t.entryId, t.number],
    }),
    check('revision_number_positive', sql`${t.number} >= 1`),
    check('revision_one_author', sql`num_nonnulls(${t.authorId}, ${t.externalAuthorId}) = 1`),
    index('revision_author').on(t.authorId, t.sequence),
    index('revision_submission').on(t.submissionId).where(sql`${t.submissionId} is not null`),
    // For what was published together, and who published anything since a day.
    index('revision_created').on(t.createdAt, t.authorId, t.via),
    // For recent changes without the small ones.
    index('revision_not_minor').on(t.sequence).where(sql`not ${t.isMinor}`),
    // For an entry as of a place in the publish sequence.
    index('revision_as_of').on(t.entryId, t.sequence),
  ],
)

/** The content of a revision, in a row of its own, so that an erasure leaves the revision as a tombstone. */
export const revisionContent = pgTable('revision_content', {
  revisionId: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => revision.id),
  schemaVersion: smallint().notNull(),
  salt: text().notNull(),
  content: jsonb().notNull(),
})

/** Who thanked whom for which edit: once a person and edit. Nothing counts or lists them. */
export const thanks = pgTable(
  'thanks',
  {
    revisionId: bigint({ mode: 'number' })
      .notNull()
      .references(() => revision.id),
    byId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.byId] })],
)

/** Somebody with the right reviewed a revision that had gone live unreviewed. */
export const patrol = pgTable(
  'patrol',
  {
    revisionId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => revision.id),
    byId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('patrol_by').on(t.byId, t.revisionId)],
)
