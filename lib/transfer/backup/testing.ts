import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll } from 'vitest'
import { readSnapshot } from '@/db/backup/snapshot'
import { closeClients } from '@/db/postgres/client'
import type { MigrateOptions } from '@/db/postgres/migrate'
import { changeRows, type TestDatabase } from '@/db/postgres/testing'
import { createDiskStore } from '@/lib/file-store/disk-store'
import { objectKey } from '@/lib/file-store/keys'
import type { FileStore } from '@/lib/file-store/store'
import { type Digest, digestOf } from './digest'

/** The target of a restore. */
export const asTarget = ({ url, migrationUrl, workerUrl }: TestDatabase): MigrateOptions => ({
  applicationUrl: url,
  workerUrl,
  migrationUrl,
  folder: resolve('drizzle'),
})

/** A store in a folder of its own, which is removed after the file's last test. */
export function openTestStore() {
  const folder = mkdtempSync(join(tmpdir(), 'loreleaf-store-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return createDiskStore(folder)
}

/** Stores bytes as the picture of an account; gives their SHA-256. */
export async function storePicture(store: FileStore, bytes: Buffer, accountId: number): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await store.put(objectKey(sha256), bytes, { size: bytes.length, mediaType: 'image/png', sha256 })
  await changeRows(`insert into stored_object (sha256, media_type, bytes, width, height, colour, likeness, uploaded_by_id)
    values ('${sha256}', 'image/png', ${bytes.length}, 4, 3, '#a1b2c3', '${sha256.slice(0, 32)}', ${accountId})`)
  return sha256
}

/** The bytes of a stored picture; null when there are none. */
export async function pictureIn(store: FileStore, sha256: string): Promise<Buffer | null> {
  const found = await store.read(objectKey(sha256))
  return found && buffer(found.stream)
}

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
