import { forgetOldTokens } from '@/db/accounts/account-tokens'
import { forgetOldHeldNames } from '@/db/accounts/held-names'
import { forgetOldTraces } from '@/db/accounts/network-traces'
import { forgetOldChallenges } from '@/db/accounts/passkeys'
import { forgetBegunSecondSteps } from '@/db/accounts/second-steps'
import { forgetOldSessions } from '@/db/accounts/sessions'
import { forgetOldEvents } from '@/db/cache/cache-events'
import { forgetOldAddresses } from '@/db/captures/looking'
import { forgetOldUploads } from '@/db/files/uploads'
import { deleteOldHeartbeats, forgetFailedJobs } from '@/db/jobs/jobs'
import { forgetOldMails, forgetOldResetRequests } from '@/db/mail/owed-mails'
import { forgetOldNewsMails } from '@/db/news/mails'
import { forgetOldNews } from '@/db/news/news'
import { forgetOldAnswers } from '@/db/operations/answers'
import { forgetOldHosts } from '@/db/outside/hosts'
import { primary } from '@/db/postgres/client'
import { forgetOldWindows } from '@/db/rate-limit/rate-windows'
import { forgetOldReports } from '@/db/reports/reports'
import { forgetOldWishes } from '@/db/submissions/decision-wishes'

const RETENTIONS = [
  forgetOldAnswers,
  forgetOldTraces,
  forgetOldWindows,
  forgetOldSessions,
  forgetOldTokens,
  forgetBegunSecondSteps,
  forgetOldChallenges,
  forgetOldHeldNames,
  forgetOldEvents,
  forgetOldReports,
  forgetOldMails,
  forgetOldResetRequests,
  forgetOldUploads,
  forgetOldNews,
  forgetOldNewsMails,
  forgetOldWishes,
  forgetOldAddresses,
  forgetOldHosts,
  deleteOldHeartbeats,
  forgetFailedJobs,
]

/**
 * Deletes what is kept only for a time: answers, network traces, rate windows, sessions, second steps that
 * were not confirmed, cache events, reports' texts,
 * mails that could not be sent, tickets of uploads, news. Each is a statement of its own.
 */
export async function forgetOld(): Promise<void> {
  for (const forget of RETENTIONS) await forget(primary())
}
