import { transaction } from '@/db/postgres/client'
import { endChecked, lockChecked } from '@/db/reports/checked-words'
import { announce } from '@/lib/cache/announce'
import { recordEvent } from '@/lib/events/record-event'
import { setClosed } from '@/lib/reports/checked/set-closed'

/**
 * Opens words again about which no moderator has decided in time: they are shown already where pages are made anew, and
 * this makes all of them so. Does nothing where somebody has decided.
 */
export async function openWords({ checkedId }: { checkedId: number }): Promise<void> {
  await transaction(async (tx) => {
    const checked = await lockChecked(tx, checkedId)
    if (!checked || checked.endedAt !== null || checked.until > new Date()) return
    await endChecked(tx, checkedId, 'ran_out', null)
    recordEvent(tx, { name: 'words.opened', actorId: null, reportId: checked.reportId })
    await announce(tx, await setClosed(tx, checked, null))
  })
}
