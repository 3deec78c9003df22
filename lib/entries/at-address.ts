import type { EntryKind } from '@/db/entries/schema'
import { findEntryNames, findTitleHolder } from '@/db/entries/titles'
import { reads } from '@/db/postgres/client'
import { findEntryId } from '@/db/revisions/revisions'
import { answerWith, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { gateOf } from '@/lib/content/gate'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import type { ContentKind } from '@/lib/kinds/registry'
import { isGateOpen, loadOpenings, nameClosings, nameGates } from '@/lib/places/loaders'
import type { LockView } from '@/lib/places/lock'
import { spellingOf } from '@/lib/titles/spelling'
import { normalizeTitle, spelledInAddress, titleKey } from '@/lib/titles/title'
import { called } from './called'
import { type Deletion, loadDeletion } from './deletion'
import { type Addressed, entryPath } from './paths'

/** An entry that everybody may read. */
export interface FoundEntry {
  id: number
  kind: EntryKind
  number: number
  label: string
}

/** What is at the address of one of an entry's secondary pages (history, links, information). */
export type AtAddress =
  | { state: 'found'; entry: FoundEntry }
  /** To another title; or into another entry, with its own id, by which its versions are read. */
  | { state: 'moved'; to: string; merged?: { id: number; into: Addressed } }
  | { state: 'deleted'; deletion: Deletion }
  /** Closed to the reader: a page says nothing but its gate, also at its secondary addresses. */
  | { state: 'closed'; closed: Closing }
  /** `title` for the address of a missing page. */
  | { state: 'missing'; title?: string }

/** The page at a title, given as its part of the address of one of its secondary pages (`paths.pageHistory`). */
export async function entryAtTitle(
  pathAt: (title: string) => string,
  address: AddressText,
): Promise<AtAddress> {
  const spelled = spelledInAddress(address)
  if (spelled === null) return missingEntry()
  const key = titleKey(spelled)
  recordDependency(tags.title(key))
  const holder = await findTitleHolder(reads(), key)
  if (!holder) return { ...missingEntry(), title: normalizeTitle(spelled) }
  recordDependency(tags.entry(holder.entryId))
  if (holder.deletedAt) return entryAtId(holder.entryId)
  const closed = await closingOf(holder)
  if (closed) return { state: 'closed', closed }
  if (spelled === spellingOf(holder.title)) return entryAtId(holder.entryId)
  return { state: 'moved', to: pathAt(holder.title) }
}

/** The fact, source or file with this number in its address. */
export async function entryAtNumber(kind: ContentKind, segment: AddressText): Promise<AtAddress> {
  const number = numberOfAddress(segment)
  if (number === null) return missingEntry()
  const id = await findEntryId(reads(), kind, number)
  if (id !== null) return entryAtId(id)
  // The next entry of its kind to be published may get this number.
  recordDependency(tags.recent)
  return missingEntry()
}

/** The entry of this id. */
export async function entryAtId(id: number): Promise<AtAddress> {
  recordDependency(tags.entry(id))
  const deletion = await loadDeletion(id)
  if (deletion?.mergedInto)
    return { state: 'moved', to: entryPath(deletion.mergedInto), merged: { id, into: deletion.mergedInto } }
  if (deletion) return { state: 'deleted', deletion }
  const openings = await loadOpenings()
  const [row] = await findEntryNames(reads(), openings.scope, [id])
  nameClosings(openings, row ? [row] : [])
  return row ? { state: 'found', entry: { ...row, label: called(row) } } : missingEntry()
}

/** What closes an entry to the reader. */
export interface Closing {
  lock: LockView
}

/** What closes a page, or a file, to the reader; null for an open one. */
export async function closingOf(page: Parameters<typeof gateOf>[0]): Promise<Closing | null> {
  const openings = await loadOpenings()
  const gate = gateOf(page)
  nameGates(openings, [gate])
  return isGateOpen(openings, gate) ? null : { lock: openings.lockOf(gate) }
}

/** What closes the fact, source or file of this number to the reader; null for an open one, and where there is none. */
export async function closingAtNumber(kind: ContentKind, number: number): Promise<Closing | null> {
  const id = await findEntryId(reads(), kind, number)
  if (id === null) return null
  recordDependency(tags.entry(id))
  const openings = await loadOpenings()
  const [row] = await findEntryNames(reads(), openings.scope, [id])
  return row && !row.isDeleted ? closingOf(row) : null
}

/** What to show for a missing entry, with a 404 for the current page. */
export function missingEntry(): { state: 'missing' } {
  answerWith(404)
  return { state: 'missing' }
}
