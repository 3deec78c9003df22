import { fillEmptyDatabase, type Target } from '@/db/backup/empty-database'
import type { BackupTable } from '@/db/backup/tables'
import type { MigrateOptions } from '@/db/postgres/migrate'
import { BackupError } from './backup-error'
import { digestOf } from './digest'
import type { Contents, TableLine } from './format'
import { erasedIn, nowhere, type ObjectTarget, putObject } from './objects'
import { type Part, readBackup } from './read'
import { verifyBackup } from './verify'

/**
 * Restores a backup into an empty database, and its pictures into `store`: reads it through first, then fills the
 * database in one transaction, compares every table with its digest, stores the bytes, and brings the schema up to date.
 * What `store` says was erased is left out. On any error the database stays empty, and what was stored has no row.
 * Throws `BackupError`, `NotEmptyError` or `StoreAwayError`.
 */
export async function restoreBackup(
  file: string,
  database: MigrateOptions,
  store: ObjectTarget,
): Promise<Contents> {
  const contents = await verifyBackup(file)
  await fillEmptyDatabase(database, contents.header.schema, async (target) => {
    const parts = readBackup(file)
    try {
      await fillTables(target, parts)
      await compare(target, contents)
      await fillStore(target, parts, store)
    } finally {
      await parts.return(undefined)
    }
  })
  return contents
}

async function fillTables(target: Target, parts: AsyncGenerator<Part>): Promise<void> {
  for (;;) {
    const { value: part, done } = await parts.next()
    if (done) return
    if (part.kind === 'table') await target.fill(tableOf(target, part.table), rowsOf(parts))
    if (part.kind === 'sequences') return target.setSequences(part.sequences)
  }
}

/** The objects of the backup are those that its rows name, in the same order: no row is without bytes. */
async function fillStore(target: Target, parts: AsyncGenerator<Part>, store: ObjectTarget): Promise<void> {
  const erased = await erasedIn(store)
  for await (const named of target.objects()) {
    const { value: part } = await parts.next()
    if (part?.kind !== 'object' || part.object.object !== named.sha256 || part.object.bytes !== named.bytes)
      throw new BackupError(
        `The backup is damaged: it lacks the picture ${named.sha256}. Nothing was changed.`,
      )
    const pieces = bytesIn(parts)
    await putObject(erased.has(named.sha256) ? nowhere : store, named, pieces)
  }
  if (erased.size > 0) await target.forgetObjects([...erased])
}

async function* bytesIn(parts: AsyncGenerator<Part>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await parts.next()
    if (done || value.kind !== 'bytes') return
    yield value.bytes
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
