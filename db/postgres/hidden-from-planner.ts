import { type SQL, sql } from 'drizzle-orm'

/**
 * An id or a word that the planner does not see, so that it goes by the index that begins with it. Seen, it takes what is
 * frequent to be found soon on any way that has the right order, and reads far where all of it is long ago.
 */
export const hiddenFromPlanner = (id: number): SQL<number> => sql<number>`(select ${id}::bigint)`

/** The same for a text, and for what a label is compared with: an index of its letters is gone by, and no table. */
export const textHiddenFromPlanner = (text: string): SQL<string> => sql<string>`(select ${text}::text)`
