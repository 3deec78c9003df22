/** Built sheets by their addresses, whole. */
const loaded = new Map<string, Promise<CSSStyleSheet>>()
let worn: CSSStyleSheet[] = []

const SHEETS = /<style( data-sheet=[^>]*)>[\s\S]*?<\/style>/g

/**
 * The document that another page's HTML makes. Of its sheets only their addresses stay: this page's policy does not allow
 * them, and would report each.
 */
export const parsed = (html: string): Document =>
  new DOMParser().parseFromString(html.replace(SHEETS, '<template$1></template>'), 'text/html')

/**
 * Gives this page all rules of its sheets and of those of another (`parsed()`), of which something is about to be put into
 * it: a reading page holds only the rules that say something of it (`data-sheet` tells of which sheet). Where sheets are
 * linked, as on pages with forms, they are all there. Throws when one cannot be fetched.
 */
export async function dress(other: Document): Promise<void> {
  const own = sheetsOf(document)
  if (own.length === 0) return
  const sheets = await Promise.all([...new Set([...own, ...sheetsOf(other)])].map(loadOnce))
  const others = document.adoptedStyleSheets.filter((sheet) => !worn.includes(sheet))
  worn = [...new Set([...sheets, ...worn])]
  document.adoptedStyleSheets = [...worn, ...others]
}

const sheetsOf = (page: Document): string[] =>
  [...page.querySelectorAll<HTMLElement>('[data-sheet]')].map(({ dataset }) => dataset.sheet ?? '')

function loadOnce(address: string): Promise<CSSStyleSheet> {
  const sheet = loaded.get(address) ?? load(address)
  loaded.set(address, sheet)
  sheet.catch(() => loaded.delete(address))
  return sheet
}

async function load(address: string): Promise<CSSStyleSheet> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`no sheet at ${address}`)
  const text = await answer.text()
  // Faces are in the page; they would be loaded again, from addresses that are relative to the sheet's.
  return new CSSStyleSheet().replace(text.replace(/@font-face\s*\{[^}]*\}/g, ''))
}
