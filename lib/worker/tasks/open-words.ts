import { transaction } from '@/db/postgres/client'
import { endChecked, lockChecked } from '@/db/reports/checked-words'
import { announce } from '@/lib/cache/announce'
import { RefusalError } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { endPiece } from '@/lib/reports/checked/closed-piece'
import { setClosed } from '@/lib/reports/checked/set-closed'

/**
 * Opens words again about which no moderator has decided in time: most are shown already where pages are made anew, and
 * this makes all of them so; a piece of an entry is put back. Where that cannot be published any more, since what it
 * names was deleted meanwhile, only its older versions open. Does nothing where somebody has decided.
 */
export async function openWords({ checkedId }: { checkedId: number }): Promise<void> {
  try {
    await open(checkedId, true)
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    await open(checkedId, false)
  }
}

function open(checkedId: number, isPutBack: boolean): Promise<void> {
  return transaction(async (tx) => {
    const checked = await lockChecked(tx, checkedId)
    if (!checked || checked.endedAt !== null || checked.until > new Date()) return
    await endChecked(tx, checkedId, 'ran_out', null)
    recordEvent(tx, { name: 'words.opened', actorId: null, reportId: checked.reportId })
    const tags = isPutBack
      ? await setClosed(tx, checked, null)
      : await endPiece(tx, checked, { isOpen: false, byId: null })
    await announce(tx, tags)
  })
}
