import type { EventRow } from '@/db/events/events'

type Ids = readonly Exclude<keyof EventRow, 'name' | 'actorId'>[]

/**
 * Everything that is told when it happened, as noun and what became of it, with the ids that it names. A name once given
 * stays, since events are kept for good.
 */
export const catalogue = {
  'account.blocked': ['accountId'],
  'account.created': ['accountId'],
  'account.renamed': ['accountId'],
  'account.role-changed': ['accountId'],
  'account.unblocked': ['accountId'],
  'entry.alias-added': ['entryId'],
  'entry.alias-removed': ['entryId'],
  'entry.deleted': ['entryId'],
  'entry.erased': ['entryId'],
  'entry.hidden': ['entryId'],
  'entry.protected': ['entryId'],
  /** A revision became its head; `actorId` is its author. */
  'entry.published': ['entryId', 'revisionId'],
  'entry.renamed': ['entryId'],
  'entry.restored': ['entryId'],
  'entry.suppressed': ['entryId'],
  'entry.unhidden': ['entryId'],
  'entry.unprotected': ['entryId'],
  'entry.unsuppressed': ['entryId'],
  'report.closed': ['reportId'],
  'report.opened': ['reportId'],
  'report.reopened': ['reportId'],
  'submission.accepted': ['submissionId'],
  'submission.amended': ['submissionId'],
  'submission.changes-requested': ['submissionId'],
  'submission.declined': ['submissionId'],
  /** Everything that it proposed was there already. */
  'submission.overtaken': ['submissionId'],
  'submission.reopened': ['submissionId'],
  'submission.sent': ['submissionId'],
  /** Somebody agreed to it where two must. */
  'submission.voted': ['submissionId'],
  'submission.withdrawn': ['submissionId'],
} as const satisfies Record<string, Ids>

type Catalogue = typeof catalogue
export type EventName = keyof Catalogue

/** An event of this name: who did it (null for a visitor, and for the wiki itself), and the ids that it names. */
export type EventOf<Name extends EventName> = Name extends EventName
  ? { name: Name; actorId: number | null } & Record<Catalogue[Name][number], number>
  : never

export type WikiEvent = EventOf<EventName>
