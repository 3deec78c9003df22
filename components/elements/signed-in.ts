import { upTo } from '#texts/up-to'
import { visitor as texts } from '#texts/visitor'
import type { Me } from '@/lib/accounts/me'
import type { Numbers } from '@/lib/live/numbers'
import { paths } from '@/lib/routes'
import { make } from './make'
import { foldMuted, markOwn } from './muted'

type SignedIn = Extract<Me, { signedIn: true }>

/** Where which reader is shown. */
let shown: { corner: HTMLElement; me: SignedIn } | null = null
/** What was put into other parts of the page; it goes when somebody else reads. */
let elsewhere: Element[] = []
/** Takes away what they sent and nobody else sees yet. */
let hideOwn: Promise<() => void> | null = null
let isNoteClosed = false

/**
 * Shows the page as it is for this reader: their corner, badges and notes, and what they may do (`data-may` on the
 * document, by which CSS shows the parts whose `data-for` names them). A page names its entry with `data-entry="ID"`.
 * For a visitor the corner holds `asSent` again.
 */
export function showReader(corner: HTMLElement, me: Me, asSent: Node[]): void {
  for (const part of elsewhere) part.remove()
  elsewhere = []
  foldMuted(me.signedIn ? me.muted : [])
  markOwn(me.signedIn ? me.id : null)
  void hideOwn?.then((hide) => hide())
  hideOwn = null
  document.documentElement.dataset.may = me.signedIn ? mayOf(me) : ''
  corner.replaceChildren(...(me.signedIn ? cornerOf(me) : asSent))
  shown = me.signedIn ? { corner, me } : null
  if (!me.signedIn) return
  hideOwn = ownVersions(me)
  // What stands in its place says there how it stands.
  void Promise.resolve(hideOwn).then(() => {
    if (shown?.me === me) add(document.body, noteFor(me))
  })
  add(document.querySelector('[data-standing]'), standingIn(me))
  add(document.querySelector('[data-own-turn]'), turnBadge(me))
  for (const place of document.querySelectorAll<HTMLElement>('[data-own-held]'))
    for (const held of me.ownHeld) if (isHere(held, place)) add(place, heldNote(held, place))
  const ways = document.querySelector<HTMLAnchorElement>('[data-watch]')
  if (ways) add(ways.parentElement, watchForm(me, ways))
  // Safari has no `requestIdleCallback`.
  if ('requestIdleCallback' in window) requestIdleCallback(listen, { timeout: 5_000 })
  else setTimeout(listen, 500)
}

const listen = () => void import('./live').then((live) => live.listen(showNumbers)).catch(() => {})

/**
 * Shows these numbers in the corner: a link that says the same as before stays untouched, and the others keep the focus.
 * False where they are not of who is shown, or that one has other links now.
 */
function showNumbers(numbers: Numbers): boolean {
  const { id, waitingCount, reports, newest } = numbers
  if (!shown || shown.me.id !== id) return false
  const { me, corner } = shown
  if ((waitingCount === null) !== (me.waitingCount === null) || !reports !== !me.reports) return false
  const isNews = newest !== me.newest
  Object.assign(me, numbers)
  for (const fresh of cornerOf(me)) {
    const there = corner.querySelector<HTMLElement>(`:scope > a[href="${fresh.getAttribute('href')}"]`)
    if (!there || there.ariaLabel === fresh.ariaLabel) continue
    there.ariaLabel = fresh.ariaLabel
    there.replaceChildren(...fresh.childNodes)
  }
  if (isNews) void showAnewHere()
  return true
}

/** A page that lists what there is news of is shown anew, but not under the hands of somebody who is in it. */
async function showAnewHere(): Promise<void> {
  const list = document.querySelector('main[data-live]')
  if (list && !list.contains(document.activeElement)) await (await import('./show-anew')).showAnew(null)
}

