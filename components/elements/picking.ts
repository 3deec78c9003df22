import { picking as texts } from '#texts/picking'
import { ALL_SEEN, changeProgress, FORGET, type ProgressChange } from '@/lib/progress/change-progress'
import {
  isNone,
  noProgress,
  PROGRESS_COOKIE,
  PROGRESS_SECONDS,
  type Progress,
  parseProgress,
  printProgress,
} from '@/lib/progress/progress'
import { dress, parsed } from './dress'
import { make } from './make'
import { labelHere, noteLabel, PROGRESSED, valueHere } from './progress-label'
import { showAnew } from './show-anew'

/** A press on the link that closes the panel comes right after the browser has closed it, in milliseconds. */
const SAME_PRESS = 300
/** How long the undo stands, in milliseconds. */
const UNDO_STANDS = 12_000

const link = () => document.querySelector<HTMLElement>('loreleaf-progress')
const wiki = () => link()?.dataset.wiki ?? ''
const here = (): Progress => parseProgress(valueHere(), wiki()) ?? noProgress

let panel: HTMLElement | null = null
/** When the panel was closed otherwise than by a choice. */
let closedAt = Number.NEGATIVE_INFINITY
let hasChosen = false
let asked: Promise<HTMLFormElement> | null = null

/** Opens the choice above the page, or closes it again. `pressedAt` is the time of the press (`event.timeStamp`). */
export async function pickAbove(from: HTMLElement, pressedAt: number): Promise<void> {
  const form = await freshForm()
  panel ??= makePanel()
  if (pressedAt - closedAt < SAME_PRESS) return
  panel.replaceChildren(form)
  hasChosen = false
  form.addEventListener('submit', (event) => {
    hasChosen = true
    panel?.hidePopover()
    void choose(event, null)
  })
  panel.showPopover()
  focusOn(form)
  from.querySelector('a')?.setAttribute('aria-expanded', 'true')
}

/** Opens the choice in an element of the page. Whoever chooses finds the page at `anchor` again. */
export async function pickHere(place: HTMLElement, anchor: string | null): Promise<void> {
  const form = await freshForm()
  form.addEventListener('submit', (event) => void choose(event, anchor))
  place.replaceChildren(form)
  focusOn(form)
}

/** Does what the pressed button of a form says, and shows the page anew as it is then. */
export async function choose(event: SubmitEvent, anchor: string | null): Promise<void> {
  const button = event.submitter
  if (!(button instanceof HTMLButtonElement)) return
  event.preventDefault()
  const before = { value: valueHere(), label: labelHere() ?? '' }
  if (!change({ seen: button.value }, button.dataset.short ?? '')) return
  await showAnew(anchor)
  offerUndo(before)
}

/** Changes what this device says, and the account of who is signed in. Whether it did. */
export function change(what: ProgressChange, label = labelHere() ?? ''): boolean {
  const changed = changeProgress(here(), what, Math.floor(Date.now() / 1_000))
  if (changed) write(printProgress(changed, wiki()), label)
  return changed !== null
}

function write(value: string, label: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const seconds = value === '' ? 0 : PROGRESS_SECONDS
  // biome-ignore lint/suspicious/noDocumentCookie: read by the server with the very next request
  document.cookie = `${PROGRESS_COOKIE}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax${secure}`
  noteLabel(label)
  dispatchEvent(new Event(PROGRESSED))
  if (!/(?:^|; )loreleaf_hint=1/.test(document.cookie)) return
  const body = new URLSearchParams({ progress: value })
  // Without a connection it is kept here, and the account gets it with the next change.
  fetch(link()?.dataset.keeps ?? '', { method: 'POST', body, keepalive: true }).catch(() => {})
}

async function freshForm(): Promise<HTMLFormElement> {
  asked ??= fetchForm()
  const form = await asked.catch((error) => {
    asked = null
    throw error
  })
  const own = form.cloneNode(true) as HTMLFormElement
  mark(own, here())
  return own
}

async function fetchForm(): Promise<HTMLFormElement> {
  const answer = await fetch(link()?.dataset.places ?? '')
  const page = parsed(await answer.text())
  const form = page.querySelector<HTMLFormElement>('form.how-far')
  if (!answer.ok || !form) throw new Error('there is nothing to choose from')
  await dress(page)
  return document.adoptNode(form)
}

/** Marks what is chosen, and everything before it. */
function mark(form: HTMLFormElement, progress: Progress): void {
  const { reached, hasSeenAll } = progress
  const isChosen = (seen: string) =>
    seen === ALL_SEEN
      ? hasSeenAll
      : !hasSeenAll &&
        seen.split('~').every((one) => {
          const [, work, place] = /^w(\d+)p(\d+)$/.exec(one) ?? []
          return work !== undefined && reached.get(Number(work)) === Number(place)
        })
  for (const part of form.querySelectorAll<HTMLElement>('fieldset, .ends')) {
    const buttons = [...part.querySelectorAll('button')]
    for (const button of buttons) button.setAttribute('aria-pressed', String(isChosen(button.value)))
    const rank = Number(buttons.find(({ ariaPressed }) => ariaPressed === 'true')?.dataset.rank ?? -1)
    for (const button of buttons) button.classList.toggle('in', Number(button.dataset.rank ?? rank) < rank)
  }
  const forget = form.querySelector<HTMLButtonElement>(`button[value="${FORGET}"]`)
  forget?.removeAttribute('aria-pressed')
  forget?.toggleAttribute('hidden', isNone(progress))
}

const focusOn = (form: HTMLFormElement) =>
  form.querySelector<HTMLElement>('[aria-pressed="true"], button')?.focus({ preventScroll: true })

function makePanel(): HTMLElement {
  const made = make('div', { class: 'far-panel', popover: 'auto' })
  made.addEventListener('toggle', (event) => {
    if (event.newState === 'open') return
    if (!hasChosen) closedAt = event.timeStamp
    for (const one of document.querySelectorAll('loreleaf-progress a')) one.removeAttribute('aria-expanded')
  })
  document.body.append(made)
  return made
}

let note: HTMLElement | null = null

function offerUndo({ value, label }: { value: string; label: string }): void {
  note?.remove()
  const undo = make('button', { type: 'button' }, texts.undo)
  const said = make('div', { class: 'far-note', role: 'status' }, make('p', {}, texts.changed), undo)
  note = said
  undo.addEventListener('click', () => {
    said.remove()
    write(value, label)
    void showAnew(null)
  })
  document.body.append(said)
  setTimeout(() => said.matches(':focus-within') || said.remove(), UNDO_STANDS)
}
