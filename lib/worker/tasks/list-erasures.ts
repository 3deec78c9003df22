import { primary } from '@/db/postgres/client'
import { findUnlistedErasures, noteErasureListed } from '@/db/talk/erased-comments'
import { fileStore } from '@/lib/file-store/file-store'
import { erasedCommentKey } from '@/lib/file-store/keys'

const AT_ONCE = 100

/**
 * Enters erased comments in the list of the store, by their ids and when they were written, so that restoring an older
 * backup does not bring them back. Throws `StoreAwayError`; what was not entered is entered when this runs again.
 */
export async function listErasures(): Promise<void> {
  for (let erased = await findUnlistedErasures(primary(), AT_ONCE); erased.length > 0; ) {
    for (const one of erased) {
      const record = Buffer.from(JSON.stringify({ comment: one.id, at: one.createdAt.toISOString() }))
      await fileStore().put(erasedCommentKey(one), record, {
        size: record.byteLength,
        mediaType: 'application/json',
      })
      await noteErasureListed(primary(), one.id)
    }
    erased = await findUnlistedErasures(primary(), AT_ONCE)
  }
}
