import { sql } from 'drizzle-orm'
import type { Queryable } from '../client'

/** Asks the database for nothing in particular. Throws when it does not answer. */
export async function isDatabaseUp(client: Queryable): Promise<boolean> {
  const rows = await client.execute(sql`select 1`)
  return rows.length === 1
}
