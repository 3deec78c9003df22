import { endRunOutBlock } from '@/db/accounts/blocks'
import { transaction } from '@/db/postgres/client'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { recordEvent } from '@/lib/events/record-event'

/**
 * Records that a block has run out: it had no effect any more, and from now on there is an event of it. Does nothing
 * where it was lifted or extended.
 */
export async function endBlock({ blockId }: { blockId: number }): Promise<void> {
  await transaction(async (tx) => {
    const accountId = await endRunOutBlock(tx, blockId)
    if (accountId === null) return
    recordEvent(tx, { name: 'account.block-ended', actorId: null, accountId })
    await announce(tx, [tags.account(accountId)])
  })
}
