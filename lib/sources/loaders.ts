import { cache } from 'react'
import { findHeadByNumber } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { findCitingEntries, findNewestSources } from '@/db/sources/sources'
import { nothingHere, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { recordOfRow } from '@/lib/citations/records'
import { recordHead } from '@/lib/entries/record-head'
import { type FactCards, loadFactCards } from '@/lib/facts/cards'
import type { AddressText, Asking, Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paginate } from '@/lib/input/paging'
import { kindOf } from '@/lib/kinds/registry'
import { loadOpenings, readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { loadSourcesOf } from './outlets'
import type { SourceList } from './source-list'
import { type SourceView, sourceViewOf } from './view'

const ON_A_PAGE = 100

/** The source with the number `segment`; null when there is none that everybody may read. */
export const loadSource = cache(async (segment: AddressText): Promise<SourceView | null> => {
  const number = numberOfAddress(segment)
  if (number === null) return nothingHere()
  const { scope } = await loadOpenings()
  const head = await findHeadByNumber(reads(), scope, 'source', number)
  if (!head) {
    recordDependency(tags.recent)
    return nothingHere()
  }
  recordHead(head)
  return sourceViewOf(head)
})

export interface CitingEntries extends FactCards {
  pages: { label: string; path: string }[]
  /** The id after which the list continues; null at its end. */
  next: number | null
  isFirst: boolean
}

/** The facts and pages that cite a source, at most 100 at once, after the id `after`. */
export async function loadCitingEntries(sourceId: number, after: Parameter): Promise<CitingEntries> {
  const from = numberOfAddress(after)
  recordDependency(tags.restsOn(sourceId))
  const citing = await findCitingEntries(reads(), await readerScope(), sourceId, from, ON_A_PAGE + 1)
  const { shown, next } = paginate(citing, ON_A_PAGE, (one) => one.id)
  const pages = shown.filter((one) => kindOf(one.kind).isTitled)
  const factIds = shown.filter((one) => kindOf(one.kind).hasStanding).map((one) => one.id)
  recordDependency(...pages.map((one) => tags.entry(one.id)))
  return {
    ...(await loadFactCards(factIds)),
    pages: pages.map(({ label }) => ({ label, path: paths.page(label) })),
    next,
    isFirst: from === null,
  }
}

/** Sources, newest first, those numbered below `after`; all, or those of one `outlet`. */
export async function loadSourceList(query: Asking<'after' | 'outlet'>): Promise<SourceList> {
  const from = numberOfAddress(query.after)
  if (query.outlet) return loadSourcesOf(query.outlet, from)
  recordDependency(tags.sources)
  const { scope } = await loadOpenings()
  const rows = await findNewestSources(reads(), scope, from, ON_A_PAGE + 1)
  const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.number)
  recordDependency(...shown.map((row) => tags.entry(row.id)))
  return { records: shown.map(recordOfRow), outlet: null, next, isFirst: from === null }
}
