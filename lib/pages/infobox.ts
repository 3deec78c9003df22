import type { InfoboxField } from '@/db/wiki/page-kinds'
import type { Mark, RichLine } from '@/lib/content/document'
import { normalizeInline } from '@/lib/content/normalize-blocks'
import { plainText } from '@/lib/content/plain-text'
import { lineSteps, pagesNamed } from '@/lib/content/walk'
import type { Names } from '@/lib/entries/names'
import type { ReverseEnds } from '@/lib/entries/reverse-ends'
import { readField } from '@/lib/fields/read-field'
import type { PageValue, TypedValue } from '@/lib/fields/typed-value'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { isGateOpen, nameGates, type Openings } from '@/lib/places/loaders'
import type { LockView } from '@/lib/places/lock'
import { titleKey } from '@/lib/titles/title'

/** A field of an infobox with what was written into it. */
export interface InfoboxRow {
  key: string
  label: string
  /** The heading that it stands under; null above all headings. */
  section: string | null
  /** Empty where it is behind a gate that is closed to the reader. */
  value: RichLine
  /** The lock of that gate; null where the value stands open. */
  lock: LockView | null
  /** The pages that plain words name, by their titles; those of links are in the line. */
  titles: Extract<PageValue, { titleKey: string }>[]
}

/**
 * A page's infobox in the order in which it is shown: what stands under no heading first, then heading by heading. A
 * number has its field's unit behind it where none is written. What is behind a gate that is not open to the reader is a
 * lock; the current page depends on those gates.
 */
export function infoboxOf(
  content: PageContent,
  fields: readonly InfoboxField[],
  openings: Openings,
  isOpen = false,
): InfoboxRow[] {
  nameGates(openings, Object.values(content.gates ?? {}))
  const rows = fields.flatMap((field): InfoboxRow[] => {
    const line = content.infobox[field.key]
    if (!line?.length) return []
    const { key, label, section } = field
    const gate = content.gates?.[key]
    if (gate && !isOpen && !isGateOpen(openings, gate))
      return [{ key, label, section, value: [], lock: openings.lockOf(gate), titles: [] }]
    const { values } = readField(field, line, content.language)
    const value = withUnit(line, values, field.unit)
    return [{ key, label, section, value, lock: null, titles: titlesIn(line, values) }]
  })
  const sections = [...new Set([null, ...rows.map(({ section }) => section)])]
  return sections.flatMap((section) => rows.filter((row) => row.section === section))
}

/** The keys of the titles that plain words in these rows name. */
export const titlesNamed = (rows: readonly InfoboxRow[]): string[] =>
  rows.flatMap(({ titles }) => titles.map(({ titleKey }) => titleKey))

/** The rows with links on the plain words that name pages there are, or were until they were deleted. */
export const linkedInfobox = (rows: readonly InfoboxRow[], names: Names): InfoboxRow[] =>
  rows.map((row) => ({ ...row, value: linkTitles(row.value, row.titles, names) }))

/**
 * The ends of fields that others name the page in, without whom the page names itself in a field of that label: partners
 * who name each other stand there once. Long lists stay as they are.
 */
export const endsBesides = (ends: ReverseEnds[], rows: readonly InfoboxRow[], names: Names): ReverseEnds[] =>
  ends.flatMap((end) => {
    const own = rows.flatMap(({ label, value }) =>
      label === end.label ? pagesNamed([...lineSteps(value)]) : [],
    )
    if (own.length === 0 || end.count > end.members.length) return end
    const named = new Set(own.map((page) => names.get(page)?.path))
    const members = end.members.filter(({ path }) => !named.has(path))
    return members.length > 0 ? { ...end, members, count: members.length } : []
  })

function titlesIn(line: RichLine, values: TypedValue[]): InfoboxRow['titles'] {
  const linked = new Set(line.flatMap((node) => (node.type === 'text' ? titleLinked(node) : [])))
  return values.flatMap((value) =>
    value.kind === 'page' && 'titleKey' in value && !linked.has(value.titleKey) ? value : [],
  )
}

const titleLinked = ({ marks }: { marks?: Mark[] | undefined }): string[] =>
  marks?.flatMap((mark) =>
    mark.type === 'wikiLink' && mark.attrs.title !== null ? titleKey(mark.attrs.title) : [],
  ) ?? []

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

/**
 * The line with links on the words of the titles that have a name. Titles stand in it one after the other, so each is
 * looked for behind the one before, whether that is a page or not: "Ann Lee Smith, Ann Lee".
 */
function linkTitles(line: RichLine, titles: InfoboxRow['titles'], names: Names): RichLine {
  const done: RichLine = []
  let rest = line
  for (const { titleKey: title, words } of titles) {
    const at = rest.findIndex((node) => node.type === 'text' && !isLinked(node) && node.text.includes(words))
    const node = rest[at]
    if (node?.type !== 'text') continue
    const start = node.text.indexOf(words)
    const mark: Mark = { type: 'wikiLink', attrs: { page: null, title } }
    const said = { ...node, text: words }
    done.push(
      ...rest.slice(0, at),
      { ...node, text: node.text.slice(0, start) },
      names.has(title) ? { ...said, marks: [...(node.marks ?? []), mark] } : said,
    )
    rest = [{ ...node, text: node.text.slice(start + words.length) }, ...rest.slice(at + 1)]
  }
  return normalizeInline([...done, ...rest].filter((node) => node.type !== 'text' || node.text !== ''))
}
