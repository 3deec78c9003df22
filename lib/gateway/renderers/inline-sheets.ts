import { createHash } from 'node:crypto'
import { LINKED_SHEETS } from '@/lib/framework/documents'
import { type Names, namesIn, neededOf, type Parts } from './needed-sheet'

/** The font of titles and text: the first that a sheet names, at an address of the build. */
const FACE = /@font-face\s*\{[^}]*?url\(["']?(\/[\w./-]+\.woff2)/

/**
 * A page with the style sheets of its head inlined, so that it is shown as soon as it has arrived; and the hashes
 * (`sha256-…`) by which its policy (CSP 3) allows them. `sheetAt` gives the sheet at an address of this site, or null, and
 * then its link stays as it is. Each sheet has those rules that say something of what is on the page, or may come to be
 * there by scripts (`later`), and its address in `data-sheet`, by which scripts fetch all of it when they put parts of
 * another page into this one (`components/elements/dress.ts`). The font is preloaded at the end of the page, where it delays nothing. `attributes` are
 * written on each sheet: a nonce, where a policy has one.
 */
export function inlineSheets(
  html: string,
  sheetAt: (href: string) => Parts | null,
  { attributes = '', later = new Set() }: { attributes?: string; later?: Names } = {},
): { html: string; hashes: string[] } {
  const hashes: string[] = []
  const present = namesIn(html)
  const names = { has: (name: string) => present.has(name) || later.has(name) }
  let face: string | undefined
  const end = html.indexOf('</head>')
  const head = html.slice(0, end).replace(LINKED_SHEETS, (link, href: string) => {
    const sheet = sheetAt(href)
    if (!sheet) return link
    const text = neededOf(sheet, names)
    if (text === '') return ''
    hashes.push(`sha256-${createHash('sha256').update(text).digest('base64')}`)
    face ??= FACE.exec(text)?.[1]
    return `<style data-sheet="${href}"${attributes}>${text}</style>`
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
