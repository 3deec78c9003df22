import { paths } from '@/lib/routes'

const LINK = `link[rel=stylesheet][href^="${paths.sheets('')}"]`
/** Built sheets by their names, whole. */
const loaded = new Map<string, Promise<CSSStyleSheet>>()
let worn: CSSStyleSheet[] = []

/** The document that another page's HTML makes, without what is inlined for its first screen: this page's policy does not allow it. */
export const parsed = (html: string): Document =>
  new DOMParser().parseFromString(html.replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, ''), 'text/html')

/**
 * Gives this page the sheets of another (`parsed()`), of which something is about to be put into it, in their order. Where
 * React runs, sheets are linked one by one, and all there. Throws when one cannot be fetched.
 */
export async function dress(other: Document): Promise<void> {
  const own = sheetsOf(document)
  const others = sheetsOf(other)
  if (own.length > 0 && !others.every((name) => own.includes(name))) await wear([...own, ...others])
}

/** The same, where the other page takes this one's place: with it the link of this one's sheets goes. */
export async function dressAnew(other: Document): Promise<void> {
  await wear([...sheetsOf(document), ...sheetsOf(other)])
  for (const link of other.querySelectorAll(LINK)) link.remove()
}

async function wear(names: readonly string[]): Promise<void> {
  const sheets = await Promise.all([...new Set(names)].map(loadOnce))
  const others = document.adoptedStyleSheets.filter((sheet) => !worn.includes(sheet))
  worn = [...new Set([...sheets, ...worn])]
  document.adoptedStyleSheets = [...worn, ...others]
}

/** The names of the sheets that a page links to as one (`one.other.css`). */
function sheetsOf(page: Document): string[] {
  const [link] = page.querySelectorAll<HTMLLinkElement>(LINK)
  return link?.getAttribute('href')?.split('/').at(-1)?.split('.').slice(0, -1) ?? []
}

function loadOnce(name: string): Promise<CSSStyleSheet> {
  const sheet = loaded.get(name) ?? load(paths.sheets(`${name}.css`))
  loaded.set(name, sheet)
  sheet.catch(() => loaded.delete(name))
  return sheet
}

async function load(address: string): Promise<CSSStyleSheet> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`no sheet at ${address}`)
  return new CSSStyleSheet().replace(await answer.text())
}
