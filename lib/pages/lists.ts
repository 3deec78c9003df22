import { cache } from 'react'
import { findPagesOfKind } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { findPageKinds } from '@/db/wiki/page-kinds'
import { countPagesByKind } from '@/db/wiki/wiki'
import { nothingHere, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { AddressText, Parameter } from '@/lib/input/address'
import { paginate } from '@/lib/input/paging'
import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { titleAfter } from './title-after'

const ON_A_PAGE = 200
/** How many pages of each kind the overview names. */
const NAMED = 12

export interface ListedPage {
  label: string
  path: string
  ordinal: number | null
}

export interface KindOverview {
  key: string
  plural: string
  count: number
  pages: ListedPage[]
}

/** The kinds that have pages, each with its count and first few pages. */
export async function loadKinds(): Promise<KindOverview[]> {
  recordDependency(tags.settings)
  const kinds = await findPageKinds(reads())
  recordDependency(...kinds.map((kind) => tags.pagesOfKind(kind.key)), tags.recent)
  const within = await readerScope()
  const counts = await countPagesByKind(
    reads(),
    within,
    kinds.map((kind) => kind.key),
    MOST_COUNTED,
  )
  const filled = kinds.filter((kind) => counts.has(kind.key))
  const pages = await Promise.all(
    filled.map((kind) => findPagesOfKind(reads(), within, kind.key, null, NAMED)),
  )
  return filled.map(({ key, plural }, index) => ({
    key,
    plural,
    count: counts.get(key) ?? 0,
    pages: (pages[index] ?? []).map(listed),
  }))
}

export interface PagesOfKind {
  key: string
  plural: string
  pages: ListedPage[]
  /** The sort key after which the list continues; null at its end. */
  next: string | null
  isFirst: boolean
}

/** The pages of a kind from the title key `after` on; null, and a 404, when the wiki has no such kind. */
export const loadPagesOfKind = cache(
  async (key: AddressText, after: Parameter): Promise<PagesOfKind | null> => {
    recordDependency(tags.settings, tags.pagesOfKind(key))
    const kind = (await findPageKinds(reads())).find((one) => one.key === key)
    if (!kind) return nothingHere()
    const from = titleAfter(after)
    const rows = await findPagesOfKind(reads(), await readerScope(), key, from, ON_A_PAGE + 1)
    const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.sortKey)
    return {
      key,
      plural: kind.plural,
      pages: shown.map(listed),
      next,
      isFirst: from === null,
    }
  },
)

const listed = ({ label, ordinal }: { label: string; ordinal: number | null }): ListedPage => ({
  label,
  path: paths.page(label),
  ordinal,
})
