import { cache } from 'react'
import { type DeletionRow, findDeletion, findDeletionByNumber } from '@/db/entries/deletions'
import { reads } from '@/db/postgres/client'
import { answerWith, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { type Linked, type LogLine, loadActsOn } from '@/lib/entries/acts'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { type ContentKind, kindOf } from '@/lib/kinds/registry'
import { paths } from '@/lib/routes'
import { called } from './called'
import type { Addressed } from './paths'

const MOST_ACTS = 20

/** A deletion, as the public sees it. */
export interface Deletion {
  id: number
  /** The title of a page; of everything else only its number, since its text is gone. */
  name: string
  isTitled: boolean
  at: Date
  by: Linked | null
  reason: string | null
  /** Its acts in the public log, newest first. */
  acts: LogLine[]
  /** Where its address leads: it was merged into this entry. */
  mergedInto: Addressed | null
}

/** When, by whom and why the entry with this id was deleted, and a 410 for the current page; null when it is not. */
export const loadDeletion = cache(async (entryId: number): Promise<Deletion | null> => {
  recordDependency(tags.entry(entryId))
  return deletionOf(await findDeletion(reads(), entryId))
})

/** The same of a fact, a source or a file, by the last segment of its address. */
export const loadNumberedDeletion = cache(
  async (kind: ContentKind, segment: AddressText): Promise<Deletion | null> => {
    const number = numberOfAddress(segment)
    return number === null ? null : deletionOf(await findDeletionByNumber(reads(), kind, number))
  },
)

async function deletionOf(row: DeletionRow | null): Promise<Deletion | null> {
  if (!row) return null
  const { id, kind, number, label, at, reason, byId, byName, mergedInto } = row
  recordDependency(tags.entry(id), ...(byId === null ? [] : [tags.account(byId)]))
  if (mergedInto) recordDependency(tags.entry(mergedInto.id))
  else answerWith(410)
  const { isTitled } = kindOf(kind)
  return {
    id,
    name: called({ kind, number, label: isTitled ? label : null }),
    isTitled,
    at,
    by: byId === null || byName === null ? null : { label: byName, path: paths.person(byId) },
    reason,
    mergedInto,
    acts: mergedInto ? [] : await loadActsOn(id, MOST_ACTS),
  }
}
