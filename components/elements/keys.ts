import type { SlashKey } from './palette'

/** Under this name the browser keeps that a reader wants no key of one character (WCAG 2.2, 2.1.4). */
const SLASH_IS_OFF = 'loreleaf-slash-off'

const slash: SlashKey = {
  isOn: () => localStorage.getItem(SLASH_IS_OFF) === null,
  turn: (isOn) => (isOn ? localStorage.removeItem(SLASH_IS_OFF) : localStorage.setItem(SLASH_IS_OFF, '1')),
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=radio],[type=checkbox]),textarea,select'))

/** The search field that can be seen: the header's, or the page's own. */
const searchField = () =>
  [...document.querySelectorAll<HTMLInputElement>('loreleaf-search input')].find((one) =>
    one.checkVisibility(),
  )

type OpenPalette = (slash: SlashKey, typed?: string) => void

/** The palette, once its code is there; the letters typed since it was asked for, until then. */
let openPalette: OpenPalette | undefined
let typedMeanwhile: string | undefined

async function fetchPalette(): Promise<void> {
  typedMeanwhile = ''
  try {
    openPalette = (await import('./palette')).openPalette
    openPalette(slash, typedMeanwhile)
  } catch {
    const field = searchField()
    field?.focus()
    if (field) field.value += typedMeanwhile
  } finally {
    typedMeanwhile = undefined
  }
}

/** Keeps a letter that is typed before the palette is there, which shall have it. */
function keepForPalette(event: KeyboardEvent): boolean {
  if (typedMeanwhile === undefined || event.ctrlKey || event.metaKey || event.key.length !== 1) return false
  event.preventDefault()
  typedMeanwhile += event.key
  return true
}

/**
 * Listens for the keys of every page: `/` goes to the search field, unless the reader has turned it off; Ctrl-K or ⌘K
 * opens the palette of pages and actions, whose code is fetched then.
 */
export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented || event.altKey || keepForPalette(event)) return
    const isCommand = event.ctrlKey || event.metaKey
    if (isCommand && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      if (openPalette) openPalette(slash)
      else if (typedMeanwhile === undefined) void fetchPalette()
    } else if (!isCommand && !isWriting(event.target) && slash.isOn()) {
      const field = event.key === '/' && searchField()
      if (field) {
        event.preventDefault()
        field.focus()
        field.select()
      } else if (/^\w$/.test(event.key) && !event.repeat)
        // The button that names this key as its shortcut: of a small task.
        document.querySelector<HTMLElement>(`[aria-keyshortcuts="${event.key}"]`)?.click()
    }
  })
}
