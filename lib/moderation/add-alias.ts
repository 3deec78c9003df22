import { findAliases, insertAlias } from '@/db/entries/aliases'
import { findTitleHolder } from '@/db/entries/titles'
import type { Tx } from '@/db/postgres/client'
import { tags } from '@/lib/cache/tags'
import { lockEntry, requireNotDeleted } from '@/lib/entries/lock-entry'
import { RefusalError, refuse } from '@/lib/errors'
import { kindOf } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { addAliasSchema } from '@/lib/moderation/schema'
import { operation } from '@/lib/operations/operation'
import { foldedName } from '@/lib/text/words'
import { titleKey } from '@/lib/titles/title'

/** The most other titles that a page may have. */
const MOST_ALIASES = 100

/**
 * Makes another title redirect to a page. Refused at `title` when it is taken, by this page too, and when the page has
 * 100 of them.
 */
export const addAlias = operation({
  name: 'page.add-alias',
  who: 'account',
  input: addAliasSchema,
  audits: ['entry.alias'],
  announces: ['entry.alias-added'],
  run: ({ actor: by, commit }, { entryId, title, reason }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      const { entry } = await lockEntry(tx, by, 'rename', entryId)
      requireNotDeleted(entry)
      if (!kindOf(entry.kind).isTitled)
        throw new RefusalError(refuse('not_found', codes().moderating.notFound))
      if ((await findAliases(tx, entryId)).length >= MOST_ALIASES)
        refuseTitle(codes().moderating.alias.tooMany(MOST_ALIASES))
      const key = titleKey(title)
      if (!(await insertAlias(tx, { key, entryId, text: title, folded: foldedName(title) })))
        refuseTitle(await whoHolds(tx, key, entryId))
      audited('entry.alias', { entryId, detail: { key }, reason })
      happened({ name: 'entry.alias-added', entryId })
      const event = await changed([tags.title(key), tags.entry(entryId)])
      return { event, title }
    }),
})

async function whoHolds(tx: Tx, key: string, entryId: number): Promise<Message> {
  const holder = await findTitleHolder(tx, key)
  return holder && holder.entryId !== entryId
    ? codes().moderating.alias.taken(holder.title)
    : codes().moderating.alias.already
}

function refuseTitle(message: Message): never {
  throw new RefusalError(refuse('title_taken', message, { title: message }))
}
