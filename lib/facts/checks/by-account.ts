import { findChecksBy } from '@/db/facts/checks-by'
import type { CheckVerdict } from '@/db/facts/schema'
import { reads } from '@/db/postgres/client'
import { hasPublished } from '@/db/talk/comments'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'

const MOST_LISTED = 50

/** What somebody said of a source of a fact. */
export interface CheckBy {
  id: number
  /** Null where its words are hidden. */
  label: string | null
  number: number
  path: string
  verdict: CheckVerdict
  at: Date
}

/** The last checks of the account whose address ends in `segment`, once they count: for its public page. */
export async function loadChecksBy(segment: AddressText): Promise<CheckBy[]> {
  const id = numberOfAddress(segment)
  if (id === null) return []
  recordDependency(tags.checksBy(id), tags.contributions(id))
  if (!(await hasPublished(reads(), id))) return []
  const rows = await findChecksBy(reads(), await readerScope(), id, MOST_LISTED)
  recordDependency(...rows.map(({ entryId }) => tags.entry(entryId)))
  return rows.map(({ id: checkId, label, number, verdict, at }) => ({
    ...{ id: checkId, label, number, verdict, at },
    path: paths.fact(number),
  }))
}
