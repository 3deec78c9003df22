import { line } from '@/lib/text/plain'
import type { Mark, TextNode } from './document'

/** More pieces than these are one: a line holds no more. */
const MOST_PIECES = 150

/** Emphasis begins and ends at the edge of a word, as an editor's typing rules have it: `M*A*S*H` is no emphasis. */
const OPENS = String.raw`(?<![\p{L}\p{N}*])`
const ENDS = String.raw`(?![\p{L}\p{N}*])`
const MARKED = new RegExp(
  [
    String.raw`\[\[(?<title>[^[\]|]{1,200})(?:\|(?<called>[^[\]|]{1,200}))?\]\]`,
    String.raw`\[(?<words>[^[\]]{1,300})\]\((?<href>(?:https?://|mailto:)[^\s()]+)\)`,
    String.raw`${OPENS}\*\*(?![\s*])(?<bold>(?:[^*]|\*(?!\*))*[^\s*])\*\*${ENDS}`,
    String.raw`${OPENS}\*(?![\s*])(?<italic>[^*]*[^\s*])\*${ENDS}`,
  ].join('|'),
  'giu',
)

/**
 * Plain words as typed into a plain field, as a line of text: `[[A page]]` and `[[A page|other words]]` are links to a page
 * by its title, `[words](https://…)` to the web; `**bold**` and `*italic*` as in an editor. What is none of these
 * stays as it is typed.
 */
export const typedLine = (text: string): TextNode[] => marked(text, [])

function marked(text: string, around: Mark[]): TextNode[] {
  const nodes: TextNode[] = []
  let done = 0
  for (const match of text.matchAll(MARKED)) {
    if (nodes.length >= MOST_PIECES) break
    const inner = innerOf(match.groups ?? {}, around)
    if (inner === null) continue
    nodes.push(...plain(text.slice(done, match.index), around), ...inner)
    done = match.index + match[0].length
  }
  return [...nodes, ...plain(text.slice(done), around)]
}

const plain = (text: string, marks: Mark[]): TextNode[] =>
  text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 && { marks }) }]

/** The piece that these parts of a match are; null where it would be a mark within the same mark, or no title. */
function innerOf(
  { title, called, words, href, bold, italic }: Partial<Record<string, string>>,
  around: Mark[],
): TextNode[] | null {
  const has = (...types: Mark['type'][]) => around.some(({ type }) => types.includes(type))
  if (title !== undefined) {
    const meant = line(200).safeParse(title.trim())
    if (has('link', 'wikiLink') || !meant.success || meant.data === '') return null
    const link: Mark = { type: 'wikiLink', attrs: { page: null, title: meant.data } }
    return marked(called?.trim() || meant.data, [...around, link])
  }
  if (words !== undefined && href !== undefined) {
    if (has('link', 'wikiLink') || !URL.canParse(href)) return null
    return marked(words, [...around, { type: 'link', attrs: { href } }])
  }
  if (bold !== undefined) return has('bold') ? null : marked(bold, [...around, { type: 'bold' }])
  return has('italic') ? null : marked(italic ?? '', [...around, { type: 'italic' }])
}
