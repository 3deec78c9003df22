import { findUnlistedDeletions, noteDeletionListed } from '@/db/own-data/deletions'
import { primary } from '@/db/postgres/client'
import { fileStore } from '@/lib/file-store/file-store'
import { deletedAccountKey } from '@/lib/file-store/keys'

const AT_ONCE = 100

/**
 * Enters in the store's own list which accounts are to be deleted, were, or are kept after all: it outlives a backup that
 * was made before. It names no account but by its number and when it was made. Throws `StoreAwayError`; what was not
 * entered is when this runs again.
 */
export async function listDeletions(): Promise<void> {
  for (let left = await findUnlistedDeletions(primary(), AT_ONCE); left.length > 0; ) {
    for (const one of left) {
      const { askedAt, dueAt, undoneAt, neutralName } = one
      const record = Buffer.from(JSON.stringify({ askedAt, dueAt, undoneAt, neutralName }))
      const about = { size: record.byteLength, mediaType: 'application/json' }
      await fileStore().put(deletedAccountKey(one), record, about)
      await noteDeletionListed(primary(), one)
    }
    left = await findUnlistedDeletions(primary(), AT_ONCE)
  }
}
