import { join, resolve } from 'node:path'
import { migrateDatabase } from '@/db/migrate'
import { leadsThroughPooler } from '@/db/pooler'
import { env, SettingError } from '@/lib/env'
import { seedWiki } from '@/lib/transfer/seed'
import { dataFolder } from './data-folder'
import { ensureDemoAccounts } from './demo-accounts'
import { say } from './say'

/** Brings the database that the environment names up to date, and fills a wiki that is empty. */
export async function prepareWiki({ isEmbedded }: { isEmbedded: boolean }): Promise<void> {
  say('Bringing the database up to date')
  await migrateWiki()
  const { seeded } = await seedWiki()
  if (seeded) say('Filled the empty wiki with its first pages')
  if (isEmbedded) await ensureDemoAccounts(join(dataFolder(), 'accounts.json'))
}

/** Brings the database that the environment names up to date. Refuses one behind a pooler that nobody has told of. */
export async function migrateWiki(): Promise<void> {
  await ensurePoolerIsKnown()
  const { migrationUrl, databaseUrl: applicationUrl } = env
  return migrateDatabase({ migrationUrl, applicationUrl, folder: resolve('drizzle') })
}

/**
 * The driver sends its `commit` as a statement prepared by name. Through a pooler that shares sessions that name can be
 * missing; the transaction is undone, and the driver, trying again, takes the commit of nothing for a success.
 */
export async function ensurePoolerIsKnown(): Promise<void> {
  if (process.env.DATABASE_DIRECT_URL || !(await leadsThroughPooler(env.databaseUrl))) return
  throw new SettingError('DATABASE_URL leads through a pooler: DATABASE_DIRECT_URL must lead past it.')
}
