import { reads } from '@/db/postgres/client'
import { findOutlets, findSourcesOfOutlet } from '@/db/sources/outlets'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { recordOfRow } from '@/lib/citations/records'
import type { AddressText, Parameter } from '@/lib/input/address'
import { paginate } from '@/lib/input/paging'
import { OUTLET } from '@/lib/kinds/relation-fields'
import { MOST_COUNTED_IN_LISTS } from '@/lib/messages/most-counted'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { isTitleKey, titleKey } from '@/lib/titles/title'
import type { SourceList } from './source-list'

const ON_A_PAGE = 100
const SOURCES_ON_A_PAGE = 100

/** An outlet that published sources, with how many of them. */
export interface Outlet {
  label: string
  path: string
  count: number
}

export interface OutletList {
  outlets: Outlet[]
  /** The key after which the list goes on; null at its end. */
  next: string | null
  isFirst: boolean
}

/** The outlets that sources name, by name, after the key `after`. */
export async function loadOutlets(after: Parameter): Promise<OutletList> {
  recordDependency(tags.sources)
  const from = after || null
  const { outlets, next } = await findOutlets(reads(), await readerScope(), OUTLET, {
    ...{ after: from, counted: MOST_COUNTED_IN_LISTS + 1, most: ON_A_PAGE },
  })
  return {
    outlets: outlets.map(({ key, name, count }) => ({
      ...{ label: name, path: paths.sources({ outlet: key }), count },
    })),
    next,
    isFirst: from === null,
  }
}

/** The sources of an outlet, however its name is spelled, newest first, those numbered below `after`. */
export async function loadSourcesOf(outlet: AddressText, after: number | null): Promise<SourceList> {
  recordDependency(tags.sources)
  const key = titleKey(outlet)
  const rows = isTitleKey(key)
    ? await findSourcesOfOutlet(reads(), await readerScope(), OUTLET, key, after, SOURCES_ON_A_PAGE + 1)
    : []
  const { shown, next } = paginate(rows, SOURCES_ON_A_PAGE, (row) => row.number)
  recordDependency(...shown.map((row) => tags.entry(row.id)))
  const records = shown.map(recordOfRow)
  return {
    records,
    outlet: { key, name: records[0]?.publisher ?? outlet },
    next,
    isFirst: after === null,
  }
}
