import { freshCitation } from './fresh-citation'

/**
 * Every node and mark of a stored text with its attributes and their defaults: the one list that the stored schema
 * (./document), the editor's schema and the conversion between them follow.
 */
export const attributes = {
  doc: {},
  text: {},
  hardBreak: {},
  citation: { source: null, ...freshCitation },
  paragraph: { id: null },
  heading: { id: null, level: 2 },
  bulletList: { id: null },
  orderedList: { id: null, start: 1 },
  listItem: {},
  blockquote: { id: null, by: null },
  spoiler: { id: null, gate: { kind: 'unknown' } },
  factList: { id: null, facts: [] },
  image: { id: null, file: null, place: 'plain' },
  table: { id: null, caption: null },
  tableRow: {},
  tableHeader: {},
  tableCell: {},
  bold: {},
  italic: {},
  link: { href: null },
  wikiLink: { page: null, title: null },
} as const satisfies Record<string, Record<string, unknown>>

/** The first and last allowed start number of a list. */
export const LEAST_START = 0
export const MOST_START = 999_999

/** Whether a list may begin with this number. */
export const isStart = (number: unknown): number is number =>
  Number.isInteger(number) && Number(number) >= LEAST_START && Number(number) <= MOST_START

/** Stored only where they differ from the default: older texts do not have them and keep their bytes. */
const leftOut: Record<string, unknown> = { start: 1, by: null }

/** The attributes that a node or mark of this type is stored with; null where it has none. */
export function storedAttributes(
  type: string,
  given: Record<string, unknown> | undefined,
): Record<string, unknown> | null {
  const known: Record<string, unknown> = attributes[type as keyof typeof attributes] ?? {}
  const names = Object.keys(known)
  if (names.length === 0) return null
  const values = names.map((name) => [name, given?.[name] ?? known[name]] as const)
  return Object.fromEntries(values.filter(([name, value]) => !(name in leftOut && leftOut[name] === value)))
}
