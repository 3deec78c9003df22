import { isAnyTold, isAnyUntold, untellEvents } from '@/db/news/tell'
import { transaction } from '@/db/postgres/client'
import { toldNames } from '@/lib/events/told'

/** For so many days events are told again. */
const DAYS = 90

/**
 * Has everything told that happened in the last 90 days, where nothing was told yet: in a wiki of an earlier release.
 */
export async function catchUpNews(): Promise<void> {
  await transaction(async (tx) => {
    if (!(await isAnyTold(tx)) && !(await isAnyUntold(tx))) await untellEvents(tx, toldNames, DAYS)
  })
}
