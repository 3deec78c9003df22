import { newKey } from '@/lib/changesets/testing'
import { addAlias } from '@/lib/moderation/add-alias'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { mergeEntry } from '@/lib/moderation/merging/merge-entry'
import { protect } from '@/lib/moderation/protect'
import { removeAlias } from '@/lib/moderation/remove-alias'
import { renamePage } from '@/lib/moderation/rename-page'
import { restoreEntry } from '@/lib/moderation/restore-entry'
import { unprotect } from '@/lib/moderation/unprotect'
import type { AccountActor } from '@/lib/policy/actor'
import { here, reason } from './things'

type Act = (by: AccountActor, entryId: number) => Promise<unknown>

/** What moderators do with an entry as a whole, by the form's action. */
export const actsOnEntries: Record<string, Act> = {
  'moderation protectAction': (by, entryId) =>
    protect(by, { entryId, level: 'trusted', until: null, reason }, here),
  'moderation unprotectAction': (by, id) => unprotect(by, { entryId: id, reason }, here),
  'moderation deleteAction': (by, id) => deleteEntry(by, { entryId: id, reason }, here),
  'moderation restoreAction': (by, id) => restoreEntry(by, { entryId: id, reason }, here),
  'moderation mergeAction': (by, id) =>
    mergeEntry(by, { entryId: id, into: '1', intoSource: null, reason, key: newKey() }, here),
  'moderation renameAction': (by, entryId) =>
    renamePage(by, { entryId, title: 'Another title', reason, key: newKey() }, here),
  'moderation addAliasAction': (by, id) => addAlias(by, { entryId: id, title: 'Also', reason }, here),
  'moderation removeAliasAction': (by, id) => removeAlias(by, { entryId: id, alias: 'Also', reason }, here),
}
