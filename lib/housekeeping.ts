import { primary, transaction } from '@/db/client'
import { forgetOldTokens } from '@/db/queries/account-tokens'
import { forgetOldAnswers } from '@/db/queries/answers'
import { forgetOldEvents } from '@/db/queries/cache-events'
import { forgetOldHeldNames } from '@/db/queries/held-names'
import { forgetOldBeats } from '@/db/queries/jobs'
import { isTurnToKeepHouse } from '@/db/queries/locks'
import { forgetOldTraces } from '@/db/queries/network-traces'
import { forgetOldMails, forgetOldResetRequests } from '@/db/queries/owed-mails'
import { forgetOldWindows } from '@/db/queries/rate-windows'
import { forgetOldReports } from '@/db/queries/reports'
import { forgetOldSessions } from '@/db/queries/sessions'
import { keepStandingsCaughtUp } from '@/lib/facts/catch-up-standings'
import { logError } from '@/lib/log'

const DAY = 24 * 60 * 60 * 1000

const CHORES = [
  forgetOldAnswers,
  forgetOldTraces,
  forgetOldWindows,
  forgetOldSessions,
  forgetOldTokens,
  forgetOldHeldNames,
  forgetOldEvents,
  forgetOldReports,
  forgetOldMails,
  forgetOldResetRequests,
  forgetOldBeats,
]

/**
 * Forgets what is kept for a time only: answers, network traces, rate windows, sessions, cache events, reports' words.
 * Of several processes that keep house at once one does it, and the others have nothing to do. The transaction holds
 * the turn alone: each chore is a statement of its own.
 */
export async function keepHouse(): Promise<void> {
  await transaction(async (tx) => {
    if (!(await isTurnToKeepHouse(tx))) return
    for (const forget of CHORES) await forget(primary())
  })
}

/**
 * Keeps house now and once a day, and catches up with standings that were put off; gives the function that stops both. A
 * day that fails is logged, and the next tries again.
 */
export function keepHouseDaily(): () => void {
  const keep = () => keepHouse().catch((error) => logError(error, { job: 'housekeeping' }))
  void keep()
  const timer = setInterval(keep, DAY)
  timer.unref()
  const leaveStandings = keepStandingsCaughtUp()
  return () => {
    clearInterval(timer)
    leaveStandings()
  }
}
