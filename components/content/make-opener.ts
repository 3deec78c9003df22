import { messages } from '@/lib/messages/messages'

type State = 'closed' | 'opening' | 'open'

let made = 0

/**
 * Turns an `Opener` link into a disclosure button (WAI-ARIA) that fetches its target and shows it in the region after
 * it; on failure it navigates to the target.
 */
export function makeOpener(link: HTMLAnchorElement): void {
  const { opening: texts } = messages()
  const region = link.nextElementSibling as HTMLElement
  made += 1
  region.id = `opened-${made}`
  let state: State = 'closed'

  function show(next: State) {
    state = next
    const isOpen = state === 'open'
    link.textContent = isOpen ? texts.hide : texts.show
    link.setAttribute('aria-expanded', String(isOpen))
    link.setAttribute('aria-busy', String(state === 'opening'))
    region.hidden = !isOpen
    // Scrolls to the beginning of the opened content without moving the page.
    if (isOpen) region.focus({ preventScroll: true })
  }

  async function open() {
    show('opening')
    try {
      region.replaceChildren(document.adoptNode(await fetchOpened(link.dataset.opens ?? link.href)))
      show('open')
    } catch {
      window.location.assign(link.href)
    }
  }

  function toggle(event: Event) {
    event.preventDefault()
    if (state === 'open') show('closed')
    else if (state === 'closed') void open()
  }

  link.setAttribute('role', 'button')
  link.setAttribute('aria-controls', region.id)
  show('closed')
  link.addEventListener('click', (event) => isPlain(event) && toggle(event))
  link.addEventListener('keydown', (event) => event.key === ' ' && toggle(event))
  region.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    show('closed')
    link.focus()
  })
}

/** Not a click that asks for a new tab or window. */
const isPlain = (event: MouseEvent) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)

async function fetchOpened(address: string): Promise<Element> {
  const answer = await fetch(address)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const opened = answer.ok ? page.querySelector('[data-opened]') : null
  if (!opened) throw new Error(`nothing stands open at ${address}`)
  return opened
}
