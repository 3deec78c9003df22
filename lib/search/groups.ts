import type { EntryKind } from '@/db/entries/schema'
import { loadNames, type Names } from '@/lib/entries/names'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { isStanding } from '@/lib/standings/standing'
import { countValues, type Facet, type Narrowing, type WeighedEntry } from './narrow'

/** One value that results can be narrowed down by. */
export interface FacetValue {
  /** As the address spells it. */
  value: string
  label: string
  count: number
  /** More than so many match; not all were weighed. */
  isMore: boolean
  isChosen: boolean
}

export interface FacetGroup {
  facet: Facet
  values: FacetValue[]
}

/** How many values of a facet are offered. */
const MOST_VALUES = 8

const order: readonly Facet[] = ['kind', 'standing', 'place', 'speaker', 'topic', 'category', 'picture']

/** The facets of what was weighed, each with its most frequent values; `more` are the kinds of which not all were. */
export async function groupsOf(
  all: readonly WeighedEntry[],
  by: Narrowing,
  more: readonly EntryKind[],
): Promise<FacetGroup[]> {
  const counted = order.map((facet) => ({ facet, counts: offered(countValues(all, by, facet), by[facet]) }))
  const ids = counted.flatMap(({ facet, counts }) =>
    isOfPages(facet) ? counts.map(([value]) => Number(value)) : [],
  )
  const names = await loadNames(ids)
  return counted.map(({ facet, counts }) => ({
    facet,
    values: counts.flatMap(([value, count]) => {
      const label = labelOf(facet, value, names)
      const isMore = facet === 'kind' && more.some((kind) => kind === value)
      return label === null ? [] : { value, label, count, isMore, isChosen: by[facet] === value }
    }),
  }))
}

const isOfPages = (facet: Facet) => facet === 'place' || facet === 'speaker' || facet === 'category'

/** The first values, and always the chosen one, so that it can be taken back. */
function offered(counts: [string, number][], chosen: string | undefined): [string, number][] {
  const first = counts.slice(0, MOST_VALUES)
  if (chosen === undefined || first.some(([value]) => value === chosen)) return first
  return [...first, counts.find(([value]) => value === chosen) ?? [chosen, 0]]
}

function labelOf(facet: Facet, value: string, names: Names): string | null {
  const texts = messages()
  if (isOfPages(facet)) {
    const name = names.get(Number(value))
    return name && !name.isGone && !name.isClosed ? name.label : null
  }
  if (facet === 'kind') return kindOf(value as EntryKind).texts().many
  if (facet === 'standing') return isStanding(value) ? texts.facts.standing[value] : null
  return facet === 'picture' ? texts.reading.search.withPicture : value
}
