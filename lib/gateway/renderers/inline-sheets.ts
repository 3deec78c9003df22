import { createHash } from 'node:crypto'
import { FOLD, LINKED_SHEETS } from '@/lib/framework/documents'
import { paths } from '@/lib/routes'
import { type BuiltSheet, nameOfSheets } from './built-sheet'
import { namesIn, neededOf } from './needed-sheet'

/** The font of titles and text: the first that a sheet names, at an address of the build. */
const FACE = /@font-face\s*\{[^}]*?url\(["']?(\/[\w./-]+\.woff2)/

/** What stands over a page once somebody has opened it. */
const POPOVERS = /<(\w+)\b[^>]* popover="[\s\S]*?<\/\1>/g

/**
 * A page that is shown as soon as its beginning has arrived, and the hashes (`sha256-…`) by which its policy (CSP 3)
 * allows what is inlined. Up to the fold (`<Fold/>`, else the end of `main`) it needs no other file: those rules of its
 * sheets that say something of what stands there are in its head. At the fold all its sheets are linked, as one file that
 * stays in the browser. The rest waits for it, in Firefox with the help of an empty script. `sheetAt` gives the sheet at
 * an address of this site, or null, and then its link stays as it is. The font is preloaded at the end of the page, where
 * it delays nothing. `attributes` are written on what is inlined: a nonce, where a policy has one.
 */
export function inlineSheets(
  html: string,
  sheetAt: (href: string) => BuiltSheet | null,
  { attributes = '' }: { attributes?: string } = {},
): { html: string; styles: string[]; scripts: string[] } {
  const end = html.indexOf('</head>')
  if (end < 0) return { html, styles: [], scripts: [] }
  const fold = foldOf(html, end)
  const names = namesIn(html.slice(0, fold.from).replace(POPOVERS, ''))
  const hrefs: string[] = []
  const styles: string[] = []
  let face: string | undefined
  const head = html.slice(0, end).replace(LINKED_SHEETS, (link, href: string) => {
    const sheet = sheetAt(href)
    if (!sheet) return link
    hrefs.push(href)
    const text = neededOf(sheet.parts, names)
    face ??= FACE.exec(text)?.[1]
    if (text === '') return ''
    styles.push(hashOf(text))
    return `<style${attributes}>${text}</style>`
  })
  const name = hrefs.length > 0 ? nameOfSheets(hrefs) : null
  const [above, below] = [html.slice(end, fold.from), html.slice(fold.to)]
  const whole =
    name === null
      ? ''
      : `<link rel="stylesheet" href="${paths.sheets(name)}"/><script${attributes}> </script>`
  return {
    html: head + above + whole + (face === undefined ? below : withPreload(below, face)),
    styles,
    scripts: name === null ? [] : [hashOf(' ')],
  }
}

/** Where the first screen ends: at the mark, which goes, or after `main`. */
function foldOf(html: string, head: number): { from: number; to: number } {
  const mark = html.indexOf(FOLD, head)
  if (mark >= 0) return { from: mark, to: mark + FOLD.length }
  const main = html.lastIndexOf('</main>')
  const from = main < head ? html.length : main + '</main>'.length
  return { from, to: from }
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

function withPreload(rest: string, face: string): string {
  const at = rest.lastIndexOf('</body>')
  if (at < 0) return rest
  const preload = `<link rel="preload" as="font" type="font/woff2" crossorigin="" href="${face}"/>`
  return rest.slice(0, at) + preload + rest.slice(at)
}
