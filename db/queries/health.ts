import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'

/** Asks the database for nothing in particular. Throws when it does not answer. */
export async function isDatabaseUp(db: Queryable): Promise<boolean> {
  const rows = await db.execute(sql`select 1`)
  return rows.length === 1
}
