import { findOpenAppeals } from '@/db/accounts/appeals'
import { primary } from '@/db/postgres/client'
import { countOpenReports } from '@/db/reports/open-reports'
import { countQueue } from '@/db/review/review'
import { countHeldComments } from '@/db/talk/held'
import { findWaitingWords } from '@/db/talk/own-words'
import type { LogLine } from '@/lib/entries/acts'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { can } from '@/lib/policy/policy'
import { loadLog } from '@/lib/public-log/loaders'
import { requireModerator } from '@/lib/sessions/session'

const LATEST = 8

/** What waits for moderators, and what was done lately. */
export interface ModerationHome {
  reports: { open: number; urgent: number }
  waiting: number
  /** How many comments are held. */
  comments: number
  /** How many appeals against blocks are open, counted up to a few. */
  appeals: number
  /** How many texts about oneself wait, counted up to a few. */
  ownWords: number
  latest: LogLine[]
  /** Whether they may change the settings of the wiki. */
  maySet: boolean
  mayReadLookUps: boolean
}

/** The moderators' own front page; for everybody else it is not there. */
export async function loadModerationHome(): Promise<ModerationHome> {
  const moderator = await requireModerator()
  const [reports, waiting, log, comments, appeals, ownWords] = await Promise.all([
    countOpenReports(primary(), moderator.id, MOST_COUNTED),
    countQueue(primary(), null, MOST_COUNTED),
    loadLog({}),
    countHeldComments(primary(), MOST_COUNTED),
    findOpenAppeals(primary(), null, MOST_COUNTED),
    findWaitingWords(primary(), MOST_COUNTED),
  ])
  const maySet = can(moderator, 'changeSettings')
  const mayReadLookUps = can(moderator, 'readLookUps')
  return {
    reports,
    waiting,
    comments,
    appeals: appeals.length,
    ownWords: ownWords.length,
    latest: log.lines.slice(0, LATEST),
    maySet,
    mayReadLookUps,
  }
}
