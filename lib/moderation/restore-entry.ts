import { setDeletion } from '@/db/entries/entries'
import { removeMerge } from '@/db/entries/merges'
import { findEntryHeads } from '@/db/publishing/publishing'
import { lockEntry } from '@/lib/entries/lock-entry'
import { entryPath } from '@/lib/entries/paths'
import { RefusalError, refuse } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { MERGES_KEY } from '@/lib/jobs/keys'
import { storedEntry } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { deriveSearchRow } from '@/lib/publishing/derive'
import { followPresence } from './follow-presence'
import { entryReasonSchema } from './schema'

/** Restores a deleted entry with everything that disappeared with it. Refused when it is not deleted, and when its current version was erased. */
export const restoreEntry = operation({
  name: 'entry.restore',
  who: 'account',
  input: entryReasonSchema,
  audits: ['entry.undelete'],
  announces: ['entry.restored'],
  run: ({ actor: by, commit }, { entryId, reason }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      const { entry } = await lockEntry(tx, by, 'delete', entryId)
      if (!entry.deletedAt)
        throw new RefusalError(refuse('already_decided', codes().moderating.restore.already))
      const head = (await findEntryHeads(tx, [entryId])).get(entryId)
      if (!head) throw new RefusalError(refuse('already_decided', codes().moderating.restore.erased))
      await setDeletion(tx, entryId, null)
      // One that was merged stands for itself again; what it names may have been merged meanwhile.
      await removeMerge(tx, entryId)
      enqueue(tx, 'finish-merges', {}, { key: MERGES_KEY })
      await deriveSearchRow(tx, { ...storedEntry(entry.kind, head), id: entryId })
      audited('entry.undelete', { entryId, reason })
      happened({ name: 'entry.restored', entryId })
      const event = await changed(await followPresence(tx, entry))
      return { event, path: entryPath(entry) }
    }),
})
