import type { Look } from '@/lib/standings/standing'
import { badge } from './badge'
import { make } from './make'
import { wear } from './suggestion-styles'

/** A choice in a list: a link, or something to do here. */
export interface Option {
  label: string
  /** What of the label was typed is told apart. */
  typed?: string
  detail?: string
  badge?: { look: Look; word: string }
  href?: string
  run?: () => void
}

export interface Group {
  label: string
  options: Option[]
}

let made = 0

/**
 * A field with a list of choices (WAI-ARIA, combobox with a listbox): arrows choose, Enter opens, Escape closes; the focus
 * stays in the field. Keys of an input method are left to it.
 */
export class Combobox {
  readonly #field: HTMLInputElement
  readonly #list: HTMLElement
  readonly #isAlwaysOpen: boolean
  #active: HTMLElement | null = null
  #runs = new Map<Element, () => void>()

  /** `label` names the list. `isAlwaysOpen` where the list is what the field is for. */
  constructor(field: HTMLInputElement, label: string, { isAlwaysOpen = false } = {}) {
    wear()
    made += 1
    this.#field = field
    this.#isAlwaysOpen = isAlwaysOpen
    this.#list = make('div', {
      id: `choices-${made}`,
      class: 'offered',
      role: 'listbox',
      'aria-label': label,
    })
    this.#list.hidden = true
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': this.#list.id,
      'aria-expanded': 'false',
      autocomplete: 'off',
    }))
      field.setAttribute(name, value)
    field.addEventListener('keydown', (event) => this.#key(event))
    // A press on a choice keeps the focus in the field, so that nothing closes before it is followed.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault())
    this.#list.addEventListener('click', ({ target }) => {
      const option = target instanceof Element && target.closest('[role=option]')
      if (option) this.#runs.get(option)?.()
    })
  }

  /** The list, to be put below the field. */
  get list(): HTMLElement {
    return this.#list
  }

  /** Shows these; what was chosen stays so where it is still there. Gives how many there are. */
  show(groups: readonly Group[]): number {
    const chosen = this.#active?.textContent
    this.#choose(null)
    this.#runs.clear()
    const filled = groups.filter(({ options }) => options.length > 0)
    this.#list.replaceChildren(...filled.map((group, at) => this.#group(group, at)))
    const options = this.#options()
    this.#expand(options.length > 0)
    this.#choose(options.find(({ textContent }) => textContent === chosen) ?? null)
    return options.length
  }

  close(): void {
    this.#choose(null)
    if (!this.#isAlwaysOpen) this.#expand(false)
  }

  get isOpen(): boolean {
    return !this.#list.hidden
  }

  #expand(isOpen: boolean): void {
    this.#list.hidden = !isOpen
    this.#field.setAttribute('aria-expanded', String(isOpen))
  }

  #group({ label, options }: Group, at: number): HTMLElement {
    const id = `${this.#list.id}-${at}`
    const heading = make('p', { id, class: 'eyebrow', role: 'presentation' }, label)
    return make(
      'div',
      { role: 'group', 'aria-labelledby': id },
      heading,
      ...options.map((option, place) => this.#option(option, `${id}-${place}`)),
    )
  }

  #option({ label, typed, detail, badge: standing, href, run }: Option, id: string): HTMLElement {
    const attributes = { id, role: 'option', 'aria-selected': 'false', tabindex: '-1', href }
    const option = make(
      href === undefined ? 'div' : 'a',
      attributes,
      make('span', { class: 'label', dir: 'auto' }, ...marked(label, typed)),
      standing ? badge(standing.look, standing.word) : undefined,
      detail ? make('span', { class: 'quiet' }, detail) : undefined,
    )
    if (run) this.#runs.set(option, run)
    return option
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')]
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!this.isOpen) return
      event.preventDefault()
      this.#move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && this.#active && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      this.#active.click()
    } else if (event.key === 'Escape' && this.isOpen && !this.#isAlwaysOpen) {
      event.preventDefault()
      this.close()
    }
  }

  /** To the next choice; beyond either end to the field itself, as if none were chosen. */
  #move(by: number): void {
    const options = this.#options()
    const from = this.#active ? options.indexOf(this.#active) : by > 0 ? -1 : options.length
    this.#choose(options[from + by] ?? null)
  }

  #choose(option: HTMLElement | null): void {
    this.#active?.setAttribute('aria-selected', 'false')
    this.#active = option
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) this.#field.setAttribute('aria-activedescendant', option.id)
    else this.#field.removeAttribute('aria-activedescendant')
  }
}

/** A label in pieces, with the beginning that was typed told apart. */
function marked(label: string, typed = ''): Node[] {
  const at = typed === '' ? -1 : label.toLowerCase().indexOf(typed.toLowerCase())
  if (at < 0) return [document.createTextNode(label)]
  const end = at + typed.length
  return [
    document.createTextNode(label.slice(0, at)),
    make('b', {}, label.slice(at, end)),
    document.createTextNode(label.slice(end)),
  ]
}
