import { createHash, randomUUID } from 'node:crypto'
import { storedObject } from '@/db/files/schema'
import { transaction } from '@/db/postgres/client'
import type { AccountActor } from '@/lib/policy/actor'

/** What is stored of a picture that this account has uploaded, without its bytes; gives its SHA-256. */
export async function storedPicture(
  by: AccountActor,
  rest: Partial<typeof storedObject.$inferInsert> = {},
): Promise<string> {
  const sha256 = createHash('sha256').update(randomUUID()).digest('hex')
  const object = {
    sha256,
    mediaType: 'image/jpeg',
    bytes: 120_000,
    width: 1600,
    height: 900,
    colour: '#336699',
  }
  await transaction((tx) => tx.insert(storedObject).values({ ...object, uploadedById: by.id, ...rest }))
  return sha256
}
