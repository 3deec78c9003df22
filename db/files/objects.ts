import { inArray } from 'drizzle-orm'
import { storedObject } from '@/db/files/schema'
import type { Queryable } from '@/db/postgres/client'

/** A stored object: its size in pixels and bytes, its average colour, and its likeness (see `stored_object`). */
export interface StoredObject {
  sha256: string
  width: number
  height: number
  bytes: number
  colour: string
  likeness: string | null
}

/** Those of these objects that are stored, in no order. */
export async function findObjects(db: Queryable, sha256: readonly string[]): Promise<StoredObject[]> {
  if (sha256.length === 0) return []
  const { width, height, bytes, colour, likeness } = storedObject
  return db
    .select({ sha256: storedObject.sha256, width, height, bytes, colour, likeness })
    .from(storedObject)
    .where(inArray(storedObject.sha256, [...sha256]))
}
