import { findOrphans } from '@/db/pages/orphans'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { loadHeadings } from '@/lib/entries/reverse-ends'
import type { Parameter } from '@/lib/input/address'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import { titleAfter } from './title-after'

/** So many pages are looked at for one page of the list. */
const LOOKED_AT = 1_000

/** Pages that nothing leads to, among those that were looked at. */
export interface OrphanList {
  pages: { label: string; path: string }[]
  /** The title key after which the next are looked at; null where all were. */
  next: string | null
  isFirst: boolean
}

/** Pages to which no link leads, among the next thousand after the title key `after`. */
export async function loadOrphans(after: Parameter): Promise<OrphanList> {
  recordDependency(tags.recent)
  const from = titleAfter(after)
  const shownThere = (await loadHeadings()).flatMap(({ fields }) => fields)
  const asked = { after: from, looked: LOOKED_AT, shownThere }
  const { pages, next } = await findOrphans(reads(), await readerScope(), asked)
  return {
    pages: pages.map(({ label }) => ({ label, path: paths.page(label) })),
    next,
    isFirst: from === null,
  }
}
