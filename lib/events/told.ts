import type { EventName } from './catalogue'

/** What somebody is told, by what it means to them. */
export const newsKinds = [
  'published',
  'already-done',
  'your-turn',
  'written-to',
  'thanked',
  'not-accepted',
  'reverted',
  'watched',
  'report-answered',
  'role',
  'blocked',
  'unblocked',
  'replied',
  'mentioned',
  'commented',
  'comment-shown',
  'comment-declined',
  'appeal-answered',
  'own-words-shown',
  'own-words-declined',
  'alarm',
  'person-asked',
] as const
export type NewsKind = (typeof newsKinds)[number]

/** Whom an event concerns; `db/news/whom.ts` finds them. */
export type Whom =
  | 'author'
  | 'reviser'
  | 'watchers'
  | 'reporter'
  | 'account'
  | 'commenter'
  | 'answered'
  | 'mentioned'
  | 'owners'
  | 'threadWatchers'
  | 'conversing'

/** What one event is to those whom it concerns. */
export interface Telling {
  whom: Whom
  kind: NewsKind
  /** In which part of somebody's news it stands. */
  family: 'own' | 'watched' | 'talk' | 'account'
  /** Several of a day are one line: all of the kind, or those about one thing. */
  groupedBy: 'kind' | 'thing'
  /** Told within seconds rather than at once: what happens often, and may concern many. */
  isUnhurried?: boolean
  /** Also mailed at once, whatever mail was chosen, but not in quiet hours. */
  isAlarm?: boolean
}

/**
 * Which events are told, to whom, and as what: the one table. Nobody is told of what they did themselves. Of two lines
 * that tell the same account of one event the first counts.
 */
export const told: Partial<Record<EventName, readonly Telling[]>> = {
  'account.block-ended': [{ whom: 'account', kind: 'unblocked', family: 'account', groupedBy: 'thing' }],
  'account.blocked': [{ whom: 'account', kind: 'blocked', family: 'account', groupedBy: 'thing' }],
  'account.role-changed': [{ whom: 'account', kind: 'role', family: 'account', groupedBy: 'thing' }],
  'account.unblocked': [{ whom: 'account', kind: 'unblocked', family: 'account', groupedBy: 'thing' }],
  'appeal.answered': [{ whom: 'account', kind: 'appeal-answered', family: 'account', groupedBy: 'thing' }],
  'entry.published': [
    { whom: 'watchers', kind: 'watched', family: 'watched', groupedBy: 'thing', isUnhurried: true },
  ],
  'entry.reverted': [{ whom: 'reviser', kind: 'reverted', family: 'own', groupedBy: 'thing' }],
  'entry.thanked': [{ whom: 'reviser', kind: 'thanked', family: 'own', groupedBy: 'thing' }],
  'own-words.declined': [
    { whom: 'account', kind: 'own-words-declined', family: 'account', groupedBy: 'kind' },
  ],
  'own-words.passed': [{ whom: 'account', kind: 'own-words-shown', family: 'account', groupedBy: 'kind' }],
  'person.asked': [
    { whom: 'owners', kind: 'person-asked', family: 'account', groupedBy: 'thing', isAlarm: true },
  ],
  'report.closed': [{ whom: 'reporter', kind: 'report-answered', family: 'account', groupedBy: 'thing' }],
  'submission.accepted': [{ whom: 'author', kind: 'published', family: 'own', groupedBy: 'kind' }],
  'submission.changes-requested': [{ whom: 'author', kind: 'your-turn', family: 'own', groupedBy: 'thing' }],
  'submission.commented': [{ whom: 'conversing', kind: 'written-to', family: 'own', groupedBy: 'thing' }],
  'submission.declined': [{ whom: 'author', kind: 'not-accepted', family: 'own', groupedBy: 'thing' }],
  'submission.overtaken': [{ whom: 'author', kind: 'already-done', family: 'own', groupedBy: 'thing' }],
  'talk.accepted': [{ whom: 'commenter', kind: 'comment-shown', family: 'talk', groupedBy: 'thing' }],
  'talk.declined': [{ whom: 'commenter', kind: 'comment-declined', family: 'talk', groupedBy: 'thing' }],
  'talk.mentioned': [{ whom: 'mentioned', kind: 'mentioned', family: 'talk', groupedBy: 'thing' }],
  'talk.replied': [
    { whom: 'answered', kind: 'replied', family: 'talk', groupedBy: 'thing' },
    { whom: 'threadWatchers', kind: 'commented', family: 'watched', groupedBy: 'thing' },
  ],
  'words.closed': [{ whom: 'owners', kind: 'alarm', family: 'account', groupedBy: 'thing', isAlarm: true }],
}

/** The names of the events that are told. */
export const toldNames = Object.keys(told) as EventName[]
