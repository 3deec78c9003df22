import { opening as texts } from '#texts/opening'
import { dress, parsed } from './dress'
import { isPlain } from './is-plain'

type State = 'closed' | 'opening' | 'open'

let made = 0

/**
 * Opens closed content in place: its link (`a[data-opens]`) becomes a disclosure button (WAI-ARIA) that fetches the
 * address in `data-opens` and shows what stands open there in its region (`.opened-here`); on failure it goes to the
 * link's target.
 */
export class Opener extends HTMLElement {
  #state: State = 'closed'

  connectedCallback(): void {
    const { link, region } = this.#parts()
    if (link.hasAttribute('aria-expanded')) return
    made += 1
    region.id = `opened-${made}`
    link.setAttribute('role', 'button')
    link.setAttribute('aria-controls', region.id)
    this.#show('closed')
    link.addEventListener('click', (event) => isPlain(event) && this.#toggle(event))
    link.addEventListener('keydown', (event) => event.key === ' ' && this.#toggle(event))
    region.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return
      this.#close()
      link.focus()
    })
  }

  #close(): void {
    this.#show('closed')
    void this.showed(false)
  }

  /** Called before what the reader opens is shown, and once they have closed it. */
  showed(_isOpen: boolean): void | Promise<void> {}

  #parts() {
    const link = this.querySelector<HTMLAnchorElement>('a[data-opens]')
    const region = this.querySelector('.opened-here')
    if (!link || !(region instanceof HTMLElement)) throw new Error('an opener has no link or no region')
    return { link, region }
  }

  #show(state: State): void {
    const { link, region } = this.#parts()
    this.#state = state
    const isOpen = state === 'open'
    link.textContent = isOpen ? texts.hide : texts.show
    link.ariaExpanded = String(isOpen)
    link.ariaBusy = String(state === 'opening')
    region.hidden = !isOpen
    // Goes to the beginning of the opened content without moving the page.
    if (isOpen) region.focus({ preventScroll: true })
  }

  #toggle(event: Event): void {
    event.preventDefault()
    if (this.#state === 'open') this.#close()
    else if (this.#state === 'closed') void this.#open()
  }

  async #open(): Promise<void> {
    const { link, region } = this.#parts()
    this.#show('opening')
    try {
      const opened = await fetchOpened(link.dataset.opens ?? link.href)
      // What is in the page has been noted: whoever reloads at once finds it open.
      await this.showed(true)
      region.replaceChildren(document.adoptNode(opened))
      this.#show('open')
    } catch {
      location.assign(link.href)
    }
  }
}

async function fetchOpened(address: string): Promise<Element> {
  const answer = await fetch(address)
  const page = parsed(await answer.text())
  const opened = answer.ok ? page.querySelector('[data-opened]') : null
  if (!opened) throw new Error(`nothing stands open at ${address}`)
  await dress(page)
  return opened
}
