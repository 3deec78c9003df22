import { transaction } from '@/db/client'
import { liftBlock } from '@/db/queries/blocks'
import { audit } from '@/lib/audit'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refusable, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { paths } from '@/lib/routes'
import type { BlockResult } from './block-account'
import { lockPerson } from './lock-person'
import { traceNetwork } from './trace-network'

/** Lifts the block that stands on an account, by whoever might have set it. Refused when none stands. */
export function unblockAccount(
  by: AccountActor,
  { accountId, reason }: { accountId: number; reason: string },
  { network }: Origin,
): Promise<BlockResult> {
  return refusable(() =>
    transaction(async (tx) => {
      const { actor } = await lockPerson(tx, by, 'block', accountId)
      const blockId = await liftBlock(tx, accountId, actor.id)
      if (blockId === null) throw new RefusalError(refuse('already_decided', messages().accounts.block.none))
      await audit(tx, { actor, act: 'account.unblock', accountId, detail: { blockId }, reason })
      recordEvent(tx, { name: 'account.unblocked', actorId: actor.id, accountId })
      await traceNetwork(tx, { accountId: actor.id, operation: 'unblock', network })
      const event = await announce(tx, [tags.account(accountId)])
      return { ok: true as const, event, path: paths.person(accountId) }
    }),
  )
}
