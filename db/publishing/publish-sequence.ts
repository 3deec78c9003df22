import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/postgres/client'

/** The next place in the publish sequence, for public changes without a revision. Under the publish lock. */
export async function drawSequence(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ place: number }>(sql`select nextval('publish_sequence')::int as place`)
  if (!row) throw new Error('no place in the publish sequence')
  return row.place
}
