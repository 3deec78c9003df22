import { isPlain } from './is-plain'
import { Opener } from './opener'

/**
 * A spoiler lock: shows what is closed once, which then stays open on this device; says that one has seen that far; or
 * opens the choice of places below. Each is a link or a form that works without it.
 */
export class Lock extends Opener {
  override connectedCallback(): void {
    if (this.querySelector('a[data-opens]')) super.connectedCallback()
    this.addEventListener('submit', (event) => void this.#choose(event))
    this.addEventListener('click', (event) => void this.#pick(event))
  }

  override async showed(isOpen: boolean): Promise<void> {
    const { token } = this.dataset
    if (!token) return
    const { change } = await import('./picking')
    change(isOpen ? { opened: token } : { closed: token })
  }

  get #anchor(): string | null {
    return this.closest('[id]')?.id ?? null
  }

  async #choose(event: SubmitEvent): Promise<void> {
    const { target, submitter } = event
    // The choice of places answers for itself.
    if (!(target instanceof HTMLFormElement) || target.matches('.how-far')) return
    event.preventDefault()
    try {
      const { choose } = await import('./picking')
      await choose(event, this.#anchor)
    } catch {
      target.requestSubmit(submitter)
    }
  }

  async #pick(event: MouseEvent): Promise<void> {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-picks]')
    if (!link || !isPlain(event)) return
    event.preventDefault()
    const open = this.querySelector('.far-here')
    link.ariaExpanded = String(!open)
    if (open) return open.remove()
    const place = document.createElement('div')
    place.className = 'far-here'
    this.append(place)
    try {
      const { pickHere } = await import('./picking')
      await pickHere(place, this.#anchor)
    } catch {
      location.assign(link.href)
    }
  }
}
