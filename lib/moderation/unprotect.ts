import { setProtection } from '@/db/entries/entries'
import { tags } from '@/lib/cache/tags'
import { lockEntry, requireNotDeleted } from '@/lib/entries/lock-entry'
import { entryPath } from '@/lib/entries/paths'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { standingProtection } from '@/lib/policy/protection'
import { entryReasonSchema } from './schema'

/** Lifts the protection of an entry. Refused when it is not protected, and for a deleted entry. */
export const unprotect = operation({
  name: 'entry.unprotect',
  who: 'account',
  input: entryReasonSchema,
  audits: ['entry.unprotect'],
  announces: ['entry.unprotected'],
  run: ({ actor: by, commit }, { entryId, reason }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      const { entry } = await lockEntry(tx, by, 'protect', entryId)
      requireNotDeleted(entry)
      if (!standingProtection(entry))
        throw new RefusalError(refuse('already_decided', codes().moderating.unprotect.none))
      await setProtection(tx, entryId, { level: 'open', until: null, reason: null })
      audited('entry.unprotect', { entryId, reason })
      happened({ name: 'entry.unprotected', entryId })
      const event = await changed([tags.entry(entryId)])
      return { event, path: entryPath(entry) }
    }),
})
