import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { bigint, customType, index, pgTable, text } from 'drizzle-orm/pg-core'
import { type EntryKind, entry, entryKind, entryKinds } from '../entries/schema'

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
