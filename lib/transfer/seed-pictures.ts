import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { insertObject } from '@/db/files/receiving'
import type { Tx } from '@/db/postgres/client'
import { objectKey } from '@/lib/file-store/keys'
import type { FileStore } from '@/lib/file-store/store'

/** What is known of the pictures of the seed, by name: written by `npm run draw`, beside their bytes. */
export const seedPicturesSchema = z.record(
  z.string().regex(/^[a-z0-9-]+$/),
  z.strictObject({
    sha256: z.string().regex(/^[\da-f]{64}$/),
    bytes: z.number().int().positive(),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    colour: z.string().regex(/^#[\da-f]{6}$/),
    likeness: z.string().nullable(),
  }),
)

type Known = z.infer<typeof seedPicturesSchema>[string]

/** The pictures of the seed with their bytes, by name. */
export type SeedPictures = ReadonlyMap<string, Known & { content: Buffer }>

/** The pictures of `db/seed/pictures/` in the root folder of the project. */
export async function readSeedPictures(folder = process.cwd()): Promise<SeedPictures> {
  const pictures = join(folder, 'db', 'seed', 'pictures')
  const known = seedPicturesSchema.parse(JSON.parse(await readFile(join(pictures, 'pictures.json'), 'utf8')))
  const read = Object.entries(known).map(async ([name, picture]) => {
    return [name, { ...picture, content: await readFile(join(pictures, `${name}.webp`)) }] as const
  })
  return new Map(await Promise.all(read))
}

/** Stores the bytes of these pictures, and then the rows of their objects. Throws `StoreAwayError`. */
export async function storePictures(
  tx: Tx,
  pictures: SeedPictures,
  store: Pick<FileStore, 'put'>,
  authorId: number,
): Promise<void> {
  for (const { content, ...object } of pictures.values()) {
    const { sha256, bytes: size } = object
    await store.put(objectKey(sha256), content, { size, mediaType: MEDIA_TYPE, sha256 })
    await insertObject(tx, { ...object, mediaType: MEDIA_TYPE, uploadedById: authorId })
  }
}

const MEDIA_TYPE = 'image/webp'
