import type { Faceted } from '@/db/search/facets'
import type { Candidate } from '@/db/search/search'

/** What results can be narrowed down by; each is a parameter of the address, with one value. */
export const facets = ['kind', 'standing', 'place', 'speaker', 'topic', 'category', 'picture'] as const
export type Facet = (typeof facets)[number]
export type Narrowing = Partial<Record<Facet, string>>

export const sorts = ['best', 'newest', 'oldest', 'backed'] as const
export type Sort = (typeof sorts)[number]

/** A candidate with its values of each facet, as an address spells them. */
export interface WeighedEntry extends Candidate {
  supports: number
  values: Record<Facet, string[]>
}

/** Joins what was weighed with its facets, which are in the same order. */
export function withFacets(candidates: readonly Candidate[], faceted: readonly Faceted[]): WeighedEntry[] {
  return faceted.flatMap((of, at) => {
    const candidate = candidates[at]
    return candidate ? [{ ...candidate, supports: of.supports, values: valuesOf(candidate, of) }] : []
  })
}

const valuesOf = ({ kind }: Candidate, of: Faceted): WeighedEntry['values'] => ({
  kind: [kind],
  standing: of.standing ? [of.standing] : [],
  place: of.places.map(String),
  speaker: of.speakers.map(String),
  topic: [...new Set(of.topics)],
  category: of.categories.map(String),
  picture: of.hasPicture ? ['yes'] : [],
})

/** Those that have every chosen value, besides that of the facet `except`. */
export function narrowed(
  all: readonly WeighedEntry[],
  by: Narrowing,
  except?: Facet,
): readonly WeighedEntry[] {
  const chosen = facets.flatMap((facet) => {
    const value = facet === except ? undefined : by[facet]
    return value === undefined ? [] : [{ facet, value }]
  })
  if (chosen.length === 0) return all
  return all.filter((one) => chosen.every(({ facet, value }) => one.values[facet].includes(value)))
}

/** How many would be shown with each value of a facet, the most frequent first, then in the order of their spelling. */
export function countValues(
  all: readonly WeighedEntry[],
  by: Narrowing,
  facet: Facet,
): [value: string, count: number][] {
  const counts = new Map<string, number>()
  for (const one of narrowed(all, by, facet))
    for (const value of one.values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
}

/** A place in the order of results: what they are sorted by, then the id. */
type Key = readonly [first: number, id: number]

/** What is sorted; how many sources support it counts in one order alone. */
type Sorted = Candidate & { supports?: number }

const keys: Record<Sort, (one: Sorted) => Key> = {
  best: ({ score, id }) => [-Number(score.toFixed(6)), id],
  newest: ({ id }) => [0, -id],
  oldest: ({ id }) => [0, id],
  backed: ({ supports = 0, id }) => [-supports, id],
}

/** Whether what is shown, and in which order, depends on facets. */
export const isByFacets = (by: Narrowing, sort: Sort): boolean =>
  sort === 'backed' || facets.some((facet) => by[facet] !== undefined)

const compare = ([a, b]: Key, [c, d]: Key) => a - c || b - d

/** Where a page ends, as an address says it. */
const spelled = (key: Key) => key.join(':')

function readKey(text: string | null | undefined): Key | null {
  const [, first, id] = /^(-?\d{1,9}(?:\.\d{1,6})?):(-?\d{1,15})$/.exec(text ?? '') ?? []
  return first === undefined ? null : [Number(first), Number(id)]
}

/** The results of one page in their order, those beyond `after`; where the next page begins, null at the end. */
export function pageOf<One extends Sorted>(
  all: readonly One[],
  sort: Sort,
  after: string | null | undefined,
  most: number,
): { shown: One[]; next: string | null } {
  const from = readKey(after)
  const ordered = all
    .map((one) => ({ one, key: keys[sort](one) }))
    .sort((a, b) => compare(a.key, b.key))
    .filter(({ key }) => from === null || compare(key, from) > 0)
  const page = ordered.slice(0, most)
  const last = page.at(-1)
  return {
    shown: page.map(({ one }) => one),
    next: last && ordered.length > most ? spelled(last.key) : null,
  }
}
