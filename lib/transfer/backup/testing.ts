import { resolve } from 'node:path'
import { readSnapshot } from '@/db/backup/snapshot'
import type { MigrateOptions } from '@/db/migrate'
import type { TestDatabase } from '@/db/testing'
import { type Digest, digestOf } from './digest'

/** What a restore is to fill. */
export const asTarget = ({ url, migrationUrl }: TestDatabase): MigrateOptions => ({
  applicationUrl: url,
  migrationUrl,
  folder: resolve('drizzle'),
})

/** Everything that a database holds, table by table, and where its sequences stand. */
export function holdings(database: TestDatabase): Promise<Record<string, Digest | string>> {
  return readSnapshot(database.migrationUrl, async ({ tables, rows, sequences }) => {
    const found: Record<string, Digest | string> = {}
    for (const table of tables) found[table.name] = await digestOf(rows(table))
    for (const { name, value, isUsed } of await sequences()) found[name] = `${value} ${isUsed}`
    return found
  })
}
