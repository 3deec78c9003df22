import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { NamedObject } from '@/db/backup/objects'
import { ERASED, objectKey, objectOfKey } from '@/lib/file-store/keys'
import type { FileStore } from '@/lib/file-store/store'
import { BackupError } from './backup-error'

/** The store names no bytes for an object that the database had when the backup began. */
export class LackingError extends BackupError {
  constructor(readonly sha256: string) {
    super(
      `The store of files lacks ${objectKey(sha256)}, which the database names: nothing was backed up. Restore that file, or erase the picture, first.`,
    )
  }
}

/** The bytes of an object from the store. Throws `BackupError` when they are missing, or others. */
export async function* bytesOf(store: FileStore, { sha256, bytes }: NamedObject): AsyncGenerator<Buffer> {
  const found = await store.read(objectKey(sha256))
  if (!found) throw new LackingError(sha256)
  const hash = createHash('sha256')
  let length = 0
  for await (const piece of found.stream) {
    hash.update(piece)
    length += piece.length
    yield piece
  }
  if (length !== bytes || hash.digest('hex') !== sha256)
    throw new BackupError(
      `What the store of files has under ${objectKey(sha256)} is not what was stored: nothing was backed up.`,
    )
}

/** Where the bytes of a backup go. */
export type ObjectTarget = Pick<FileStore, 'put' | 'list'>

/** A target that keeps nothing: for looking whether a backup is whole. */
export const nowhere: ObjectTarget = {
  put: async (_, source) => {
    for await (const _piece of source as Readable) {
      // Only read.
    }
  },
  list: async function* () {},
}

/** The SHA-256 of what the store says was erased. */
export async function erasedIn(store: ObjectTarget): Promise<Set<string>> {
  const erased = new Set<string>()
  for await (const { key } of store.list(ERASED)) {
    const sha256 = objectOfKey(key)
    if (sha256) erased.add(sha256)
  }
  return erased
}

/** Puts an object of a backup into the store. */
export async function putObject(
  store: ObjectTarget,
  { sha256, bytes, mediaType }: NamedObject,
  pieces: AsyncIterable<Buffer>,
): Promise<void> {
  await store.put(objectKey(sha256), Readable.from(pieces, { objectMode: false }), {
    size: bytes,
    mediaType,
    sha256,
  })
}
