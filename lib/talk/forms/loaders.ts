import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { findEntryNames } from '@/db/entries/titles'
import { primary } from '@/db/postgres/client'
import { findSubmission } from '@/db/submissions/submissions'
import {
  type CommentRow,
  findComment,
  findDecisionsOn,
  findThreadOf,
  findVersions,
  hasPublished,
} from '@/db/talk/comments'
import { findThread, type ThreadRow } from '@/db/talk/threads'
import { isVisibleTo } from '@/db/visibility/private-life'
import { requireAccount } from '@/lib/accounts/loaders'
import { called } from '@/lib/entries/called'
import type { GatePlace } from '@/lib/entries/named'
import { entryPath, talkPath } from '@/lib/entries/paths'
import type { AddressText, Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { messages } from '@/lib/messages/messages'
import { readPlaces } from '@/lib/places/loaders'
import type { AccountActor, Actor } from '@/lib/policy/actor'
import { can, readScopeOf, writersScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { currentActor, requireModerator } from '@/lib/sessions/session'
import { strengthsOf, type WithheldStrength } from '@/lib/withholding/strength'
import { type CommentView, type Named, showComments } from '../comment-view'
import { mayConverse } from '../in-thread'
import { asTyped } from '../mentions'
import { minutesLeft } from '../own-comment'
import { placePath, saidPath } from '../place'
import { talkSubject } from '../subject'
import { type Paragraph, plainWords, quoting, readWords } from '../words'
import { beginningWith, factAt, LONGEST_QUOTE, placeAt } from './beginning'

/** Where a form stands: what it is about, and where it leads back to. */
export interface TalkAbout {
  label: string
  path: string
  talkPath: string
}

/** What a form says of what becomes of a comment. */
export interface Writer {
  accountId: number
  isAtOnce: boolean
  /** It is held because of the account, and not because of the place. */
  isNew: boolean
  mayMention: boolean
  /** The places until which it may tell. */
  places: GatePlace[]
}

/** The form that begins a thread. */
export interface NewThreadForm {
  entryId: number
  about: TalkAbout
  writer: Writer
  /** What its text begins with: a quotation. */
  words: string
}

/** The form for a thread about the entry, or the fact, that the address names; not found where there is none to write about. */
export async function loadNewThread(query: Asking<'entry' | 'quote' | 'at'>): Promise<NewThreadForm> {
  const { entry, quote, at } = query
  const entryId = numberOfAddress(entry) ?? (await factAt(at)) ?? notFound()
  const actor = await requireAccount(paths.newThread({ entry, quote, at }))
  const about = await aboutEntry(actor, entryId)
  const words = beginningWith(quote ?? '', placeAt(at) ?? about.path)
  return { entryId, about, writer: await writerOf(actor, entryId), words: quote || at ? words : '' }
}

/** What an entry is called here, for whoever may read and write about it. */
async function aboutEntry(actor: Actor, entryId: number): Promise<TalkAbout> {
  const within = readScopeOf(actor)
  const [row] = await findEntryNames(primary(), within, [entryId])
  if (!row || (row.isDeleted && !can(actor, 'moderate'))) notFound()
  if (!(await isVisibleTo(primary(), within, entryId))) notFound()
  const label = called(row)
  const entry = { ...row, label }
  return { label, path: entryPath(entry), talkPath: talkPath(entry) }
}

async function writerOf(actor: AccountActor, entryId: number | null): Promise<Writer> {
  const [subject, isKnown, places] = await Promise.all([
    entryId === null ? null : talkSubject(primary(), entryId),
    hasPublished(primary(), actor.id),
    entryId === null ? [] : readPlaces(primary()),
  ])
  const isAtOnce = subject === null || can(actor, 'commentAtOnce', subject, isKnown)
  const isNew = subject !== null && can(actor, 'commentAtOnce', subject, true)
  return {
    accountId: actor.id,
    isAtOnce,
    isNew,
    mayMention: can(actor, 'mention'),
    places: places.map(({ id, label }) => ({ id, label })),
  }
}

/** A thread as a form needs it. */
export interface ThreadHere {
  thread: ThreadRow
  about: TalkAbout
}

/** A thread about an entry, for whoever may read it; not found for everybody else. */
const threadFor = cache(async (actor: AccountActor, segment: AddressText): Promise<ThreadHere> => {
  const id = numberOfAddress(segment) ?? notFound()
  const thread = (await findThread(primary(), readScopeOf(actor), id)) ?? notFound()
  return hereOf(actor, thread)
})

/** Where a comment of a thread stands. */
const placeIn = ({ id, submissionId }: ThreadRow, number: number): string =>
  submissionId === null ? placePath(id, number) : saidPath(submissionId, number)

async function hereOf(actor: AccountActor, thread: ThreadRow): Promise<ThreadHere> {
  if (thread.submissionId !== null) {
    const { submission } = (await findSubmission(primary(), thread.submissionId)) ?? notFound()
    if (!mayConverse(actor, submission)) notFound()
    const path = paths.submission(submission.id)
    return { thread, about: { label: messages().talk.conversation.of(submission.id), path, talkPath: path } }
  }
  const isTheirs = thread.startedById === actor.id || can(actor, 'decideComment')
  if (!thread.isShown && !isTheirs) notFound()
  return { thread, about: await aboutEntry(actor, thread.entryId ?? 0) }
}

/** The form that answers in a thread. */
export interface ReplyForm extends ThreadHere {
  writer: Writer
  /** The comment that it answers, with what its words name. */
  answered: { comment: CommentView; named: Named } | null
  words: string
}

/** The form for an answer in a thread, to one of its comments where the address names one by its id. */
export async function loadReply(
  segment: AddressText,
  { to, quote }: Asking<'to' | 'quote'>,
): Promise<ReplyForm> {
  const id = numberOfAddress(segment) ?? notFound()
  const actor = await requireAccount(paths.reply(id, { to, quote }))
  const here = await threadFor(actor, segment)
  // Written there, and not on a page of its own.
  if (here.thread.submissionId !== null) redirect(here.about.talkPath)
  const answeredId = numberOfAddress(to)
  const row = answeredId === null ? null : await findComment(primary(), readScopeOf(actor), answeredId)
  const isHere = row !== null && row.threadId === id && row.state === 'shown' && row.words !== null
  const writer = await writerOf(actor, here.thread.entryId)
  if (!isHere) return { ...here, writer, answered: null, words: '' }
  const { comments, named } = await showComments([row])
  const [comment] = comments
  const said = plainWords(row.words ?? '', row.mentions, named.people).slice(0, LONGEST_QUOTE)
  const words = quote ? quoting(said, paths.comment(row.id)) : ''
  return { ...here, writer, answered: comment ? { comment, named } : null, words }
}

/** A thread to be settled, or opened again, and whether this account may. */
export async function loadSettle(segment: AddressText): Promise<ThreadHere & { may: boolean }> {
  const id = numberOfAddress(segment) ?? notFound()
  const actor = await requireAccount(paths.settleThread(id))
  const here = await threadFor(actor, segment)
  if (here.thread.submissionId !== null) notFound()
  return { ...here, may: can(actor, 'settle', { startedById: here.thread.startedById ?? 0 }) }
}

/** A comment with its thread, for whoever may read it in its state. */
interface OneComment extends ThreadHere {
  actor: AccountActor
  row: CommentRow
}

async function commentFor(actor: AccountActor, segment: AddressText): Promise<OneComment> {
  const id = numberOfAddress(segment) ?? notFound()
  const row = (await findComment(primary(), readScopeOf(actor), id)) ?? notFound()
  const here = await threadFor(actor, String(row.threadId) as AddressText)
  const isTheirs = row.authorId === actor.id || can(actor, 'decideComment')
  if (row.state !== 'shown' && !isTheirs) notFound()
  return { ...here, actor, row }
}

/** One's own comment that is not shown, as its author sees it. */
export interface OwnComment extends ThreadHere {
  comment: CommentView
  named: Named
  /** Why it was declined, and when. */
  decision: { reason: string; at: Date } | null
  /** For how many more minutes it can be changed; 0 for not at all. */
  minutes: number
  mayWithdraw: boolean
}

/**
 * A comment by its permanent address: a shown one leads to its place in its thread, any other is shown to its author,
 * and leads moderators to where they decide.
 */
export async function loadOwnComment(segment: AddressText): Promise<OwnComment> {
  const id = numberOfAddress(segment) ?? notFound()
  const [shown, at] = await Promise.all([
    findComment(primary(), writersScope, id),
    findThreadOf(primary(), id),
  ])
  if (!shown || !at) notFound()
  if (shown.state === 'shown' && at.submissionId === null) redirect(placePath(shown.threadId, shown.number))
  const actor = await currentActor()
  if (actor.kind === 'visitor') notFound()
  const { row, thread, about } = await commentFor(actor, segment)
  if (row.state === 'shown') redirect(placeIn(thread, row.number))
  if (row.authorId !== actor.id) redirect(paths.moderateComment(id))
  const { comments, named } = await showComments([row])
  const comment = comments[0] ?? notFound()
  const minutes = minutesLeft(actor, row)
  const decided = row.state === 'declined' ? await findDecisionsOn(primary(), id) : null
  const decision = decided?.decidedAt ? { reason: decided.declinedReason ?? '', at: decided.decidedAt } : null
  return {
    thread,
    about,
    comment,
    named,
    decision,
    minutes,
    mayWithdraw: row.state === 'held' && !actor.isBlocked,
  }
}

/** The form that changes one's own comment, with the place until which it tells. */
export interface EditForm extends ThreadHere {
  commentId: number
  words: string
  gate: number | null
  writer: Writer
  minutes: number
}

/** The form that changes one's own comment; not found for everybody else's, and after its hour. */
export async function loadEditComment(segment: AddressText): Promise<EditForm> {
  const id = numberOfAddress(segment) ?? notFound()
  const actor = await requireAccount(paths.editComment(id))
  const { row, thread, about } = await commentFor(actor, segment)
  const minutes = minutesLeft(actor, row)
  if (minutes <= 0 || row.words === null) notFound()
  const words = await asTyped(primary(), row.words, row.mentions)
  const writer = await writerOf(actor, thread.entryId)
  return { thread, about, commentId: id, words, gate: row.gatePageId, minutes, writer }
}

/** A comment as moderators see it. */
export interface ModeratedComment extends ThreadHere {
  comment: CommentView
  named: Named
  versions: { words: Paragraph[]; replacedAt: Date }[]
  withholding: Awaited<ReturnType<typeof findDecisionsOn>>
  /** The strengths that this moderator may use. */
  strengths: WithheldStrength[]
  /** Whether it is held, and theirs to decide. */
  mayDecide: boolean
  placePath: string
}

/** A comment with what moderators may know of it and do with it; for everybody else it is not there. */
export async function loadModeration(segment: AddressText): Promise<ModeratedComment> {
  const actor = await requireModerator()
  const { row, thread, about } = await commentFor(actor, segment)
  const { comments, named } = await showComments([row])
  const comment = comments[0] ?? notFound()
  const isReadable = comment.words !== null
  const versions = isReadable ? await findVersions(primary(), row.id) : []
  return {
    thread,
    about,
    comment,
    named,
    versions: versions.map(({ words, replacedAt }) => ({
      words: readWords(words, row.mentions),
      replacedAt,
    })),
    withholding: row.withheld ? await findDecisionsOn(primary(), row.id) : null,
    strengths: strengthsOf(actor),
    mayDecide: row.state === 'held' && can(actor, 'decideComment', { authorId: row.authorId ?? 0 }),
    placePath: placeIn(thread, row.number),
  }
}
