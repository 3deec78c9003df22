import { findNeighbours } from '@/db/pages/neighbours'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'

/** A page just before or after another. */
export interface Beside {
  label: string
  path: string
}

/** What comes before and after a page among the places of its work; null at an end. */
export interface Neighbours {
  before: Beside | null
  after: Beside | null
}

/** Looks up a place's neighbours; null for a page that has no place in a work, and for one that stands alone there. */
export async function loadNeighbours(
  id: number,
  { kind, ordinal }: Pick<PageContent, 'kind' | 'ordinal'>,
): Promise<Neighbours | null> {
  if (!ordinal) return null
  recordDependency(tags.pagesOfKind(kind), tags.namedIn(ordinal.work))
  const found = await findNeighbours(reads(), await readerScope(), id)
  recordDependency(
    ...found.flatMap(({ id, whole }) => [tags.entry(id), ...(whole === null ? [] : [tags.namedIn(whole)])]),
  )
  const on = (side: 'before' | 'after') => {
    const one = found.find((neighbour) => neighbour.side === side)
    return one ? { label: one.label, path: paths.page(one.label) } : null
  }
  return found.length > 0 ? { before: on('before'), after: on('after') } : null
}
