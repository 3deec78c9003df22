import { picking as texts } from '#texts/picking'
import { isPlain } from './is-plain'
import { labelHere, PROGRESSED } from './progress-label'

/**
 * The way to saying how far one is: its link names the place that this device knows of (`data-state`, shown by CSS, so
 * that nothing moves and React finds what it sent) and opens the choice in place.
 */
export class ProgressLink extends HTMLElement {
  connectedCallback(): void {
    this.#show()
    this.addEventListener('click', (event) => void this.#press(event))
    addEventListener(PROGRESSED, this)
    // Another page may have changed it before this one came back from the back/forward cache.
    addEventListener('pageshow', this)
  }

  disconnectedCallback(): void {
    for (const name of [PROGRESSED, 'pageshow']) removeEventListener(name, this)
  }

  handleEvent(): void {
    this.#show()
  }

  #show(): void {
    const link = this.querySelector('a')
    const words = this.querySelector<HTMLElement>('a > span')
    const label = labelHere()
    for (const part of [this, words]) {
      if (label === null) delete part?.dataset.state
      else if (part) part.dataset.state = label || texts.link
    }
    link?.setAttribute('aria-label', label ? texts.linkSet(label) : texts.link)
  }

  async #press(event: MouseEvent): Promise<void> {
    const link = this.querySelector('a')
    if (!link || !isPlain(event)) return
    event.preventDefault()
    try {
      const { pickAbove } = await import('./picking')
      await pickAbove(this, event.timeStamp)
    } catch {
      location.assign(link.href)
    }
  }
}
