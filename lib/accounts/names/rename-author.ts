import { lockExternalAuthor, updateExternalName } from '@/db/accounts/external-authors'
import { takeTurn } from '@/db/postgres/locks'
import { renameAuthorSchema } from '@/lib/accounts/schema'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'

/**
 * Changes the name of an author whose texts were imported from another wiki, everywhere at once. Gives the cache event.
 * Refused when it is the name already, and at `name` when another author of that wiki has it.
 */
export const renameAuthor = operation({
  name: 'author.rename',
  who: 'account',
  input: renameAuthorSchema,
  audits: ['author.rename'],
  run: ({ actor: by, commit }, { authorId, name, reason }) =>
    commit(async ({ tx, audited, changed }) => {
      authorize(by, 'renameAuthor')
      const author = await lockExternalAuthor(tx, authorId)
      const actor = await actorNow(tx, by.id)
      authorize(actor, 'renameAuthor')
      if (!author) throw new RefusalError(refuse('not_found', codes().accounts.refused.notFound))
      const { same, taken } = codes().accounts.renameAuthor
      if (name === author.name) throw new RefusalError(refuse('no_change', same))
      await takeTurn(tx, `author:${author.wiki}:${name}`)
      if (!(await updateExternalName(tx, author, name)))
        throw new RefusalError(refuse('name_taken', codes().accounts.checkMarked, { name: taken }))
      audited('author.rename', { detail: { authorId }, reason })
      const event = await changed([tags.authorElsewhere(authorId)], { isWithholding: true })
      return { event, path: paths.renameAuthor(authorId) }
    }),
})
