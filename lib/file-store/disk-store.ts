import { randomUUID } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { checkBytes, OtherBytesError, streamOf } from './checked-bytes'
import { checkedKey, checkedPrefix, isKey } from './keys'
import { away, type FileStore, type StoredFile } from './store'

/** Unfinished bytes have names that no key has. */
const UNFINISHED = '.unfinished-'

/**
 * A store in a folder, which is made when something is stored: each key is a file, written under another name in the
 * same folder, flushed to the disk, and renamed. Only this user can read it.
 */
export function createDiskStore(folder: string): FileStore {
  const pathOf = (key: string) => join(folder, checkedKey(key))

  return {
    async put(key, source, about) {
      const path = pathOf(key)
      const unfinished = join(dirname(path), `${UNFINISHED}${randomUUID()}`)
      try {
        await makeFolder(dirname(path))
        const file = await open(unfinished, 'wx', 0o600)
        await pipeline(streamOf(source), checkBytes(about), file.createWriteStream({ flush: true }))
        await rename(unfinished, path)
        await flushFolder(dirname(path))
      } catch (error) {
        // Nobody else closes what was not even begun.
        if (!Buffer.isBuffer(source)) source.destroy()
        await rm(unfinished, { force: true }).catch(() => {})
        throw error instanceof OtherBytesError ? error : away('it was not written', error)
      }
    },

    async read(key, range) {
      const path = pathOf(key)
      try {
        const file = await open(path, 'r')
        try {
          const { size } = await file.stat()
          return { stream: file.createReadStream({ ...range, highWaterMark: 128 * 1024 }), size }
        } catch (error) {
          await file.close()
          throw error
        }
      } catch (error) {
        if (isMissing(error)) return null
        throw away('it was not read', error)
      }
    },

    async remove(key) {
      const path = pathOf(key)
      try {
        await rm(path)
        await flushFolder(dirname(path))
      } catch (error) {
        if (!isMissing(error)) throw away('it was not removed', error)
      }
    },

    async *list(prefix) {
      const within = checkedPrefix(prefix).split('/').slice(0, -1).join('/')
      yield* filesBelow(folder, within, (key) => isKey(key) && key.startsWith(prefix))
    },

    async removeUnfinished(before) {
      const isUnfinished = (key: string) => key.split('/').at(-1)?.startsWith(UNFINISHED) ?? false
      for await (const { key, at } of filesBelow(folder, '', isUnfinished))
        if (at < before) await rm(join(folder, key), { force: true })
    },
  }
}

/** Folder by folder, so that no more names than one folder has are held at once; only files of `wanted` names are looked at. */
async function* filesBelow(
  folder: string,
  within: string,
  wanted: (key: string) => boolean,
): AsyncGenerator<StoredFile> {
  for (const item of await itemsOf(join(folder, within))) {
    const key = within ? `${within}/${item.name}` : item.name
    if (item.isDirectory()) yield* filesBelow(folder, key, wanted)
    else if (item.isFile() && wanted(key)) {
      const found = await stat(join(folder, key)).catch(missing)
      if (found) yield { key, size: found.size, at: found.mtime }
    }
  }
}

async function itemsOf(path: string): Promise<Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true })
  } catch (error) {
    return missing(error) ?? []
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
}

/** A rename is on the disk once its folder is. Some systems cannot flush one, and need not. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(path, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** Null for what is not there, or no longer. */
function missing(error: unknown): null {
  if (isMissing(error)) return null
  throw away('it was not listed', error)
}
