import { transaction } from '@/db/client'
import { lockExternalAuthor, updateExternalName } from '@/db/queries/external-authors'
import { takeTurn } from '@/db/queries/locks'
import { actorNow } from '@/lib/accounts/actor-now'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { demand } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'

/**
 * Changes the name of an author whose texts were brought here from another wiki, everywhere at once. Gives the cache
 * event. Refused when it is the name already, and at `name` when another author of that wiki has it.
 */
export function renameAuthor(
  by: AccountActor,
  { authorId, name, reason }: { authorId: number; name: string; reason: string },
  { network }: Origin,
): Promise<Outcome<{ event: number; path: string }>> {
  const { accounts } = messages()
  return refusable(() =>
    transaction(async (tx) => {
      demand(by, 'renameAuthor')
      const author = await lockExternalAuthor(tx, authorId)
      const actor = await actorNow(tx, by.id)
      demand(actor, 'renameAuthor')
      if (!author) throw new RefusalError(refuse('not_found', accounts.refused.notFound))
      const { same, taken } = accounts.renameAuthor
      if (name === author.name) throw new RefusalError(refuse('no_change', same))
      await takeTurn(tx, `author:${author.wiki}:${name}`)
      if (!(await updateExternalName(tx, author, name)))
        throw new RefusalError(refuse('name_taken', accounts.checkMarked, { name: taken }))
      await audit(tx, { actor, act: 'author.rename', detail: { authorId }, reason })
      await traceNetwork(tx, { accountId: actor.id, operation: 'rename-author', network })
      const event = await announce(tx, [tags.authorElsewhere(authorId)], { isWithholding: true })
      return { ok: true as const, event, path: paths.renameAuthor(authorId) }
    }),
  )
}
