import type { showCard } from './card'
import { isPlain } from './is-plain'

/** How long the pointer rests on a mark or a link before its card is fetched, and may be away from both. In ms. */
const DWELL = 150
const AWAY = 250
/** How long a finger stays on a link. */
const PRESS = 500
/** How long a selection stays as it is before it can be discussed. */
const SELECTED = 250

/** Where the contents stand beside the text, and cannot be folded (`reading.css`). */
const IS_BESIDE = '(min-width: 70.0625rem)'

const MARK = 'a.ref'
const BADGE = '.opens > a'
/** Where links to pages are part of what is read. */
const READ = ':is(.lead, .prose, .fact, .box, .titles, .hits, .columns, .ends) a[href]'

type Shown = ReturnType<typeof showCard>

/**
 * What is read: marks of references and links to pages show a card when the pointer rests on them, on focus, and when
 * they are tapped or pressed (`card.ts`, fetched for the first of them). A badge opens what stands behind its fact
 * (`evidence.ts`). Words that are selected can be discussed (`quote-words.ts`). An address whose fragment is gone leads to
 * the nearest heading (`lost-fragment.ts`). A link's card is at `data-previews` instead of `data-pages`.
 */
export class Reading extends HTMLElement {
  #anchor: HTMLAnchorElement | null = null
  #stay = new AbortController()
  #shown: Shown | null = null
  #isPinned = false
  #timer = 0
  #selecting = 0
  /** What a finger stays on, and whether it did so for long enough. */
  #pressed: HTMLAnchorElement | null = null
  #isPressed = false
  #isReturning = false
  readonly #beside = matchMedia(IS_BESIDE)

  connectedCallback(): void {
    for (const name of ['pointerover', 'pointerout', 'pointerup', 'pointercancel', 'contextmenu'])
      this.addEventListener(name, this)
    for (const name of ['focusin', 'focusout', 'click', 'keydown']) this.addEventListener(name, this)
    addEventListener('hashchange', findFragment)
    document.addEventListener('pointerdown', this)
    document.addEventListener('selectionchange', this)
    void findFragment()
    this.#unfold()
    this.#beside.addEventListener('change', this.#unfold)
    for (const badge of this.querySelectorAll(BADGE)) {
      badge.role = 'button'
      badge.ariaExpanded = 'false'
    }
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', findFragment)
    document.removeEventListener('pointerdown', this)
    document.removeEventListener('selectionchange', this)
    this.#beside.removeEventListener('change', this.#unfold)
    this.#hide()
  }

