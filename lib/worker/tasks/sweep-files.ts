import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { lockObject } from '@/db/files/receiving'
import { findAbandoned, findKnown, findSizeRows, isStoring, removeAbandoned } from '@/db/files/removing'
import { primary, type Tx, transaction } from '@/db/postgres/client'
import { env } from '@/lib/env'
import { fileStore } from '@/lib/file-store/file-store'
import { OBJECTS, objectKey, objectOfKey, SIZES, sizeKey } from '@/lib/file-store/keys'
import type { FileStore, StoredFile } from '@/lib/file-store/store'

const AT_ONCE = 500
const DAY = 24 * 3_600_000

/**
 * Removes what nothing needs any more: rows of objects that neither a version nor a submission has, bytes without a row,
 * and what was left unfinished, each of them a day old. Nothing that is being stored or used meanwhile is touched. Throws
 * `StoreAwayError`.
 */
export async function sweepFiles(now = new Date()): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY)
  await sweepRows()
  for (const prefix of [OBJECTS, SIZES]) await sweepBytes(fileStore(), prefix, yesterday)
  await fileStore().removeUnfinished(yesterday)
  await sweepScratch(yesterday)
}

async function sweepRows(): Promise<void> {
  for (let before = ''; ; ) {
    const abandoned = await findAbandoned(primary(), AT_ONCE)
    for (const sha256 of abandoned)
      await transaction(async (tx) => {
        await lockObject(tx, sha256)
        await removeAbandoned(tx, sha256)
      })
    // What is used by now is found again, but only once: it is no longer abandoned.
    const found = abandoned.join()
    if (abandoned.length < AT_ONCE || found === before) return
    before = found
  }
}

/** The bytes of one object lie side by side in the list, so each object is asked for once. */
async function sweepBytes(store: FileStore, prefix: string, before: Date): Promise<void> {
  let batch: StoredFile[] = []
  for await (const file of store.list(prefix)) {
    if (file.at >= before) continue
    batch.push(file)
    if (batch.length < AT_ONCE) continue
    await sweepBatch(store, batch, before)
    batch = []
  }
  await sweepBatch(store, batch, before)
}

async function sweepBatch(store: FileStore, files: StoredFile[], before: Date): Promise<void> {
  const byObject = new Map<string, string[]>()
  for (const { key } of files) {
    const sha256 = objectOfKey(key)
    // What is not the wiki's own is left alone.
    if (sha256 !== null) byObject.set(sha256, [...(byObject.get(sha256) ?? []), key])
  }
  const known = await findKnown(primary(), [...byObject.keys()])
  for (const [sha256, keys] of byObject) {
    if (known.has(sha256) && keys.every((key) => key === objectKey(sha256))) continue
    await transaction(async (tx) => {
      await lockObject(tx, sha256)
      const wanted = await keysOf(tx, sha256)
      for (const key of keys) if (!wanted.has(key)) await removeIfOld(tx, store, key, before)
    })
  }
}

/** The keys of all bytes of an object that have a row. */
async function keysOf(tx: Tx, sha256: string): Promise<Set<string>> {
  if (!(await findKnown(tx, [sha256])).has(sha256)) return new Set()
  const sizes = await findSizeRows(tx, sha256)
  return new Set([
    objectKey(sha256),
    ...sizes.map(({ crop, width, format }) => sizeKey(sha256, crop, width, format)),
  ])
}

/** The same picture may have been stored again since the list was read, and its row may be on its way. */
async function removeIfOld(tx: Tx, store: FileStore, key: string, before: Date): Promise<void> {
  for await (const file of store.list(key)) {
    // Asked last: an upload that comes after this has yet to be decoded before it stores anything.
    if (file.key === key && file.at < before && !(await isStoring(tx))) await store.remove(key)
  }
}

async function sweepScratch(before: Date): Promise<void> {
  for (const name of await readdir(env.scratchFolder).catch(() => [])) {
    const path = join(env.scratchFolder, name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtime < before) await rm(path, { recursive: true, force: true })
  }
}
