import type { InfoboxField } from '@/db/wiki/page-kinds'
import type { Mark, RichLine } from '@/lib/content/document'
import { plainText } from '@/lib/content/plain-text'
import type { Names } from '@/lib/entries/names'
import { readField } from '@/lib/fields/read-field'
import type { PageValue, TypedValue } from '@/lib/fields/typed-value'
import type { PageContent } from '@/lib/kinds/schemas/page'

/** A field of an infobox with what was written into it. */
export interface InfoboxRow {
  key: string
  label: string
  /** The heading that it stands under; null above all headings. */
  section: string | null
  value: RichLine
  /** The pages that plain words name, by their titles; those of links are in the line. */
  titles: Extract<PageValue, { titleKey: string }>[]
}

/**
 * A page's infobox in the order in which it is shown: what stands under no heading first, then heading by heading. A
 * number has its field's unit behind it where none is written.
 */
export function infoboxOf(content: PageContent, fields: readonly InfoboxField[]): InfoboxRow[] {
  const rows = fields.flatMap((field) => {
    const line = content.infobox[field.key]
    if (!line?.length) return []
    const { values } = readField(field, line, content.language)
    const { key, label, section } = field
    return [{ key, label, section, value: withUnit(line, values, field.unit), titles: titlesIn(values) }]
  })
  const sections = [...new Set([null, ...rows.map(({ section }) => section)])]
  return sections.flatMap((section) => rows.filter((row) => row.section === section))
}

/** The keys of the titles that plain words in these rows name. */
export const titlesNamed = (rows: readonly InfoboxRow[]): string[] =>
  rows.flatMap(({ titles }) => titles.map(({ titleKey }) => titleKey))

/** The rows with links on the plain words that name pages there are, or were until they were deleted. */
export const linkedInfobox = (rows: readonly InfoboxRow[], names: Names): InfoboxRow[] =>
  rows.map((row) => ({
    ...row,
    value: row.titles
      .filter(({ titleKey }) => names.has(titleKey))
      .reduce((line, { titleKey, words }) => linkWords(line, words, titleKey), row.value),
  }))

const titlesIn = (values: TypedValue[]) =>
  values.flatMap((value) => (value.kind === 'page' && 'titleKey' in value ? value : []))

function withUnit(line: RichLine, values: TypedValue[], unit: string | null): RichLine {
  const [number] = values
  if (unit === null || number?.kind !== 'number' || number.unit !== unit) return line
  if (plainText(line).includes(unit)) return line
  const last = line.findLastIndex((node) => node.type === 'text' && /\p{N}\s*$/u.test(node.text))
  return line.map((node, at) =>
    at === last && node.type === 'text' ? { ...node, text: `${node.text.trimEnd()}\u00a0${unit}` } : node,
  )
}

const isLinked = ({ marks }: { marks?: Mark[] | undefined }) =>
  marks?.some(({ type }) => type === 'wikiLink' || type === 'link') ?? false

/** The line with a link to a title on the first words like these that are no link. */
function linkWords(line: RichLine, words: string, title: string): RichLine {
  const at = line.findIndex((node) => node.type === 'text' && !isLinked(node) && node.text.includes(words))
  const node = line[at]
  if (node?.type !== 'text') return line
  const start = node.text.indexOf(words)
  const mark: Mark = { type: 'wikiLink', attrs: { page: null, title } }
  const parts = [
    { ...node, text: node.text.slice(0, start) },
    { ...node, text: words, marks: [...(node.marks ?? []), mark] },
    { ...node, text: node.text.slice(start + words.length) },
  ]
  return line.toSpliced(at, 1, ...parts.filter(({ text }) => text !== ''))
}