  /** What is seen beside the text is said to be open to who listens. */
  readonly #unfold = (): void => {
    const contents = this.querySelector<HTMLDetailsElement>('details.toc')
    if (contents) contents.open = this.#beside.matches
  }

  handleEvent(event: Event): void {
    const target = event.target instanceof Element ? event.target : null
    const anchor = this.#subject(target)
    const isInCard = target?.closest('.card') != null
    switch (event.type) {
      case 'pointerover':
        if ((event as PointerEvent).pointerType !== 'mouse') return
        if (isInCard) clearTimeout(this.#timer)
        else if (anchor) this.#soon(DWELL, () => this.#show(anchor, false))
        return
      case 'pointerout':
        if ((event as PointerEvent).pointerType === 'mouse' && (anchor || isInCard) && !this.#isPinned)
          this.#soon(AWAY, () => this.#hide())
        return
      case 'focusin':
        if (anchor?.matches(':focus-visible') && !this.#isReturning) this.#show(anchor, false)
        return
      case 'focusout':
        if (!isInCard && !this.#isPinned) this.#hide()
        return
      case 'pointerdown':
        if (!isInCard && anchor !== this.#anchor) this.#hide()
        this.#isPressed = false
        if ((event as PointerEvent).pointerType === 'touch' && this.contains(anchor)) this.#press(anchor)
        return
      case 'pointerup':
      case 'pointercancel':
        this.#pressed = null
        if ((event as PointerEvent).pointerType === 'touch') clearTimeout(this.#timer)
        return
      case 'contextmenu':
        // The browser may think it long enough before we do.
        if (this.#pressed) this.#stayed(this.#pressed)
        if (this.#isPressed) event.preventDefault()
        return
      case 'selectionchange':
        clearTimeout(this.#selecting)
        this.#selecting = window.setTimeout(() => void offerToDiscuss(this), SELECTED)
        return
      case 'click':
        this.#click(event as MouseEvent, anchor, target)
        return
      default:
        if ((event as KeyboardEvent).key === 'Escape') this.#close()
        else if ((event as KeyboardEvent).key === ' ' && target?.matches(BADGE)) {
          event.preventDefault()
          void openBadge(target as HTMLAnchorElement)
        }
    }
  }

  /** The mark or the link to a page that an event is about; pages' addresses begin as `data-pages` says. */
  #subject(target: Element | null): HTMLAnchorElement | null {
    const mark = target?.closest<HTMLAnchorElement>(MARK)
    if (mark) return mark
    const link = target?.closest<HTMLAnchorElement>(READ)
    const leadsToOne =
      link?.origin === location.origin && link.pathname.startsWith(this.dataset.pages ?? '//')
    return link && leadsToOne && link.hash === '' ? link : null
  }

  #soon(ms: number, act: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(act, ms)
  }

  #press(anchor: HTMLAnchorElement | null): void {
    this.#pressed = anchor
    if (!anchor) return
    // Safari would show a card of its own.
    anchor.style.setProperty('-webkit-touch-callout', 'none')
    this.#soon(PRESS, () => this.#stayed(anchor))
  }

  #stayed(anchor: HTMLAnchorElement): void {
    this.#isPressed = true
    void this.#show(anchor, true)
  }

  #click(event: MouseEvent, anchor: HTMLAnchorElement | null, target: Element | null): void {
    if (target?.closest('.card-close')) {
      this.#close()
      return
    }
    const late = target?.closest<HTMLButtonElement>('button[form="late-lock"]')
    if (late) {
      event.preventDefault()
      void reportLate(late)
      return
    }
    const badge = target?.closest<HTMLAnchorElement>(BADGE)
    if (badge && isPlain(event)) {
      event.preventDefault()
      void openBadge(badge)
      return
    }
    const isMark = anchor?.classList.contains('ref') ?? false
    if (!anchor || !isPlain(event) || !(isMark || this.#isPressed)) return
    event.preventDefault()
    this.#isPressed = false
    // By keyboard: a click that no pointer made.
    void this.#show(anchor, true).then((card) => event.detail === 0 && card?.focus())
  }

  #close(): void {
    const anchor = this.#anchor
    const isInside = this.querySelector('.card')?.contains(document.activeElement)
    this.#hide()
    // The focus comes back to the mark, and the card does not.
    this.#isReturning = true
    if (isInside) anchor?.focus()
    this.#isReturning = false
  }

  #hide(): void {
    clearTimeout(this.#timer)
    this.#stay.abort()
    this.#anchor = null
    this.#shown = null
    this.#isPinned = false
  }

  #show(anchor: HTMLAnchorElement, isPinned: boolean): Shown {
    clearTimeout(this.#timer)
    if (anchor !== this.#anchor || !this.#shown) {
      this.#hide()
      this.#anchor = anchor
      this.#stay = new AbortController()
      this.#shown = show(this, anchor, this.#stay.signal)
    }
    this.#isPinned ||= isPinned
    return this.#shown
  }
}

/** Without the card, offline or with a newer build, a mark goes to the list as it is. */
async function show(host: HTMLElement, anchor: HTMLAnchorElement, signal: AbortSignal): Shown {
  try {
    return await (await import('./card')).showCard(host, anchor, signal)
  } catch {
    return null
  }
}

/** Without the script, offline or with a newer build, a section's own link leads to talk about it. */
async function offerToDiscuss(host: HTMLElement): Promise<void> {
  if (getSelection()?.isCollapsed !== false && !document.querySelector('.quote-words')) return
  await import('./quote-words').then((words) => words.offerToDiscuss(host)).catch(() => {})
}

/** Without the script, offline or with a newer build, a badge leads to the page of its fact as it is. */
async function openBadge(badge: HTMLAnchorElement): Promise<void> {
  try {
    await (await import('./evidence')).toggleEvidence(badge)
  } catch {
    location.assign(badge.href)
  }
}

/** Without the script, offline or with a newer build, the button sends its form as it is. */
async function reportLate(button: HTMLButtonElement): Promise<void> {
  try {
    await (await import('./late-lock')).report(button)
  } catch {
    button.form?.requestSubmit(button)
  }
}

async function findFragment(): Promise<void> {
  const name = location.hash.slice(1)
  if (name === '' || document.getElementById(decoded(name))) return
  ;(await import('./lost-fragment')).goNearest(decoded(name))
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
