import { resolve } from 'node:path'
import { readSnapshot } from '@/db/backup/snapshot'
import { closeClients } from '@/db/postgres/client'
import type { MigrateOptions } from '@/db/postgres/migrate'
import type { TestDatabase } from '@/db/postgres/testing'
import { type Digest, digestOf } from './digest'

/** The target of a restore. */
export const asTarget = ({ url, migrationUrl, workerUrl }: TestDatabase): MigrateOptions => ({
  applicationUrl: url,
  workerUrl,
  migrationUrl,
  folder: resolve('drizzle'),
})

/** Everything in a database, table by table, and the positions of its sequences. */
export function holdings(database: TestDatabase): Promise<Record<string, Digest | string>> {
  return readSnapshot(database.migrationUrl, async ({ tables, rows, sequences }) => {
    const found: Record<string, Digest | string> = {}
    for (const table of tables) found[table.name] = await digestOf(rows(table))
    for (const { name, value, isUsed } of await sequences()) found[name] = `${value} ${isUsed}`
    return found
  })
}

/** Does `work` on another database than the test file's own. */
export async function inside(database: TestDatabase, work: () => Promise<void>): Promise<void> {
  const { DATABASE_URL, DATABASE_MIGRATION_URL, DATABASE_WORKER_URL } = process.env
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    DATABASE_MIGRATION_URL: database.migrationUrl,
    DATABASE_WORKER_URL: database.workerUrl,
  })
  await closeClients()
  try {
    await work()
  } finally {
    await closeClients()
    Object.assign(process.env, { DATABASE_URL, DATABASE_MIGRATION_URL, DATABASE_WORKER_URL })
  }
}
