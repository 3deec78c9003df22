import type { InfoboxField } from '@/db/wiki/page-kinds'
import { SPECIAL } from './special'
import { capital, properWord } from './words'

const FIELDS = {
  work: ['Creator', 'Platform', 'Premiered'],
  season: ['Premiered', 'Episodes'],
  episode: ['Director', 'Writer', 'Premiered'],
  person: ['Born', 'Known for', 'Occupation'],
  character: ['Played by', 'First seen', 'Home'],
  organisation: ['Founded', 'Based in'],
  place: ['Country', 'Seen in'],
  theme: ['Seen in'],
  category: [],
} as const

export type PageKind = keyof typeof FIELDS

/** What is read by a type; all others are lines. */
const TYPES: Partial<Record<string, { type: 'date' | 'number' | 'page'; reverseLabel?: string }>> = {
  Premiered: { type: 'date' },
  Born: { type: 'date' },
  Founded: { type: 'date' },
  Episodes: { type: 'number' },
  Creator: { type: 'page', reverseLabel: 'Created' },
  Director: { type: 'page', reverseLabel: 'Directed' },
  Writer: { type: 'page', reverseLabel: 'Wrote' },
  'Played by': { type: 'page', reverseLabel: 'Plays' },
}

const PLURALS: Partial<Record<PageKind, string>> = { person: 'People', category: 'Categories' }

/** The kinds of pages, as a wiki of this engine has them. */
export const pageKinds = (Object.keys(FIELDS) as PageKind[]).map((key, position) => ({
  key,
  name: capital(key),
  plural: PLURALS[key] ?? `${capital(key)}s`,
  position,
  isPerson: key === 'person',
  hasOrdinal: key === 'season' || key === 'episode',
  isCategory: key === 'category',
  releasedBy: key === 'season' || key === 'episode' ? 'premiered' : null,
}))

const keyOf = (label: string) => label.toLowerCase().replaceAll(' ', '_')

/** The fields of a kind's infobox. */
export const fieldsOf = (kind: PageKind) =>
  FIELDS[kind].map((label) => {
    const { type = 'line' as const, reverseLabel = null } = TYPES[label] ?? {}
    return { key: keyOf(label), label, type, reverseLabel }
  })

export const infoboxFields: InfoboxField[] = pageKinds.flatMap(({ key: kind }) =>
  fieldsOf(kind).map((field, position) => ({
    ...{
      kind,
      ...field,
      position,
      unit: null,
      isRequired: false,
      help: null,
      section: null,
      isOffered: true,
    },
  })),
)

const ORDINARY: readonly PageKind[] = [
  ...Array<PageKind>(7).fill('person'),
  ...Array<PageKind>(5).fill('character'),
  ...Array<PageKind>(3).fill('episode'),
  'work',
  'season',
  'place',
  'organisation',
  'theme',
]

/** What kind of page the page of this place is. */
export function kindOf(page: number): PageKind {
  if (page === SPECIAL.work) return 'work'
  if (page === SPECIAL.category || page % 100 === 99) return 'category'
  if (page < SPECIAL.pages) return 'person'
  return ORDINARY[(page * 7) % ORDINARY.length] ?? 'theme'
}

/** The title of a page: no two have the same. */
export function titleOf(page: number): string {
  const own = capital(properWord(page + 300_000))
  const kind = kindOf(page)
  if (kind === 'person' || kind === 'character') return `${capital(properWord((page * 31) % 500))} ${own}`
  if (kind === 'season') return `${own}, season ${1 + (page % 6)}`
  if (kind === 'episode') return `The ${own} letter`
  if (kind === 'organisation') return `${own} Studios`
  if (kind === 'category') return `Things from ${own}`
  return kind === 'place' ? `${own} Harbour` : own
}
