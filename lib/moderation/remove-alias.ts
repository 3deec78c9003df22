import { deleteAlias } from '@/db/entries/aliases'
import { tags } from '@/lib/cache/tags'
import { lockEntry } from '@/lib/entries/lock-entry'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { removeAliasSchema } from '@/lib/moderation/schema'
import { operation } from '@/lib/operations/operation'
import { titleKey } from '@/lib/titles/title'

/**
 * Removes another title from a page: it redirects no longer, and is free. Refused for the page's current title, and
 * when the page has no such title (any more).
 */
export const removeAlias = operation({
  name: 'page.remove-alias',
  who: 'account',
  input: removeAliasSchema,
  audits: ['entry.unalias'],
  announces: ['entry.alias-removed'],
  run: ({ actor: by, commit }, { entryId, alias, reason }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      await lockEntry(tx, by, 'rename', entryId)
      const key = titleKey(alias)
      if (!(await deleteAlias(tx, entryId, key)))
        throw new RefusalError(refuse('already_decided', codes().moderating.alias.gone))
      audited('entry.unalias', { entryId, detail: { key }, reason })
      happened({ name: 'entry.alias-removed', entryId })
      const event = await changed([tags.title(key), tags.entry(entryId)], { isWithholding: true })
      return { event }
    }),
})
