import { setDeletion, type WholeEntry } from '@/db/entries/entries'
import type { Tx } from '@/db/postgres/client'
import { findEntryHeads } from '@/db/publishing/publishing'
import { lockEntry } from '@/lib/entries/lock-entry'
import { entryPath } from '@/lib/entries/paths'
import { RefusalError, refuse } from '@/lib/errors'
import { contentOf } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { deriveSearchRow } from '@/lib/publishing/derive'
import { followPresence } from './follow-presence'
import { entryReasonSchema } from './schema'

/** Restores a deleted entry with everything that disappeared with it. Refused when it is not deleted. */
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
      await setDeletion(tx, entryId, null)
      await bringBackToSearch(tx, entry)
      audited('entry.undelete', { entryId, reason })
      happened({ name: 'entry.restored', entryId })
      const event = await changed(await followPresence(tx, entry))
      return { event, path: entryPath(entry) }
    }),
})

async function bringBackToSearch(tx: Tx, { id, kind }: WholeEntry): Promise<void> {
  const head = (await findEntryHeads(tx, [id])).get(id)
  if (head) await deriveSearchRow(tx, { ...contentOf(kind, head.content), id })
}
