import { notFound, redirect } from 'next/navigation'
import { findActor } from '@/db/accounts/actors'
import { primary } from '@/db/postgres/client'
import { findNewestWords, findWaitingWords, type OwnWordsRow } from '@/db/talk/own-words'
import { requireAccount } from '@/lib/accounts/loaders'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { can } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { requireModerator } from '@/lib/sessions/session'
import { type ShownWords, shown } from './shown'

/** One version, for those who may see it. */
export interface OneVersion extends ShownWords {
  id: number
  at: Date
  reason: string | null
}

async function version(row: OwnWordsRow | undefined): Promise<OneVersion | null> {
  return row ? { ...(await shown(row.words)), id: row.id, at: row.sentAt, reason: row.reason } : null
}

/** One's own page of what one says of oneself. */
export interface OwnWordsPage {
  accountId: number
  mayWrite: boolean
  /** Whether what one writes is shown at once. */
  isAtOnce: boolean
  waiting: OneVersion | null
  shown: OneVersion | null
  /** The newest, where a moderator let it not be shown, or not any more. */
  declined: OneVersion | null
  /** What the form begins with, as it was typed. */
  typed: string
}

/** What one says of oneself, as it stands; a visitor signs in first. */
export async function loadOwnWords(): Promise<OwnWordsPage> {
  const actor = await requireAccount(paths.ownWords())
  const rows = await findNewestWords(primary(), actor.id)
  const newest = rows.reduce<OwnWordsRow | undefined>((a, b) => (a && a.id > b.id ? a : b), undefined)
  const of = (state: OwnWordsRow['state']) => rows.find((row) => row.state === state)
  const declined = newest?.state === 'declined' ? newest : undefined
  return {
    accountId: actor.id,
    mayWrite: can(actor, 'writeOwnWords'),
    isAtOnce: can(actor, 'moderate'),
    waiting: await version(of('waiting')),
    shown: await version(of('shown')),
    declined: await version(declined),
    typed: (of('waiting') ?? declined ?? of('shown'))?.words ?? '',
  }
}

/** Somebody's words as moderators decide of them; not found for everybody else. */
export async function loadWordsToDecide(id: AddressText) {
  const accountId = numberOfAddress(id) ?? notFound()
  const actor = await requireModerator()
  if (actor.id === accountId) redirect(paths.ownWords())
  const person = (await findActor(primary(), accountId)) ?? notFound()
  const rows = await findNewestWords(primary(), accountId)
  const of = (state: OwnWordsRow['state']) => version(rows.find((row) => row.state === state))
  return { id: person.id, name: person.name, waiting: await of('waiting'), shown: await of('shown') }
}

/** Words that wait in the moderators' queue. */
export interface WaitingWords extends ShownWords {
  id: number
  author: { id: number; name: string }
  at: Date
  isOwn: boolean
}

const MOST_LISTED = 25

/** The words about oneself that wait for moderators, the oldest first, at most 25. */
export async function loadWaitingWords(): Promise<WaitingWords[]> {
  const actor = await requireModerator()
  const rows = await findWaitingWords(primary(), MOST_LISTED)
  return Promise.all(
    rows.map(async ({ id, words, sentAt, authorId, authorName }) => ({
      ...(await shown(words)),
      id,
      author: { id: authorId, name: authorName },
      at: sentAt,
      isOwn: authorId === actor.id,
    })),
  )
}
