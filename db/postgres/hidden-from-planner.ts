import { type SQL, sql } from 'drizzle-orm'

/**
 * An id or a word whose value the planner does not see, so that it uses the index that begins with it. For a frequent
 * value it would scan in the wanted order, expecting to find rows soon, and read far where all of them are old.
 */
export const hiddenFromPlanner = (id: number): SQL<number> => sql<number>`(select ${id}::bigint)`

/** The same for a text, and for what a label is compared with: the trigram index is used, and no table scan. */
export const textHiddenFromPlanner = (text: string): SQL<string> => sql<string>`(select ${text}::text)`
