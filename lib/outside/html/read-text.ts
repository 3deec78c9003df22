import { Parser } from 'htmlparser2'

/** What is not read by people, or belongs to no text. */
const UNSEEN = new Set([
  'head',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'select',
  'textarea',
])
/** Elements within a line: words on both sides of their tags belong together. */
const WITHIN_A_LINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)

/** The words that a page shows, in their order; blocks are kept apart by a line break. */
export function readText(html: string): string {
  const parts: string[] = []
  let unseen = 0
  const parser = new Parser(
    {
      onopentag(name) {
        if (UNSEEN.has(name)) unseen += 1
        else if (!WITHIN_A_LINE.has(name)) parts.push('\n')
      },
      ontext(text) {
        if (unseen === 0) parts.push(text)
      },
      onclosetag(name) {
        if (UNSEEN.has(name)) unseen -= 1
        else if (!WITHIN_A_LINE.has(name)) parts.push('\n')
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  return parts
    .join('')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}
