const KEY = 'loreleaf-scheme'

/** The choice of colours: its buttons' values are `system`, `light` and `dark`. It is kept on this device. */
export class Scheme extends HTMLElement {
  connectedCallback(): void {
    this.#mark()
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element && target.closest('button')
      if (button) this.#choose(button.value)
    })
  }

  #choose(value: string): void {
    const { dataset } = document.documentElement
    if (value === 'system') delete dataset.scheme
    else dataset.scheme = value
    try {
      localStorage.setItem(KEY, value)
    } catch {
      // No storage: the choice holds for this page.
    }
    this.#mark()
  }

  #mark(): void {
    const chosen = document.documentElement.dataset.scheme ?? 'system'
    for (const button of this.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.value === chosen))
  }
}
