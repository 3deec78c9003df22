import { type CategoryRow, countMembers, findCategories, findCategoryLinks } from '@/db/pages/category-tree'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { Parameter } from '@/lib/input/address'
import { MOST_COUNTED_IN_LISTS } from '@/lib/messages/most-counted'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { titleAfter } from './title-after'

/** So many categories are shown as a tree; more are a list by title. */
const MOST_IN_TREE = 500
const ON_A_PAGE = 200
/** How deep the tree goes; what is deeper is on its category's page. */
const MOST_LEVELS = 6
/** How many branches are drawn, since a category may stand in many others. */
const MOST_BRANCHES = 2_000

/** A category with those in it. */
export interface Branch {
  label: string
  path: string
  count: number
  within: Branch[]
}

/** The categories of the wiki: as a tree, or of very many a page of the list by title. */
export interface CategoryTree {
  branches: Branch[]
  isTree: boolean
  /** Where the list goes on, and whether this is its beginning. */
  next: string | null
  isFirst: boolean
}

interface CountedCategory extends CategoryRow {
  count: number
}

/** That a category stands in another. */
interface Within {
  id: number
  within: number
}

/** The tree of categories; where there are too many, those from the title key `after` on. */
export async function loadCategoryTree(after: Parameter): Promise<CategoryTree> {
  const from = titleAfter(after)
  const rows = await findRows(from)
  if (from === null && rows.length <= MOST_IN_TREE) {
    const [counted, links] = await Promise.all([withCounts(rows), linksAmong(rows)])
    return { branches: growTree(counted, links), isTree: true, next: null, isFirst: true }
  }
  const shown = await withCounts(rows.slice(0, ON_A_PAGE))
  const next = rows.length > ON_A_PAGE ? (shown.at(-1)?.sortKey ?? null) : null
  return { branches: shown.map((row) => branchOf(row, [])), isTree: false, next, isFirst: from === null }
}

/** The categories that stand in no other, at most `most`, without those in them; only their members are counted. */
export async function loadTopCategories(most: number): Promise<Branch[]> {
  const rows = await findRows(null)
  const isTree = rows.length <= MOST_IN_TREE
  const tops = isTree ? topsOf(rows, await linksAmong(rows)) : rows
  return (await withCounts(tops.slice(0, most))).map((row) => branchOf(row, []))
}

async function findRows(after: string | null): Promise<CategoryRow[]> {
  recordDependency(tags.recent, tags.settings)
  return findCategories(reads(), await readerScope(), { after, most: MOST_IN_TREE + 1 })
}

const idsOf = (rows: readonly CategoryRow[]) => rows.map(({ id }) => id)

const linksAmong = (rows: readonly CategoryRow[]) => findCategoryLinks(reads(), idsOf(rows))

/** Categories with how many members the reader may see, counted up to one more than lists say. */
export async function withCounts(rows: readonly CategoryRow[]): Promise<CountedCategory[]> {
  const counts = await countMembers(reads(), await readerScope(), idsOf(rows), MOST_COUNTED_IN_LISTS + 1)
  return rows.map((row) => ({ ...row, count: counts.get(row.id) ?? 0 }))
}

/** Where the tree begins, in the order of the rows. */
function topsOf(rows: readonly CategoryRow[], links: readonly Within[]): CategoryRow[] {
  const byPath = new Map(rows.map((row) => [paths.page(row.label), row]))
  const branches = growTree(
    rows.map((row) => ({ ...row, count: 0 })),
    links,
  )
  return branches.flatMap(({ path }) => byPath.get(path) ?? [])
}

/**
 * Makes a tree of categories, given in their order, and of which stands in which. One in several stands in each. Those
 * that stand in each other in a circle, and in nothing else, begin with the first of them; no branch holds itself.
 */
export function growTree(rows: readonly CountedCategory[], links: readonly Within[]): Branch[] {
  const inside = new Map<number, Set<number>>()
  const hasParent = new Set<number>()
  for (const { id, within } of links) {
    if (id === within) continue
    inside.set(within, (inside.get(within) ?? new Set()).add(id))
    hasParent.add(id)
  }
  const drawn = new Set<number>()
  const draw = (id: number) => {
    if (drawn.has(id)) return
    drawn.add(id)
    for (const one of inside.get(id) ?? []) draw(one)
  }
  let branches = 0
  const grow = (row: CountedCategory, above: ReadonlySet<number>): Branch => {
    draw(row.id)
    branches += 1
    const path = new Set(above).add(row.id)
    const ids = inside.get(row.id)
    const isOver = ids === undefined || path.size >= MOST_LEVELS
    const within = isOver ? [] : rows.filter(({ id }) => ids.has(id) && !path.has(id))
    return branchOf(
      row,
      within.flatMap((one) => (branches < MOST_BRANCHES ? grow(one, path) : [])),
    )
  }
  const tops = rows.filter(({ id }) => !hasParent.has(id)).map((row) => grow(row, new Set()))
  const inCircles = rows.flatMap((row) => (drawn.has(row.id) ? [] : grow(row, new Set())))
  return [...tops, ...inCircles]
}

const branchOf = ({ label, count }: CountedCategory, within: Branch[]): Branch => ({
  ...{ label, path: paths.page(label), count, within },
})
