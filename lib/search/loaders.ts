import type { Queryable } from '@/db/postgres/client'
import { reads } from '@/db/postgres/client'
import { findFacets } from '@/db/search/facets'
import { type Candidate, type Weighed, weigh } from '@/db/search/search'
import type { Asking, Parameter } from '@/lib/input/address'
import { contentKinds } from '@/lib/kinds/registry'
import { SPEAKER } from '@/lib/kinds/relation-fields'
import { readerScope } from '@/lib/places/loaders'
import type { ReadScope } from '@/lib/policy/policy'
import { isStanding } from '@/lib/standings/standing'
import { readSearch, type SearchQuery } from '@/lib/titles/search-query'
import { type FacetGroup, groupsOf } from './groups'
import { type Hit, hitsOf } from './hits'
import { isByFacets, type Narrowing, narrowed, pageOf, type Sort, sorts, withFacets } from './narrow'
import { withoutSlips } from './slips'

/** How many results a page has. */
export const ON_A_PAGE = 20

/** The parameters of a search. */
export type SearchAsking = Asking<
  | 'q'
  | 'kind'
  | 'standing'
  | 'place'
  | 'speaker'
  | 'topic'
  | 'category'
  | 'picture'
  | 'sort'
  | 'after'
  | 'exact'
>

export interface Found {
  /** The query, trimmed and bounded; empty when nothing was asked. */
  query: string
  wasCut: boolean
  /** What was looked for instead, since nothing has the words of the query and they look like slips. */
  corrected: string | null
  by: Narrowing
  sort: Sort
  isExact: boolean
  isFirst: boolean
  hits: Hit[]
  /** How many were weighed, of what is chosen; and how many there would be of every kind. */
  count: number
  /** More match than were weighed: a count is "200+". */
  isOfMany: boolean
  groups: FacetGroup[]
  /** Where the next page begins; null at the end. */
  next: string | null
}

/** What matches the query in the parameter `q`, narrowed down and sorted by the others. */
export async function searchFor(asking: SearchAsking): Promise<Found> {
  const asked = readSearch(asking.q)
  const by = readNarrowing(asking)
  const sort = sorts.find((one) => one === asking.sort) ?? 'best'
  const isExact = asking.exact === '1'
  const about = { query: asked.text, wasCut: asked.wasCut, by, sort, isExact, isFirst: !asking.after }
  if (asked.text === '')
    return { ...about, corrected: null, hits: [], count: 0, isOfMany: false, groups: [], next: null }
  const db = reads()
  const within = await readerScope()
  const { query, weighed, corrected } = await weighWell(db, within, asked, isExact)
  const { candidates, more } = weighed
  const faceting = findFacets(db, candidates, SPEAKER).then((faceted) => withFacets(candidates, faceted))
  const grouping = faceting.then((all) => groupsOf(all, by, more))
  // Where they decide nothing, facets are found while what is shown is read.
  const choosing = isByFacets(by, sort)
    ? faceting.then((all) => narrowed(all, by))
    : Promise.resolve(candidates)
  const reading = choosing.then(async (chosen) => {
    const { shown, next } = pageOf<Candidate>(chosen, sort, asking.after, ON_A_PAGE)
    return { count: chosen.length, next, hits: await hitsOf(db, within, query, shown) }
  })
  const [{ count, next, hits }, groups] = await Promise.all([reading, grouping])
  return { ...about, corrected, hits, groups, next, count, isOfMany: more.length > 0 }
}

interface WeighedWell {
  query: SearchQuery
  weighed: Weighed
  corrected: string | null
}

/** Weighs what matches, and where nothing has the words or the title, what matches without likely slips. */
async function weighWell(
  db: Queryable,
  within: ReadScope,
  query: SearchQuery,
  isExact: boolean,
): Promise<WeighedWell> {
  const weighed = await weigh(db, within, query)
  const asTyped = { query, weighed, corrected: null }
  if (isExact || weighed.candidates.some(({ hasWords, score }) => hasWords || score >= 4)) return asTyped
  const corrected = await withoutSlips(db, query)
  if (corrected === null) return asTyped
  const instead = readSearch(corrected)
  const found = await weigh(db, within, instead)
  return found.candidates.some(({ hasWords }) => hasWords)
    ? { query: instead, weighed: found, corrected }
    : asTyped
}

function readNarrowing(asking: SearchAsking): Narrowing {
  const id = (text: string | null | undefined) => (text && /^[1-9]\d{0,15}$/.test(text) ? text : undefined)
  const by: Narrowing = {
    kind: contentKinds.find((kind) => kind === asking.kind),
    standing: isStanding(asking.standing) ? asking.standing : undefined,
    place: id(asking.place),
    speaker: id(asking.speaker),
    topic: asking.topic || undefined,
    category: id(asking.category),
    picture: asking.picture === 'yes' ? 'yes' : undefined,
  }
  return by
}

/** The query in the parameter `q`, as the page shows it; empty for none. */
export const queryOf = (q: Parameter): string => readSearch(q).text
