import type { SubmissionRow } from '@/db/submissions/submissions'
import type { CommentState } from '@/db/talk/comments'
import type { Role } from './actor'
import type { Change, Subject } from './subject'

/** Every ability, in the order in which the interface shows the answers. */
export const abilityNames = [
  'read',
  'propose',
  'publish',
  'decide',
  'amend',
  'withdraw',
  'reopen',
  'revert',
  'protect',
  'delete',
  'rename',
  'withhold',
  'suppress',
  'block',
  'setRole',
  'renameAccount',
  'renameAuthor',
  'changeKinds',
  'changeSettings',
  'moderate',
  'readLookUps',
  'report',
  'handleReports',
  'comment',
  'commentAtOnce',
  'converse',
  'mention',
  'editComment',
  'withdrawComment',
  'decideComment',
  'settle',
  'thank',
  'check',
  'writeOwnWords',
  'decideOwnWords',
] as const
export type Ability = (typeof abilityNames)[number]

/** An entry as a submission would change it: nobody decides their own. */
export interface DecisionSubject extends Subject {
  authorId: number
}

/** A submission that its author does something with. */
export interface OwnSubject {
  authorId: number
  state: SubmissionRow['state']
  /** It was declined too long ago to be sent again unchanged. */
  isLongDeclined: boolean
}

/** An account that something is done to. */
export interface PersonSubject {
  id: number
  role: Role
}

/** A report; `aboutAccountId` is set where an account itself is reported. */
export interface ReportSubject {
  aboutAccountId: number | null
}

/** A comment that its author does something with. */
export interface OwnCommentSubject {
  authorId: number
  state: CommentState
  /** It was sent less than an hour ago. */
  isRecent: boolean
  /** Its words are hidden, suppressed or erased. */
  isWithheld: boolean
}

/**
 * What has to be known to answer. A missing change counts as one of every class; a missing entry, where it may be left
 * out, as an open one.
 */
export interface Asked {
  read: [subject?: Subject]
  propose: [subject?: Subject]
  publish: [subject: Subject, change?: Change]
  /** Without an entry: whether they may decide any submissions at all. */
  decide: [subject?: DecisionSubject, change?: Change]
  amend: [submission: OwnSubject]
  withdraw: [submission: OwnSubject]
  reopen: [submission: OwnSubject]
  revert: [subject: Subject, change?: Change]
  protect: [subject?: Subject]
  delete: [subject?: Subject]
  rename: [subject?: Subject]
  withhold: [subject?: Subject]
  suppress: [subject?: Subject]
  /** Without a person, this and the next two: whether they may do this to anybody at all. */
  block: [person?: PersonSubject]
  setRole: [person?: PersonSubject]
  /** Their own, or somebody else's. */
  renameAccount: [person?: PersonSubject]
  /** An author of another wiki. */
  renameAuthor: []
  /** What kinds of pages there are, and their fields. */
  changeKinds: []
  /** What the wiki decides about itself: its name, its front page. */
  changeSettings: []
  moderate: []
  /** Who looked up whose networks. */
  readLookUps: []
  report: []
  handleReports: [report?: ReportSubject]
  /** Whether they may write about an entry at all. */
  comment: [subject?: Subject]
  /** Whether it is shown at once; where not, it is held. `hasPublished`: an edit of theirs was published before. */
  commentAtOnce: [subject: Subject, hasPublished: boolean]
  /** Read and write the conversation of a submission. */
  converse: [submission: { authorId: number }]
  /** Whether those whom they mention are told. */
  mention: []
  editComment: [comment: OwnCommentSubject]
  withdrawComment: [comment: OwnCommentSubject]
  /** A held one; without one: whether they may decide any. */
  decideComment: [comment?: { authorId: number }]
  /** Say that a thread is settled, and open it again. */
  settle: [thread: { startedById: number }]
  /** Thank for an edit; the author is null where it was made elsewhere. `hasPublished`: an edit of their own was published. */
  thank: [edit: { authorId: number | null; hasPublished: boolean }]
  /** Say whether a source says what a fact cites it for; `isOwn`: they wrote those words or brought that source. */
  check: [citation: { isOwn: boolean }]
  /** Say something of oneself on one's own page. */
  writeOwnWords: []
  /** What somebody says of themselves; without it: whether they may decide any. */
  decideOwnWords: [words?: { authorId: number }]
}
