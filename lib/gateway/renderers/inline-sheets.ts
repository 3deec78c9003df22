import { LINKED_SHEETS } from '@/lib/framework/documents'
import { classesIn, isNeeded, type Needs } from './needed-sheet'

/** An inline style sheet, with the hash by which the page's policy (CSP 3) allows it. */
export interface Sheet {
  text: string
  /** `sha256-…` of the text. */
  hash: string
  /** What of it has to be on a page for it to say something there. */
  needs: Needs
}

/** The font of titles and text: the first that a sheet names, at an address of the build. */
const FACE = /@font-face\s*\{[^}]*?url\(["']?(\/[\w./-]+\.woff2)/

/**
 * A page with the style sheets of its head inlined, so that it is shown as soon as it has arrived; and their hashes.
 * `sheetAt` gives the sheet at an address of this site, or null, and then its link stays as it is. The font is preloaded at
 * the end of the page, where it delays nothing. A sheet that says nothing of what is on the page, or may come to be there
 * by scripts (`laterClasses`), is left out. `attributes` are written on each sheet: a nonce, where a policy has one.
 */
export function inlineSheets(
  html: string,
  sheetAt: (href: string) => Sheet | null,
  {
    attributes = '',
    laterClasses = new Set(),
  }: { attributes?: string; laterClasses?: ReadonlySet<string> } = {},
): { html: string; hashes: string[] } {
  const hashes: string[] = []
  const present = classesIn(html)
  const classes = { has: (name: string) => present.has(name) || laterClasses.has(name) }
  let face: string | undefined
  const end = html.indexOf('</head>')
  const head = html.slice(0, end).replace(LINKED_SHEETS, (link, href: string) => {
    const sheet = sheetAt(href)
    if (!sheet) return link
    if (!isNeeded(sheet.needs, classes)) return ''
    hashes.push(sheet.hash)
    face ??= FACE.exec(sheet.text)?.[1]
    return `<style${attributes}>${sheet.text}</style>`
  })
  const rest = html.slice(end)
  return { html: head + (face === undefined ? rest : withPreload(rest, face)), hashes }
}

function withPreload(rest: string, face: string): string {
  const at = rest.lastIndexOf('</body>')
  if (at < 0) return rest
  const preload = `<link rel="preload" as="font" type="font/woff2" crossorigin="" href="${face}"/>`
  return rest.slice(0, at) + preload + rest.slice(at)
}
