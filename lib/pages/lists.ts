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
import { loadTiles, MOST_TILES, plainTile, type Tile } from './tiles'
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

/** Pages of a kind that have their place in one work; `work` is null for those that have none. */
export interface PagesOfWork {
  work: { label: string; path: string } | null
  tiles: Tile[]
}

export interface PagesOfKind {
  key: string
  plural: string
  groups: PagesOfWork[]
  /** Whether the pages are shown with their pictures and introductions. */
  hasTiles: boolean
  /** The sort key after which the list continues; null at its end. */
  next: string | null
  isFirst: boolean
}

/**
 * The pages of a kind from the title key `after` on, those of one work together and in their order; null, and a 404, when
 * the wiki has no such kind.
 */
export const loadPagesOfKind = cache(
  async (key: AddressText, after: Parameter): Promise<PagesOfKind | null> => {
    recordDependency(tags.settings, tags.pagesOfKind(key))
    const kind = (await findPageKinds(reads())).find((one) => one.key === key)
    if (!kind) return nothingHere()
    const from = titleAfter(after)
    const rows = await findPagesOfKind(reads(), await readerScope(), key, from, ON_A_PAGE + 1)
    const { shown, next } = paginate(rows, ON_A_PAGE, (row) => row.sortKey)
    recordDependency(...worksOf(shown).map(tags.entry))
    const hasTiles = shown.length <= MOST_TILES
    const tiles = hasTiles
      ? await loadTiles(shown.map(({ id }) => id))
      : shown.map(({ id, label }) => plainTile({ id, label, kind: key }))
    return {
      key,
      plural: kind.plural,
      groups: groupsOf(shown, tiles),
      hasTiles,
      next,
      isFirst: from === null,
    }
  },
)

type Row = Awaited<ReturnType<typeof findPagesOfKind>>[number]

const worksOf = (rows: readonly Row[]) => [...new Set(rows.flatMap(({ workId }) => workId ?? []))]

function groupsOf(rows: readonly Row[], tiles: readonly Tile[]): PagesOfWork[] {
  const byId = new Map(tiles.map((tile) => [tile.id, tile]))
  const works = [...new Set(rows.map(({ workLabel }) => workLabel))]
  return works.map((label) => ({
    work: label === null ? null : { label, path: paths.page(label) },
    tiles: rows.flatMap(({ id, workLabel }) => (workLabel === label ? (byId.get(id) ?? []) : [])),
  }))
}

const listed = ({ label, ordinal }: { label: string; ordinal: number | null }): ListedPage => ({
  label,
  path: paths.page(label),
  ordinal,
})
