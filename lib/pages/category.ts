import { findSubcategories } from '@/db/pages/category-tree'
import { findCategoryMembers } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { findPageKinds } from '@/db/wiki/page-kinds'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { type Branch, withCounts } from './category-tree'
import { loadTiles, MOST_TILES, plainTile, type Tile } from './tiles'

const MOST_MEMBERS = 500
const MOST_WITHIN = 200

/** The members of a category of one kind. */
export interface MemberGroup {
  kind: string
  /** How the wiki calls several of that kind. */
  label: string
  members: Tile[]
}

/** What a category holds. */
export interface CategoryView {
  within: Branch[]
  groups: MemberGroup[]
  /** Whether the members are shown with their pictures and introductions. */
  hasTiles: boolean
  /** There are more members than are shown. */
  isCut: boolean
}

/** The categories in a category, and its other members by their kinds, in the wiki's order; of very many the oldest. */
export async function loadCategory(id: number): Promise<CategoryView> {
  recordDependency(tags.members(id), tags.settings)
  const scope = await readerScope()
  const [within, found, kinds] = await Promise.all([
    findSubcategories(reads(), scope, id, MOST_WITHIN).then(withCounts),
    findCategoryMembers(reads(), scope, id, MOST_MEMBERS + 1),
    findPageKinds(reads()),
  ])
  recordDependency(...within.map((one) => tags.members(one.id)), ...within.map((one) => tags.entry(one.id)))
  const categories = new Set(kinds.filter(({ isCategory }) => isCategory).map(({ key }) => key))
  const members = found.slice(0, MOST_MEMBERS).filter(({ kind }) => !categories.has(kind))
  const hasTiles = members.length <= MOST_TILES
  const tiles = hasTiles ? await loadTiles(members.map((one) => one.id)) : members.map(plainTile)
  const groups = kinds.map(({ key, plural }) => ({
    ...{ kind: key, label: plural, members: tiles.filter(({ kind }) => kind === key) },
  }))
  return {
    within: within.map(({ label, count }) => ({ label, path: paths.page(label), count, within: [] })),
    groups: groups.filter((group) => group.members.length > 0),
    hasTiles,
    isCut: found.length > MOST_MEMBERS,
  }
}
