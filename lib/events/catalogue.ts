import type { EventRow } from '@/db/events/events'

type Ids = readonly Exclude<keyof EventRow, 'name' | 'actorId'>[]

/**
 * Every event by noun and past participle, with the ids that it carries. A name must never change, since events are
 * kept forever.
 */
export const catalogue = {
  /** A block has run out. */
  'account.block-ended': ['accountId'],
  'account.blocked': ['accountId'],
  'account.created': ['accountId'],
  /** Its time had come: its ways in are gone, and its name where that was asked for. */
  'account.deleted': ['accountId'],
  'account.renamed': ['accountId'],
  'account.role-changed': ['accountId'],
  'account.unblocked': ['accountId'],
  /** A way to sign in, or a second step of signing in, was added to an account, or removed from it. */
  'account.way-added': ['accountId'],
  'account.way-removed': ['accountId'],
  /** A blocked account contests its block, and is answered. */
  'appeal.answered': ['accountId'],
  'appeal.sent': ['accountId'],
  'entry.alias-added': ['entryId'],
  'entry.alias-removed': ['entryId'],
  'entry.deleted': ['entryId'],
  'entry.erased': ['entryId'],
  'entry.hidden': ['entryId'],
  /** Into another; here by the one whose address leads there from now on. */
  'entry.merged': ['entryId'],
  'entry.protected': ['entryId'],
  /** A revision became its head; `actorId` is its author. */
  'entry.published': ['entryId', 'revisionId'],
  'entry.renamed': ['entryId'],
  'entry.restored': ['entryId'],
  /** An edit was undone, here by its revision. */
  'entry.reverted': ['entryId', 'revisionId'],
  'entry.suppressed': ['entryId'],
  /** Somebody thanked for an edit. */
  'entry.thanked': ['entryId', 'revisionId'],
  'entry.unhidden': ['entryId'],
  'entry.unprotected': ['entryId'],
  'entry.unsuppressed': ['entryId'],
  /** What somebody says of themselves, here by their account; what is declined may have been shown before. */
  'own-words.declined': ['accountId'],
  'own-words.passed': ['accountId'],
  'own-words.sent': ['accountId'],
  'own-words.withdrawn': ['accountId'],
  /** Somebody says that a page is about them, and nothing of it is closed by that. */
  'person.asked': ['reportId'],
  'report.closed': ['reportId'],
  'report.opened': ['reportId'],
  'report.reopened': ['reportId'],
  'submission.accepted': ['submissionId'],
  'submission.amended': ['submissionId'],
  'submission.changes-requested': ['submissionId'],
  /** Its author or a reviewer wrote in its conversation. */
  'submission.commented': ['submissionId', 'threadId', 'commentId'],
  'submission.declined': ['submissionId'],
  /** Everything that it proposed was in the entry already. */
  'submission.overtaken': ['submissionId'],
  'submission.reopened': ['submissionId'],
  'submission.sent': ['submissionId'],
  /** A moderator agreed where two must. */
  'submission.voted': ['submissionId'],
  'submission.withdrawn': ['submissionId'],
  /** A comment that was held is shown: what it began or answered is told by events of their own. */
  'talk.accepted': ['threadId', 'commentId'],
  'talk.declined': ['threadId', 'commentId'],
  'talk.edited': ['threadId', 'commentId'],
  'talk.erased': ['threadId', 'commentId'],
  'talk.held': ['threadId', 'commentId'],
  'talk.hidden': ['threadId', 'commentId'],
  /** An account was mentioned in a comment that is shown. */
  'talk.mentioned': ['threadId', 'commentId', 'accountId'],
  'talk.reopened': ['threadId'],
  /** A comment is shown that answers; `actorId` is who sent or accepted it. */
  'talk.replied': ['threadId', 'commentId'],
  'talk.resolved': ['threadId'],
  'talk.started': ['threadId', 'commentId'],
  'talk.suppressed': ['threadId', 'commentId'],
  'talk.unhidden': ['threadId', 'commentId'],
  'talk.unsuppressed': ['threadId', 'commentId'],
  'talk.withdrawn': ['threadId', 'commentId'],
  /** A report closed words to the public while moderators check them. */
  'words.closed': ['reportId'],
  /** A moderator decided: they stay; they are gone; they were changed. Or nobody did for a day, and they are open. */
  'words.upheld': ['reportId'],
  'words.withheld': ['reportId'],
  'words.changed': ['reportId'],
  'words.opened': ['reportId'],
  /** An owner undid that somebody's private life is closed for good. */
  'words.reopened': ['reportId'],
} as const satisfies Record<string, Ids>

type Catalogue = typeof catalogue
export type EventName = keyof Catalogue

/** An event of this name: who caused it (null for a visitor, and for the wiki itself), and its ids. */
export type EventOf<Name extends EventName> = Name extends EventName
  ? { name: Name; actorId: number | null } & Record<Catalogue[Name][number], number>
  : never

export type WikiEvent = EventOf<EventName>
