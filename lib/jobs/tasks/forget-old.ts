import { primary } from '@/db/client'
import { forgetOldTokens } from '@/db/queries/account-tokens'
import { forgetOldAnswers } from '@/db/queries/answers'
import { forgetOldEvents } from '@/db/queries/cache-events'
import { forgetOldHeldNames } from '@/db/queries/held-names'
import { forgetFailedJobs, forgetOldBeats } from '@/db/queries/jobs'
import { forgetOldTraces } from '@/db/queries/network-traces'
import { forgetOldMails, forgetOldResetRequests } from '@/db/queries/owed-mails'
import { forgetOldWindows } from '@/db/queries/rate-windows'
import { forgetOldReports } from '@/db/queries/reports'
import { forgetOldSessions } from '@/db/queries/sessions'

const RETENTIONS = [
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
  forgetFailedJobs,
]

/**
 * Forgets what is kept for a time only: answers, network traces, rate windows, sessions, cache events, reports' words,
 * mails that nobody could send. Each is a statement of its own.
 */
export async function forgetOld(): Promise<void> {
  for (const forget of RETENTIONS) await forget(primary())
}