function mayOf({ id, canWrite, canModerate, person }: SignedIn): string {
  const isSelf = document.querySelector(`[data-person="${id}"]`) !== null
  const may = [canWrite && 'write', canModerate && 'moderate', isSelf && 'self', ...(person?.acts ?? [])]
  return may.filter(Boolean).join(' ')
}

function add(place: Element | null, part: Element | null): void {
  if (!place || !part) return
  place.append(part)
  elsewhere.push(part)
}

function cornerOf(me: SignedIn): HTMLElement[] {
  const parts = [
    me.reports && reportsLink(me.reports),
    reviewLink(me),
    ownWorkLink(me),
    bell(me),
    accountLink(me),
  ]
  return parts.filter((part) => part !== null)
}

const link = (href: string, label: string, ...children: (Node | string | null | false)[]) =>
  make('a', { href, 'aria-label': label }, ...children)

/** One number: what is open for moderators beside the queue of edits. */
function reportsLink({ open, urgent, held }: NonNullable<SignedIn['reports']>) {
  const all = open + held
  const count = all > 0 && make('b', { class: urgent > 0 ? 'is-urgent' : undefined }, upTo(all))
  return link(paths.moderation(), texts.reports(open, urgent, held), `${texts.moderate} `, count)
}

function reviewLink({ canModerate, waitingCount }: SignedIn) {
  if (!canModerate) return null
  const count = waitingCount ? make('b', {}, upTo(waitingCount)) : null
  return link(paths.review(), texts.toReview(waitingCount ?? 0), `${texts.review} `, count)
}

const turnsOf = ({ own }: SignedIn) => own.changesRequested + own.declined

/** The reader's own submissions: those that need them, or else those that wait for review. */
function ownWorkLink(me: SignedIn) {
  const { own } = me
  const turns = turnsOf(me)
  if (turns > 0) {
    const count = make('b', { class: 'is-turn' }, String(turns))
    return link(paths.submissions(), texts.yourTurnCount(own), `${texts.yourTurn} `, count)
  }
  if (own.waiting === 0) return null
  const count = make('b', {}, String(own.waiting))
  return link(paths.submissions(), texts.waitingCount(own.waiting), `${texts.waiting} `, count)
}

/** How many unread things the bell counts. */
const MOST_NEWS = 9

function bell({ news }: SignedIn) {
  const count = news > 0 && make('b', { class: 'is-turn' }, upTo(news, MOST_NEWS))
  const to = link(paths.news(), texts.news(news > 0 ? upTo(news, MOST_NEWS) : ''), drawing(BELL), count)
  to.className = 'bell'
  return to
}

/** Lucide's bell (ISC licence), as `components/ui/Icon.tsx` has it. */
const BELL =
  'M10.268 21a2 2 0 0 0 3.464 0M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326'

function drawing(path: string) {
  const svg = drawn('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' })
  svg.append(drawn('path', { d: path }))
  return svg
}

function drawn(tag: 'svg' | 'path', attributes: Record<string, string>) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

function accountLink({ name }: SignedIn) {
  const initials = [...name].slice(0, 2).join('').toUpperCase()
  return make(
    'a',
    { href: paths.account(), class: 'visitor-name', 'aria-label': texts.account(name), title: name },
    make('span', { class: 'face', 'aria-hidden': 'true' }, initials),
    make('span', { class: 'name' }, name),
  )
}

/** In the place of the link to the ways to watch: one press to watch this or not any more, and to the ways, if there are any. */
function watchForm({ isWatching }: SignedIn, ways: HTMLAnchorElement) {
  const [of = '', targetId = ''] = ways.dataset.watch?.split(' ') ?? []
  const says = { targetId, of, on: isWatching ? 'no' : 'yes', next: location.pathname + location.search }
  const words = of === 'thread' ? texts.thread : texts
  return make(
    'form',
    { method: 'post', action: paths.changeWatch(), class: 'watch-now' },
    ...Object.entries(says).map(([name, value]) => make('input', { type: 'hidden', name, value })),
    make('button', { type: 'submit' }, isWatching ? words.unwatch : words.watch),
    of === 'entry' && make('a', { href: ways.href, rel: 'nofollow' }, texts.waysToWatch),
  )
}

