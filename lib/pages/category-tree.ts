import { type CategoryRow, findCategories, findCategoryLinks } from '@/db/pages/category-tree'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { Parameter } from '@/lib/input/address'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { titleAfter } from './title-after'

/** So many categories are shown as a tree; more are a list by title. */
const MOST_IN_TREE = 500
const ON_A_PAGE = 200
/** Where the members of one are no longer counted. */
export const MOST_MEMBERS_COUNTED = 100
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

/** The tree of categories; where there are too many, those from the title key `after` on. */
export async function loadCategoryTree(after: Parameter): Promise<CategoryTree> {
  recordDependency(tags.recent, tags.settings)
  const from = titleAfter(after)
  const asked = { after: from, counted: MOST_MEMBERS_COUNTED, most: MOST_IN_TREE + 1 }
  const rows = await findCategories(reads(), await readerScope(), asked)
  if (from === null && rows.length <= MOST_IN_TREE)
    return { branches: await treeOf(rows), isTree: true, next: null, isFirst: true }
  const shown = rows.slice(0, ON_A_PAGE)
  const next = rows.length > ON_A_PAGE ? (shown.at(-1)?.sortKey ?? null) : null
  return { branches: shown.map((row) => branchOf(row, [])), isTree: false, next, isFirst: from === null }
}

/** The categories that stand in no other, at most `most`, without those in them. */
export async function loadTopCategories(most: number): Promise<Branch[]> {
  const { branches } = await loadCategoryTree(undefined)
  return branches.slice(0, most)
}

async function treeOf(rows: CategoryRow[]): Promise<Branch[]> {
  const links = await findCategoryLinks(
    reads(),
    rows.map(({ id }) => id),
  )
  return growTree(rows, links)
}

/**
 * Makes a tree of categories, given in their order, and of which stands in which. One in several stands in each. Those
 * that stand in each other in a circle, and in nothing else, begin with the first of them; no branch holds itself.
 */
export function growTree(
  rows: readonly CategoryRow[],
  links: readonly { id: number; within: number }[],
): Branch[] {
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
  const grow = (row: CategoryRow, above: ReadonlySet<number>): Branch => {
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

const branchOf = ({ label, count }: CategoryRow, within: Branch[]): Branch => ({
  ...{ label, path: paths.page(label), count, within },
})
