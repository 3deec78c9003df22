import { setProtection } from '@/db/entries/entries'
import { tags } from '@/lib/cache/tags'
import { lockEntry, requireNotDeleted } from '@/lib/entries/lock-entry'
import { entryPath } from '@/lib/entries/paths'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { standingProtection } from '@/lib/policy/protection'
import { protectSchema } from './schema'

/**
 * Protects an entry: only some people may change it at once, until `until` or until the protection is lifted; everybody
 * can read why. Refused when it has this protection already, and for a deleted entry.
 */
export const protect = operation({
  name: 'entry.protect',
  who: 'account',
  input: protectSchema,
  audits: ['entry.protect'],
  announces: ['entry.protected'],
  run: ({ actor: by, commit }, { entryId, level, until, reason }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      const { entry } = await lockEntry(tx, by, 'protect', entryId)
      requireNotDeleted(entry)
      const standing = standingProtection(entry)
      if (standing?.level === level && standing.until?.getTime() === until?.getTime())
        throw new RefusalError(refuse('no_change', codes().moderating.protect.already))
      await setProtection(tx, entryId, { level, until, reason })
      audited('entry.protect', { entryId, detail: { level, until }, reason })
      happened({ name: 'entry.protected', entryId })
      const event = await changed([tags.entry(entryId)])
      return { event, path: entryPath(entry) }
    }),
})