/** On a phone the corner has room for the icon only, so the count is shown at the account in the bottom bar. */
function turnBadge(me: SignedIn) {
  if (turnsOf(me) === 0) return null
  return make(
    'b',
    { class: 'thumb-badge' },
    make('span', { 'aria-hidden': 'true' }, String(turnsOf(me))),
    make('span', { class: 'sr-only' }, ` · ${texts.yourTurnCount(me.own)}`),
  )
}

type OwnHeld = SignedIn['ownHeld'][number]

/** Whether a held comment belongs into this thread, or begins one in this list. */
const isHere = ({ threadId, number, entryId }: OwnHeld, { dataset: { thread, about } }: HTMLElement) =>
  thread === undefined ? number === 1 && Number(about) === entryId : Number(thread) === threadId

/** In its thread a held comment stands with its words, which are fetched; a list says that there is one. */
function heldNote({ id }: OwnHeld, { dataset: { thread } }: HTMLElement) {
  const [state, words, see] = texts.heldComment
  const link = make('a', { href: paths.comment(id) }, see)
  const note = make('div', {}, make('p', {}, make('b', {}, state), make('span', {}, words), link))
  if (thread !== undefined) void import('./held').then((held) => held.showWords(note, id)).catch(() => {})
  return note
}

/** On a blocked account's page, for those who may lift the block: by whom, until when and why. */
const standingIn = ({ person }: SignedIn) =>
  person?.standing ? make('span', { class: 'note' }, person.standing) : null

/**
 * A note for this reader until they close it: that they are blocked, or else how their own open edit of this page stands.
 * It stands beside the header, whose stacking context would clip it.
 */
function noteFor(me: SignedIn) {
  const edit = isInPlace() ? undefined : ownEditHere(me)
  if (isNoteClosed || !(me.blockNote || edit) || saysSoItself()) return null
  const [words, see] = edit ? texts.here[edit.state] : []
  const close = make('button', { type: 'button' }, texts.close)
  const note = make(
    'div',
    { class: 'visitor-note', role: 'status' },
    make('p', {}, me.blockNote ?? words),
    me.blockNote !== null && wayOutOf(me),
    !me.blockNote && edit && make('a', { href: paths.submission(edit.submissionId) }, see),
    close,
  )
  close.addEventListener('click', () => {
    isNoteClosed = true
    note.remove()
  })
  return note
}

/** Whether the reader's own version of this entry is in the place of what everybody sees. */
const isInPlace = () => document.querySelector('[data-public][hidden], [data-missing] > [hidden]') !== null

const saysSoItself = () =>
  [paths.account(), paths.appeal(), paths.deleteAccount()].includes(location.pathname)

const wayOutOf = ({ isLeaving }: SignedIn) =>
  isLeaving
    ? make('a', { href: paths.deleteAccount() }, texts.keep)
    : make('a', { href: paths.appeal() }, texts.contest)

const entryHere = () => Number(document.querySelector<HTMLElement>('[data-entry]')?.dataset.entry)

/** What the reader sent stands in its place, where there is a place for it; the code is fetched only then. */
function ownVersions(me: SignedIn): Promise<() => void> | null {
  const isSomeOfTheirs = me.ownEdits.length + me.ownNew.length > 0
  if (!isSomeOfTheirs || !document.querySelector('[data-public], [data-own-facts], [data-missing]'))
    return null
  return import('./own-version')
    .then(({ showOwnVersions }) => showOwnVersions(me, entryHere()))
    .catch(() => () => {})
}

/** The reader's own open edit of this page. */
function ownEditHere(me: SignedIn) {
  const here = entryHere()
  return me.ownEdits.find(({ entryId }) => entryId === here)
}
