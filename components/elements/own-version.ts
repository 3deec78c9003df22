import { visitor as texts } from '#texts/visitor'
import type { Me } from '@/lib/accounts/me'
import { paths } from '@/lib/routes'
import { dress, parsed } from './dress'
import { make } from './make'

/** As in `events.ts`, which is part of the one script that imports nothing. */
const ADDED: typeof import('./events').ADDED = 'loreleaf:added'

type SignedIn = Extract<Me, { signedIn: true }>

/** So many new facts of one's own stand on a page; the others are in the list of what one sent. */
const MOST_NEW = 5

/**
 * Puts what the reader sent, and nobody else sees yet, where it will stand: their version of this entry in place of what
 * everybody sees (`data-public`), with a switch between both; their new facts about it at the end of its facts; a page of
 * theirs at its future address. Gives what takes it all away again; where something cannot be fetched, the page stays as
 * it is.
 */
export async function showOwnVersions(me: SignedIn, here: number): Promise<() => void> {
  const edit = me.ownEdits.find(({ entryId }) => entryId === here)
  const page = me.ownNew.find(({ path }) => path !== null && samePath(path))
  const instead = edit ?? page
  const facts = me.ownNew.filter(({ about }) => about.includes(here)).slice(0, MOST_NEW)
  const undo = await Promise.all([
    instead && quietly(replacePublic(instead.submissionId)),
    ...facts.map(({ submissionId }) => quietly(addFact(submissionId))),
  ])
  document.dispatchEvent(new Event(ADDED))
  return () => {
    for (const one of undo) one?.()
  }
}

const quietly = (shown: Promise<() => void>) => shown.catch(() => undefined)

const samePath = (path: string) => decoded(path) === decoded(location.pathname)

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

async function replacePublic(submissionId: number): Promise<() => void> {
  const whatAllSee = [...document.querySelectorAll<HTMLElement>('[data-public], [data-missing] > *')]
  const [first] = whatAllSee
  if (!first) return () => {}
  const own = await fetchOwn(submissionId)
  const look = own.querySelector<HTMLElement>('.look')
  const change = make('button', { type: 'button', class: 'btn' })
  const show = (isOwn: boolean) => {
    for (const part of whatAllSee) part.hidden = isOwn
    if (look) look.hidden = !isOwn
    own.classList.toggle('is-folded', !isOwn)
    change.textContent = isOwn ? texts.ownVersion.asAll : texts.ownVersion.own
  }
  change.addEventListener('click', () => show(look?.hidden === true))
  own.querySelector('.own-mark')?.append(' ', change)
  first.before(own)
  show(true)
  return () => {
    own.remove()
    for (const part of whatAllSee) part.hidden = false
  }
}

async function addFact(submissionId: number): Promise<() => void> {
  const place = document.querySelector('[data-own-facts]')
  if (!place) return () => {}
  const own = await fetchOwn(submissionId)
  place.append(own)
  return () => own.remove()
}

async function fetchOwn(submissionId: number): Promise<HTMLElement> {
  const answer = await fetch(paths.ownLook(submissionId))
  const page = parsed(await answer.text())
  const own = answer.ok ? page.querySelector<HTMLElement>('[data-own-version]') : null
  if (!own) throw new Error('it cannot be shown')
  await dress(page)
  return document.adoptNode(own)
}
