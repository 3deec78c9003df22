import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { storedObject } from '@/db/files/schema'
import { closeClients, primary } from '@/db/postgres/client'
import { env } from '@/lib/env'
import { fileStore } from '@/lib/file-store/file-store'
import { OBJECTS, objectKey, objectOfKey } from '@/lib/file-store/keys'
import { createStaging } from './staging'
import { sweepStaging } from './sweep-staging'

/** What is there once a storm is over. All but the first must be none. */
export interface Verdict {
  acknowledged: number
  /** Acknowledged files without a row. */
  lost: number
  /** Rows whose bytes are missing, or others. */
  rowsWithoutBytes: number
  /** Objects in the store without a row: a worker sweeps them after a day. */
  bytesWithoutRow: number
  /** Files in staging after a sweep. */
  staged: number
}

/** Looks at the rows, the store and staging. */
export async function judged(acknowledged: readonly string[]): Promise<Verdict> {
  await closeClients(0)
  const rows = await primary().select({ sha256: storedObject.sha256 }).from(storedObject)
  const known = new Set(rows.map(({ sha256 }) => sha256))
  let rowsWithoutBytes = 0
  for (const sha256 of known) if ((await digestOf(objectKey(sha256))) !== sha256) rowsWithoutBytes += 1
  let bytesWithoutRow = 0
  for await (const { key } of fileStore().list(OBJECTS))
    if (!known.has(objectOfKey(key) ?? '')) bytesWithoutRow += 1
  const staging = createStaging(join(env.dataFolder, 'staging'))
  await sweepStaging(staging)
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((sha256) => !known.has(sha256)).length,
    rowsWithoutBytes,
    bytesWithoutRow,
    staged: (await staging.list()).length,
  }
}

async function digestOf(key: string): Promise<string | null> {
  const found = await fileStore().read(key)
  if (!found) return null
  const hash = createHash('sha256')
  for await (const piece of found.stream) hash.update(piece)
  return hash.digest('hex')
}
