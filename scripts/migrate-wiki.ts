import { resolve } from 'node:path'
import { migrateDatabase } from '@/db/postgres/migrate'
import { leadsThroughPooler } from '@/db/postgres/pooler'
import { env, SettingError } from '@/lib/env'

/** Brings the database that the environment names up to date. Refuses one behind an undeclared pooler. */
export async function migrateWiki(): Promise<void> {
  await ensurePoolerIsKnown()
  const { migrationUrl, databaseUrl: applicationUrl, workerUrl } = env
  return migrateDatabase({ migrationUrl, applicationUrl, workerUrl, folder: resolve('drizzle') })
}

/**
 * The driver sends its `commit` as a named prepared statement. Through a pooler that shares sessions that name can be
 * missing; the transaction is rolled back, and the driver, trying again, takes an empty commit for a success.
 */
export async function ensurePoolerIsKnown(): Promise<void> {
  if (process.env.DATABASE_DIRECT_URL || !(await leadsThroughPooler(env.databaseUrl))) return
  throw new SettingError('DATABASE_URL leads through a pooler: DATABASE_DIRECT_URL must lead past it.')
}
