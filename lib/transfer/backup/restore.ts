import { fillEmptyDatabase, type Target } from '@/db/backup/empty-database'
import type { BackupTable } from '@/db/backup/tables'
import type { MigrateOptions } from '@/db/postgres/migrate'
import { BackupError } from './backup-error'
import { digestOf } from './digest'
import type { Contents, TableLine } from './format'
import { type Part, readBackup } from './read'
import { verifyBackup } from './verify'

/**
 * Restores a backup into an empty database: reads it through first, then fills the database in one transaction,
 * compares every table with its digest, and brings the schema up to date. On any error the database stays empty. Throws
 * `BackupError` or `NotEmptyError`.
 */
export async function restoreBackup(file: string, database: MigrateOptions): Promise<Contents> {
  const contents = await verifyBackup(file)
  await fillEmptyDatabase(database, contents.header.schema, async (target) => {
    await fill(target, file)
    await compare(target, contents)
  })
  return contents
}

async function fill(target: Target, file: string): Promise<void> {
  const parts = readBackup(file)
  for await (const part of parts) {
    if (part.kind === 'table') await target.fill(tableOf(target, part.table), rowsOf(parts))
    if (part.kind === 'sequences') await target.setSequences(part.sequences)
  }
}

/** The table of the schema for a table of the backup; their columns must be the same. */
function tableOf({ tables }: Target, { table, columns }: TableLine): BackupTable {
  const known = tables.find(({ name }) => name === table)
  if (known?.columns.join() === columns.join()) return known
  throw new BackupError(
    `The backup is damaged: its table ${table} is none of its schema. Nothing was changed.`,
  )
}

async function* rowsOf(parts: AsyncGenerator<Part>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await parts.next()
    if (done || value.kind !== 'rows') return
    yield value.rows
  }
}

async function compare(target: Target, { tables }: Contents): Promise<void> {
  const written = new Map(tables.map(({ end, sha256 }) => [end, sha256]))
  for (const table of target.tables) {
    const { sha256 } = await digestOf(target.rows(table))
    if (sha256 === written.get(table.name)) continue
    throw new BackupError(
      `The rows of ${table.name} did not arrive as they were written. Nothing was changed.`,
    )
  }
}
