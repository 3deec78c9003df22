import { findBells } from '@/db/news/bells'
import { primary } from '@/db/postgres/client'
import { countOpenReportsFor } from '@/db/reports/open-reports'
import { countQueue } from '@/db/review/review'
import { countHeldComments } from '@/db/talk/held'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { can } from '@/lib/policy/policy'
import type { Numbers } from './numbers'

/**
 * What the corner counts for each of these sessions that is open at this moment: one statement for all of them, and three
 * more where moderators are among them.
 */
export async function lookUpNumbers(sessionIds: readonly string[]): Promise<Map<string, Numbers>> {
  const bells = await findBells(primary(), sessionIds)
  const those = (ability: 'moderate' | 'handleReports') =>
    new Set(bells.filter(({ actor }) => can(actor, ability)).map(({ actor }) => actor.id))
  const [moderators, handlers] = [those('moderate'), those('handleReports')]
  const [waiting, reports, held] = await Promise.all([
    moderators.size > 0 ? countQueue(primary(), null, MOST_COUNTED) : null,
    handlers.size > 0 ? countOpenReportsFor(primary(), [...handlers], MOST_COUNTED) : null,
    handlers.size > 0 ? countHeldComments(primary(), MOST_COUNTED) : 0,
  ])
  const reportsOf = (id: number) => {
    const open = reports?.get(id)
    return open ? { ...open, held } : null
  }
  return new Map(
    bells.map(({ sessionId, actor: { id }, news, newest }) => [
      sessionId,
      {
        id,
        news,
        newest,
        waitingCount: moderators.has(id) ? waiting : null,
        reports: reportsOf(id),
      },
    ]),
  )
}
