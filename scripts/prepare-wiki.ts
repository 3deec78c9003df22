import { resolve } from 'node:path'
import { migrateDatabase } from '@/db/migrate'
import { env } from '@/lib/env'
import { say } from './say'

/** Brings the database that the environment names up to date, and fills an empty wiki. */
export async function prepareWiki(): Promise<void> {
  say('Bringing the database up to date')
  await migrateDatabase({
    migrationUrl: env.migrationUrl,
    applicationUrl: env.databaseUrl,
    folder: resolve('drizzle'),
  })
}
