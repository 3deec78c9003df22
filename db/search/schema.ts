import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { bigint, customType, index, pgTable, text } from 'drizzle-orm/pg-core'
import { type EntryKind, entry, entryKind, entryKinds } from '../entries/schema'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * Ranges of entry ids, oldest first, each some thirty times as large as the one before, with an index each. Search
 * reads one after the other and stops when it has enough; a single index would collect every place of a frequent word
 * before giving the first. Each entry is in one range only.
 */
export const searchRanges = (entryId: SQLWrapper): [name: string, condition: SQL][] => [
  ['first', sql`${entryId} <= 30000`],
  ['next', sql`${entryId} > 30000 and ${entryId} <= 1000000`],
  ['rest', sql`${entryId} > 1000000`],
]

/** The search data: one row per shown entry, replaced by `publish()`. */
export const searchRow = pgTable(
  'search_row',
  {
    entryId: bigint({ mode: 'number' })
      .primaryKey()
      .references(() => entry.id),
    kind: entryKind().$type<EntryKind>().notNull(),
    label: text().notNull(),
    text: text().notNull(),
    /** The PostgreSQL configuration that the words were extracted with: that of the entry's language. */
    configuration: text().notNull().default('english'),
    vector: tsvector(),
  },
  (t) => [
    index('search_row_configuration').on(t.configuration),
    // Candidates are limited per kind, so that the many never crowd out the few.
    ...entryKinds.flatMap((kind) =>
      searchRanges(t.entryId).map(([name, isInRange]) =>
        index(`search_row_${kind}_words_${name}`)
          .using('gin', t.vector)
          .where(sql`${t.kind} = ${sql.raw(`'${kind}'`)} and ${isInRange}`),
      ),
    ),
    // A page is found by its titles (`title_letters`); a fact's label is a whole sentence, found by its words.
    index('search_row_source_label').using('gin', sql`label gin_trgm_ops`).where(sql`${t.kind} = 'source'`),
  ],
)

/**
 * Words that entries have, folded: what a word with a slip may have been. Gathered now and then, so a new word comes
 * late; what is offered is looked for first, so a word that no reader may find is offered to none.
 */
export const searchWord = pgTable('search_word', { word: text().primaryKey() }, () => [
  index('search_word_letters').using('gin', sql`word gin_trgm_ops`),
])
