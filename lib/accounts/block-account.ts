import { transaction } from '@/db/client'
import { findActor } from '@/db/queries/actors'
import { insertBlock } from '@/db/queries/blocks'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { paths } from '@/lib/routes'
import { type BlockLength, blockDays } from './block-lengths'
import { lockPerson } from './lock-person'
import { traceNetwork } from './trace-network'

export type BlockResult = Outcome<{ event: number; path: string }>

/**
 * Stops an account from writing, from its next click on, and keeps it signed in so that it reads why. Moderators block
 * those below them. Gives the cache event and the account's page. Refused when a block stands already.
 */
export function blockAccount(
  by: AccountActor,
  wanted: { accountId: number; reason: string; length: BlockLength },
  { network }: Origin,
): Promise<BlockResult> {
  return refusable(() =>
    transaction(async (tx) => {
      const { actor, person } = await lockPerson(tx, by, 'block', wanted.accountId)
      const blocked = await findActor(tx, person.id)
      if (blocked?.isBlocked)
        throw new RefusalError(refuse('already_decided', messages().accounts.block.already))
      const days = blockDays[wanted.length]
      const { accountId, reason } = wanted
      const blockId = await insertBlock(tx, { accountId, byId: actor.id, reason, days })
      await audit(tx, { actor, act: 'account.block', accountId, detail: { blockId, days }, reason })
      recordEvent(tx, { name: 'account.blocked', actorId: actor.id, accountId })
      await traceNetwork(tx, { accountId: actor.id, operation: 'block', network })
      const event = await announce(tx, [tags.account(accountId)])
      return { ok: true as const, event, path: paths.person(accountId) }
    }),
  )
}
