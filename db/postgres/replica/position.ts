import type { Sql } from 'postgres'

/**
 * A place in a database's write-ahead log (an LSN), as PostgreSQL writes it: two hexadecimal numbers of 32 bits, like
 * `0/1A2B3C`. Who has replayed the log up to it knows of everything that was committed before it.
 */
export type Position = string

/** Whether a text is a position. */
export const isPosition = (text: string): text is Position => /^[\da-f]{1,8}\/[\da-f]{1,8}$/i.test(text)

/** A position as a number of bytes, to be compared. Throws a `SyntaxError` when the text is no position. */
export function bytesOf(position: Position): bigint {
  const [high, low] = position.split('/')
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
}

/**
 * Where the log of a primary ends now. What a statement before it on the same connection saw had been committed, and a
 * commit's record is in the log before anybody can see what it did: so all of that lies before this place.
 */
export async function endOfLog(asking: Sql): Promise<Position | null> {
  const [row] = await asking<{ at: Position }[]>`select pg_current_wal_insert_lsn() as at`
  return row?.at ?? null
}
