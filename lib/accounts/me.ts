import { findActor } from '@/db/accounts/actors'
import { findBlock } from '@/db/accounts/blocks'
import { findMine, type Mine } from '@/db/me/me'
import type { Watched } from '@/db/news/schema'
import { primary } from '@/db/postgres/client'
import { findOwnNew } from '@/db/submissions/own-submissions'
import { sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import type { Actor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { isStopped } from '@/lib/policy/rank'
import { whyNot } from '@/lib/policy/refusals'
import { paths } from '@/lib/routes'

/** What a shared page's script may know of its reader: answers, never a role. */
export type Me =
  | { signedIn: false }
  | {
      signedIn: true
      id: number
      name: string
      canWrite: boolean
      canModerate: boolean
      /** How many submissions wait for a decision; only for those who decide. */
      waitingCount: number | null
      /** How many reports are open, how many of them are urgent, and how many comments are held; only for those who handle them. */
      reports: Mine['reports']
      /** How many things there is unread news of, counted up to 50, and the newest event of them; 0 where there is none. */
      news: number
      newest: number
      /** Whether they watch the entry or the thread whose page asks. */
      isWatching: boolean
      /** How many of one's own submissions wait for a reviewer, and how many need the author. */
      own: Mine['own']
      /** The entries that they would change, each with its most relevant submission; at most 100. */
      ownEdits: Mine['ownEdits']
      /** The new entries among their open submissions, each by the path or the entries where it will stand; at most 20. */
      ownNew: { submissionId: number; path: string | null; about: number[] }[]
      /** The comments of theirs that are held, at most 20. */
      ownHeld: Mine['ownHeld']
      /** Whom they have muted: what these wrote is folded. */
      muted: number[]
      /** The account whose page asks; only for those who may do something to it. */
      person: PersonHere | null
      isBlocked: boolean
      /** Whether they have asked for their account to be deleted. */
      isLeaving: boolean
      /** Why they may save nothing, and until when, as a sentence. */
      blockNote: string | null
    }

/** What the reader of an account's page may do to that account now. */
export interface PersonHere {
  acts: ('rename' | 'role' | 'networks' | 'block' | 'unblock')[]
  /** The current block: by whom, until when, and why, as a sentence. */
  standing: string | null
}

/** The ids of what a page that asks is about: an account, an entry, a thread. */
export type AskedOn = Partial<Record<'person' | 'entry' | 'thread', number | null>>

/** The answer of `/api/me` on a page; besides, how far the account is, as it is kept. */
export async function meOf(actor: Actor, on: AskedOn = {}): Promise<{ me: Me; progress: string | null }> {
  if (actor.kind === 'visitor') return { me: { signedIn: false }, progress: null }
  const canModerate = can(actor, 'moderate')
  const asking = { id: actor.id, watched: watchedOn(on), most: MOST_COUNTED }
  const [{ progress, waiting, ...mine }, person] = await Promise.all([
    findMine(primary(), { ...asking, seesQueue: canModerate, seesReports: can(actor, 'handleReports') }),
    canModerate && on.person != null ? personHere(actor, on.person) : null,
  ])
  const { own } = mine
  const isAnyOpen = own.waiting + own.changesRequested + own.declined > 0
  const me: Me = {
    signedIn: true,
    id: actor.id,
    name: actor.name,
    canWrite: can(actor, 'propose'),
    canModerate,
    waitingCount: waiting,
    ...mine,
    ownNew: isAnyOpen ? await newOnes(actor.id) : [],
    person,
    isBlocked: actor.isBlocked,
    isLeaving: Boolean(actor.leavesAt),
    blockNote: isStopped(actor) ? sentenceOf(whyNot(actor, 'propose').message) : null,
  }
  return { me, progress }
}

const newOnes = async (accountId: number) =>
  (await findOwnNew(primary(), accountId)).map(({ submissionId, title, about }) => ({
    submissionId,
    path: title === null ? null : paths.page(title),
    about,
  }))

function watchedOn({ entry, thread }: AskedOn): Watched | null {
  if (thread != null) return { of: 'thread', targetId: thread }
  return entry == null ? null : { of: 'entry', targetId: entry }
}

async function personHere(actor: Actor, id: number): Promise<PersonHere | null> {
  const found = await findActor(primary(), id)
  if (!found) return null
  const block = can(actor, 'block', found) && found.isBlocked ? await findBlock(primary(), id) : null
  const acts = [
    can(actor, 'renameAccount', found) && ('rename' as const),
    can(actor, 'setRole', found) && ('role' as const),
    can(actor, 'block', found) && ('networks' as const),
    can(actor, 'block', found) && (block ? ('unblock' as const) : ('block' as const)),
  ]
  return {
    acts: acts.filter((act) => act !== false),
    standing: block && messages().accounts.unblock.standing(block),
  }
}
