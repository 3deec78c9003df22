import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { lockObject } from '@/db/files/receiving'
import { findKnown } from '@/db/files/removing'
import { findUnsized, insertSizes } from '@/db/files/sizes'
import { primary, transaction } from '@/db/postgres/client'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { env } from '@/lib/env'
import { fileStore } from '@/lib/file-store/file-store'
import { objectKey, sizeKey } from '@/lib/file-store/keys'
import { makeSizesOf } from '@/lib/images/make-sizes'
import type { MadeSize } from '@/lib/images/protocol'
import { readCrop, SIZING } from '@/lib/images/sizes'

/**
 * Makes the picture of a file's current version smaller, as it is shown, in the widths that it does not have yet: stores
 * the bytes, then records them, and announces that pages have them to offer. Does nothing where it has them all. Throws when the store is away
 * or the picture cannot be made smaller.
 */
export async function makeSizes({ entryId }: { entryId: number }): Promise<void> {
  const shown = await findUnsized(primary(), entryId, SIZING)
  if (!shown) return
  await mkdir(env.scratchFolder, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(env.scratchFolder, 'sizes-'))
  try {
    const input = join(folder, 'picture')
    const stored = await fileStore().read(objectKey(shown.sha256))
    if (!stored) throw new Error('the bytes of an object are missing')
    await pipeline(stored.stream, createWriteStream(input, { mode: 0o600 }))
    const made = await makeSizesOf(input, { folder, crop: readCrop(shown.crop), widths: shown.missing })
    if (!made.ok) throw new Error(`a picture was not made smaller: ${made.reason}`)
    await store(shown, made.sizes)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** While this lasts the object is neither erased nor swept; bytes that are left without a row by a crash are. */
async function store({ sha256, crop }: { sha256: string; crop: string }, sizes: MadeSize[]): Promise<void> {
  await transaction(async (tx) => {
    await lockObject(tx, sha256)
    if (!(await findKnown(tx, [sha256])).has(sha256)) return
    for (const { file, width, format, bytes, digest } of sizes) {
      const about = { size: bytes, mediaType: `image/${format}`, sha256: digest }
      await fileStore().put(sizeKey(sha256, crop, width, format), createReadStream(file), about)
    }
    await insertSizes(
      tx,
      sizes.map(({ file: _, ...size }) => ({ sha256, crop, ...size })),
    )
    await announce(tx, [tags.object(sha256)])
  })
}
