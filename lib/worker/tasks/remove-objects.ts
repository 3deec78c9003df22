import { type Erased, findUnremoved, noteRemoved } from '@/db/files/removing'
import { primary } from '@/db/postgres/client'
import { fileStore } from '@/lib/file-store/file-store'
import { erasedKey, objectKey, sizesPrefix } from '@/lib/file-store/keys'
import type { FileStore } from '@/lib/file-store/store'

const AT_ONCE = 100

/** What the store says of an erased object: it outlives a backup that was made before. */
export const erasedRecord = ({ sha256, likeness, erasedAt }: Erased): string =>
  JSON.stringify({ sha256, likeness, at: erasedAt.toISOString() })

/**
 * Removes every size and every version of erased objects from the store. First each is entered in the list of the store
 * itself, so that restoring an older backup does not bring it back. Throws `StoreAwayError`; what was not removed is
 * removed when this runs again.
 */
export async function removeObjects(): Promise<void> {
  const store = fileStore()
  for (let erased = await findUnremoved(primary(), AT_ONCE); erased.length > 0; ) {
    for (const one of erased) {
      const record = Buffer.from(erasedRecord(one))
      const about = { size: record.byteLength, mediaType: 'application/json' }
      await store.put(erasedKey(one.sha256), record, about)
      await removeBytes(store, one.sha256)
      await noteRemoved(primary(), one.sha256)
    }
    erased = await findUnremoved(primary(), AT_ONCE)
  }
}

async function removeBytes(store: FileStore, sha256: string): Promise<void> {
  await store.remove(objectKey(sha256))
  for await (const { key } of store.list(sizesPrefix(sha256))) await store.remove(key)
}
