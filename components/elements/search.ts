import { finding as texts } from '#texts/finding'
import { Combobox } from './combobox'
import { Asking, groupsOf } from './completions'
import { make } from './make'

/** A search form that suggests pages, facts and what people said while its field is typed into. Enter searches, as before. */
export class Search extends HTMLElement {
  #asking = new Asking()
  #box: Combobox | null = null
  #said = make('p', { class: 'sr-only', role: 'status' })

  connectedCallback(): void {
    const field = this.querySelector('input')
    if (!field || this.#box) return
    this.#box = new Combobox(field, texts.suggestions)
    this.append(this.#box.list, this.#said)
    field.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) this.#suggest(field)
    })
    field.addEventListener('compositionend', () => this.#suggest(field))
    field.addEventListener('blur', () => {
      this.#asking.stop()
      this.#box?.close()
    })
    if (document.activeElement === field && field.value !== field.defaultValue) this.#suggest(field)
  }

  disconnectedCallback(): void {
    this.#asking.stop()
  }

  #suggest(field: HTMLInputElement): void {
    const typed = field.value.trim()
    this.#asking.ask(typed, (found, text) => {
      if (document.activeElement !== field) return
      const count = this.#box?.show(groupsOf(found, text)) ?? 0
      this.#said.textContent = text === '' ? '' : texts.count(count)
    })
  }
}
