import type { SubmissionRow } from '@/db/submissions/submissions'
import type { Role } from './actor'
import type { Change, Subject } from './subject'

/** What can be asked about, in the order in which the interface presents the answers. */
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
  'moderate',
  'report',
  'handleReports',
] as const
export type Ability = (typeof abilityNames)[number]

/** An entry as somebody's submission would change it: nobody decides their own. */
export interface DecisionSubject extends Subject {
  authorId: number
}

/** A submission that its author does something with. */
export interface OwnSubject {
  authorId: number
  state: SubmissionRow['state']
  /** It was declined longer ago than it can be taken up again in the same words. */
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

/**
 * What must be known to answer. A change that is not given is taken to touch everything; an entry that is not given,
 * where it may be left out, is taken to be an open one.
 */
export interface Asked {
  read: [subject?: Subject]
  propose: [subject?: Subject]
  publish: [subject: Subject, change?: Change]
  /** Without an entry: whether their word counts on anything that others send. */
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
  /** Without a person, this and the next two: whether they do this to anybody else at all. */
  block: [person?: PersonSubject]
  setRole: [person?: PersonSubject]
  /** Their own, or somebody else's. */
  renameAccount: [person?: PersonSubject]
  /** An author of another wiki. */
  renameAuthor: []
  moderate: []
  report: []
  handleReports: [report?: ReportSubject]
}
