import { and, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/** A picture's bytes by their digest, and what it looks like; see `stored_object`. */
export interface Looks {
  sha256: string
  likeness: string | null
}

/**
 * The condition for a picture that is the same, or differs in at most `nearest` of the 128 bits of its likeness. It
 * compares every row: see record 043 for what that takes.
 */
export function looksLike(
  columns: { sha256: AnyPgColumn; likeness: AnyPgColumn },
  { sha256, likeness }: Looks,
  nearest: number,
): SQL | undefined {
  if (likeness === null) return eq(columns.sha256, sha256)
  const bits = (text: AnyPgColumn | string) => sql`('x' || ${text}::text)::bit(128)`
  const distance = sql`bit_count(${bits(columns.likeness)} # ${bits(likeness)})`
  return or(eq(columns.sha256, sha256), and(isNotNull(columns.likeness), sql`${distance} <= ${nearest}`))
}
