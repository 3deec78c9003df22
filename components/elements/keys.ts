import type { SlashKey } from './palette'

/** Under this name the browser keeps that a reader wants no key of one character (WCAG 2.2, 2.1.4). */
const SLASH_IS_OFF = 'loreleaf-slash-off'

const slash: SlashKey = {
  isOn: () => localStorage.getItem(SLASH_IS_OFF) === null,
  turn: (isOn) => (isOn ? localStorage.removeItem(SLASH_IS_OFF) : localStorage.setItem(SLASH_IS_OFF, '1')),
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** The search field that can be seen: the header's, or the page's own. */
const searchField = () =>
  [...document.querySelectorAll<HTMLInputElement>('loreleaf-search input')].find((one) =>
    one.checkVisibility(),
  )

/**
 * Listens for the keys of every page: `/` goes to the search field, unless the reader has turned it off; Ctrl-K or ⌘K
 * opens the palette of pages and actions, whose code is fetched then.
 */
export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented || event.altKey) return
    const isCommand = event.ctrlKey || event.metaKey
    if (isCommand && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      void import('./palette').then(
        ({ openPalette }) => openPalette(slash),
        () => searchField()?.focus(),
      )
    } else if (event.key === '/' && !isCommand && !isWriting(event.target) && slash.isOn()) {
      const field = searchField()
      if (!field) return
      event.preventDefault()
      field.focus()
      field.select()
    }
  })
}
