import type {
  Ability,
  Asked,
  DecisionSubject,
  OwnCommentSubject,
  OwnSubject,
  PersonSubject,
  ReportSubject,
} from './abilities'
import type { AccountActor, Actor } from './actor'
import { isAtLeast, isStopped, isSystem, rankOf } from './rank'
import type { Change, Subject } from './subject'

type Rule<A extends Ability> = (actor: AccountActor, ...asked: Asked[A]) => boolean

const everything: Change = {
  touches: new Set(['wording', 'evidence', 'structure']),
  clearsPrivateLife: false,
}

const isModerator = (actor: Actor) => isAtLeast(actor, 'moderator')
const isOwner = (actor: Actor) => isAtLeast(actor, 'owner')
const touchesOnlyWording = (change: Change) =>
  !change.clearsPrivateLife && [...change.touches].every((touched) => touched === 'wording')

/** Everybody reads what is not deleted; of the deleted, the public learns only when and why. */
export function mayRead(actor: Actor, subject?: Subject): boolean {
  return !subject?.isDeleted || (isModerator(actor) && actor.kind === 'account' && !isStopped(actor))
}

/** Whether an edit goes live at once; where it says no, the edit is held for review. */
function mayPublish(actor: AccountActor, subject: Subject, change = everything): boolean {
  if (subject.isDeleted) return false
  if (isSystem(actor)) return true
  // Private life takes two moderators, so no one publishes it alone, not even by clearing the flag.
  if (subject.isPrivateLife || change.clearsPrivateLife) return false
  if (isModerator(actor)) return true
  if (!isAtLeast(actor, 'trusted') || subject.protection === 'moderators') return false
  return touchesOnlyWording(change) || !subject.isMuchShown
}

/** Whether the actor's vote on another's submission counts; how many votes it takes is decided in lib/review. */
function mayDecide(actor: AccountActor, subject?: DecisionSubject, change = everything): boolean {
  if (!subject) return isAtLeast(actor, 'trusted')
  if (subject.authorId === actor.id) return false
  if (isModerator(actor)) return true
  return isAtLeast(actor, 'trusted') && isLowRisk(subject, change)
}

/** Wording only, on an existing unprotected entry, about no living person and no private life. */
function isLowRisk(subject: Subject, change: Change): boolean {
  return (
    touchesOnlyWording(change) &&
    subject.protection === 'open' &&
    !subject.isNew &&
    !subject.isDeleted &&
    !subject.isAboutLiving &&
    !subject.isPrivateLife
  )
}

/** Nobody handles what is reported about themselves. */
const mayHandle = (actor: AccountActor, report?: ReportSubject) =>
  isModerator(actor) && report?.aboutAccountId !== actor.id

/** Only its author acts on a submission, while it is in one of these states. */
const isOwn = (actor: AccountActor, submission: OwnSubject, ...states: OwnSubject['state'][]) =>
  submission.authorId === actor.id && states.includes(submission.state)

/** Unchanged: what its author withdrew, and what was declined recently. */
const mayReopen = (actor: AccountActor, submission: OwnSubject) =>
  isOwn(actor, submission, 'withdrawn', 'declined') &&
  !(submission.state === 'declined' && submission.isLongDeclined)

/** Nobody acts on themselves, their equals, those above them, or the system account. */
const standsAbove = (actor: AccountActor, person?: PersonSubject) =>
  !person || (person.id !== actor.id && person.role !== 'system' && rankOf(actor.role) > rankOf(person.role))

/**
 * Whether a comment is shown at once. Who may edit an entry at once may comment there at once; elsewhere it takes one
 * published edit. About private life only a moderator's is.
 */
function mayCommentAtOnce(actor: AccountActor, subject: Subject, hasPublished: boolean): boolean {
  if (subject.isDeleted) return false
  if (isModerator(actor) || isSystem(actor)) return true
  if (subject.isPrivateLife || subject.protection === 'moderators') return false
  return isAtLeast(actor, 'trusted') || (hasPublished && subject.protection === 'open')
}

/** One's own, as long as nothing was withheld of it: later the words that others have answered stay. */
const mayEditComment = (actor: AccountActor, { authorId, state, isRecent, isWithheld }: OwnCommentSubject) =>
  authorId === actor.id && (state === 'shown' || state === 'held') && isRecent && !isWithheld

const isSelf = (actor: AccountActor, person?: PersonSubject) => person?.id === actor.id && !isSystem(actor)

/**
 * What an account that is not blocked may do. Reading and reporting, which visitors and blocked accounts may do too,
 * are not asked here.
 */
export const rules: { [A in Exclude<Ability, 'read' | 'report'>]: Rule<A> } = {
  propose: (_, subject) => !subject?.isDeleted,
  publish: mayPublish,
  decide: mayDecide,
  amend: (actor, submission) =>
    isOwn(actor, submission, 'waiting', 'changes_requested', 'declined', 'withdrawn'),
  withdraw: (actor, submission) => isOwn(actor, submission, 'waiting', 'changes_requested'),
  reopen: mayReopen,
  revert: (actor, subject, change) => !isSystem(actor) && mayPublish(actor, subject, change),
  protect: isModerator,
  delete: isModerator,
  rename: isModerator,
  withhold: isModerator,
  suppress: isOwner,
  block: (actor, person) => isModerator(actor) && standsAbove(actor, person),
  setRole: (actor, person) => isOwner(actor) && standsAbove(actor, person),
  renameAccount: (actor, person) =>
    isSelf(actor, person) || (isModerator(actor) && standsAbove(actor, person)),
  renameAuthor: isModerator,
  changeKinds: isOwner,
  changeSettings: isOwner,
  moderate: isModerator,
  readLookUps: isOwner,
  handleReports: mayHandle,
  comment: (_, subject) => !subject?.isDeleted,
  commentAtOnce: mayCommentAtOnce,
  converse: (actor, submission) => isModerator(actor) || submission.authorId === actor.id,
  mention: (actor) => isAtLeast(actor, 'trusted'),
  editComment: mayEditComment,
  withdrawComment: (actor, comment) => comment.authorId === actor.id && comment.state === 'held',
  decideComment: (actor, comment) => isModerator(actor) && comment?.authorId !== actor.id,
  thank: (actor, { authorId, hasPublished }) =>
    hasPublished && authorId !== null && authorId !== actor.id && !isSystem(actor),
  check: (actor, { isOwn }) => !isOwn && !isSystem(actor),
  settle: (actor, thread) => isAtLeast(actor, 'trusted') || thread.startedById === actor.id,
  writeOwnWords: (actor) => isAtLeast(actor, 'trusted'),
  decideOwnWords: (actor, words) => isModerator(actor) && words?.authorId !== actor.id,
}
