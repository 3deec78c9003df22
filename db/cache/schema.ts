import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { bigint, boolean, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** The tags of what the places of works are read from (`lib/cache/tags.ts`). */
export const PLACES_FROM = ['places', 'settings', 'field-values'] as const

/** Whether an event is of those, as the index has it. */
export const isOfPlaces = (tags: SQLWrapper): SQL =>
  sql`${tags} && ${sql.raw(`array[${PLACES_FROM.map((tag) => `'${tag}'`).join(', ')}]`)}`

/**
 * A change of something public. Written in the transaction of the change, its id drawn under the publish lock, so ids
 * follow the order of commits; NOTIFY carries only the id.
 */
export const cacheEvent = pgTable(
  'cache_event',
  {
    id: bigint({ mode: 'number' }).primaryKey(),
    tags: text().array().notNull(),
    /** Withheld text must not be served again, not even while a render fails. */
    isWithholding: boolean().notNull().default(false),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('cache_event_at').on(t.at), index('cache_event_places').on(t.id).where(isOfPlaces(t.tags))],
)
