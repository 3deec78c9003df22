import { bigint, index, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { entry } from '../entries/schema'

/**
 * What a source's head is known by, so that the same source in other clothes is found: `url:…` of its address and its
 * archived copy (`lib/addresses/address-key.ts`), `doi:…`, `isbn:…`. Derived when a source is published.
 */
export const sourceKey = pgTable(
  'source_key',
  {
    sourceId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    position: smallint().notNull(),
    key: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.position] }),
    // By its hash: an address may be longer than an index key.
    index('source_key_key').using('hash', t.key),
  ],
)
