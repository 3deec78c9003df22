import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** An upload's bytes that are being written, one piece after the other. */
export interface StagedFile {
  /** How many bytes are there. */
  size: () => number
  write: (piece: Buffer) => Promise<void>
  /** Flushes them to the disk and closes the file. */
  close: () => Promise<void>
}

/** Where the bytes of uploads are until they are complete and stored: a folder of this machine. */
export interface Staging {
  /** How many bytes of an upload are there; null when none ever came. */
  sizeOf: (uploadId: string) => Promise<number | null>
  /** Opens an upload at its end. Throws the file system's errors, `ENOSPC` among them. */
  append: (uploadId: string) => Promise<StagedFile>
  /** The file that holds them. What is made of it lies beside it: its name, a dot, and more. */
  pathOf: (uploadId: string) => string
  /** Removes an upload's bytes and what was made of them. */
  remove: (uploadId: string) => Promise<void>
  /** The ids of all uploads that have bytes here. */
  list: () => Promise<string[]>
}

const ID = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:\.|$)/
const idOf = (name: string) => ID.exec(name)?.[1]

/**
 * Staging in a folder, which is made when it is needed. Files are named by the upload's id, which is no word of
 * anybody's; only this user can read them.
 */
export function createStaging(folder: string): Staging {
  const pathOf = (uploadId: string) => {
    if (idOf(uploadId) !== uploadId) throw new Error('no id of an upload')
    return join(folder, uploadId)
  }
  return {
    pathOf,

    sizeOf: (uploadId) =>
      stat(pathOf(uploadId)).then(
        ({ size }) => size,
        (error) => {
          if (error.code === 'ENOENT') return null
          throw error
        },
      ),

    async append(uploadId) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(pathOf(uploadId), 'a', 0o600)
      let { size } = await file.stat()
      return {
        size: () => size,
        async write(piece) {
          for (let at = 0; at < piece.length; ) {
            const { bytesWritten } = await file.write(piece, at)
            at += bytesWritten
            size += bytesWritten
          }
        },
        async close() {
          try {
            await file.sync()
            // Where several gateways share the folder, another one may have been sent the same upload.
            if ((await file.stat()).size !== size) throw new Error('another process wrote into an upload')
          } finally {
            await file.close()
          }
        },
      }
    },

    async remove(uploadId) {
      await rm(pathOf(uploadId), { force: true })
      for (const name of await namesIn(folder))
        if (idOf(name) === uploadId) await rm(join(folder, name), { recursive: true, force: true })
    },

    list: async () => [...new Set((await namesIn(folder)).flatMap((name) => idOf(name) ?? []))],
  }
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
