import { sql } from 'drizzle-orm'
import type { Queryable } from './client'
import { schemaAt } from './migrations'

/** The name of the last migration of the database; null when this release does not know it. Throws when there is no answer. */
export async function findSchemaName(db: Queryable): Promise<string | null> {
  const [row] = await db.execute(sql`select max(created_at) as at from drizzle.__drizzle_migrations`)
  return schemaAt(Number(row?.at))?.name ?? null
}
