import { setDeletion } from '@/db/entries/entries'
import { removeSearchRow } from '@/db/search/search-rows'
import { lockEntry } from '@/lib/entries/lock-entry'
import { entryPath } from '@/lib/entries/paths'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { followPresence } from './follow-presence'
import { entryReasonSchema } from './schema'

/**
 * Deletes an entry: its address says when and why, and it disappears from lists, search, cards and citations, and from
 * the standings that depend on it. Title, links and revisions stay, so that `restoreEntry` can undo it. Refused when it
 * is deleted already.
 */
export const deleteEntry = operation({
  name: 'entry.delete',
  who: 'account',
  input: entryReasonSchema,
  audits: ['entry.delete'],
  announces: ['entry.deleted'],
  run: ({ actor: by, commit }, { entryId, reason }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      const { actor, entry } = await lockEntry(tx, by, 'delete', entryId)
      if (entry.deletedAt)
        throw new RefusalError(refuse('already_decided', codes().moderating.delete.already))
      await setDeletion(tx, entryId, { byId: actor.id, reason })
      await removeSearchRow(tx, entryId)
      audited('entry.delete', { entryId, reason })
      happened({ name: 'entry.deleted', entryId })
      const event = await changed(await followPresence(tx, entry), { isWithholding: true })
      return { event, path: entryPath(entry) }
    }),
})
