import type { CountedForModerators } from '@/db/events/notices'
import type { EventName } from './catalogue'

/**
 * Which events change what pages that stand open show at once: what an account may do, and the numbers that all
 * moderators see. Whom news concern is told by `told.ts`.
 */
export const counted: Partial<Record<EventName, 'account' | CountedForModerators>> = {
  'account.block-ended': 'account',
  'account.blocked': 'account',
  'account.role-changed': 'account',
  'account.unblocked': 'account',
  'account.way-added': 'account',
  'account.way-removed': 'account',
  'report.closed': 'reports',
  'report.opened': 'reports',
  'report.reopened': 'reports',
  'submission.accepted': 'queue',
  'submission.amended': 'queue',
  'submission.changes-requested': 'queue',
  'submission.declined': 'queue',
  'submission.overtaken': 'queue',
  'submission.reopened': 'queue',
  'submission.sent': 'queue',
  'submission.withdrawn': 'queue',
  // Comments that are held, and words about oneself that wait, stand with the reports.
  'own-words.declined': 'reports',
  'own-words.passed': 'reports',
  'own-words.sent': 'reports',
  'own-words.withdrawn': 'reports',
  'talk.accepted': 'reports',
  'talk.declined': 'reports',
  'talk.held': 'reports',
  'talk.withdrawn': 'reports',
}
