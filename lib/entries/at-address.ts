import { reads } from '@/db/client'
import { findEntryId } from '@/db/queries/revisions'
import { findNames, findTitleHolder } from '@/db/queries/titles'
import type { EntryKind } from '@/db/schema/entries'
import { tags } from '@/lib/cache/tags'
import { answerWith, touch } from '@/lib/cache/touched'
import { publicScope } from '@/lib/policy/policy'
import { titleKey, titleOfSegments, titlePath, titleSchema } from '@/lib/titles/title'
import { numberOfAddress } from './addresses'
import { called } from './called'
import { type Deletion, loadDeletion } from './deletion'

/** An entry that everybody may read. */
export interface FoundEntry {
  id: number
  kind: EntryKind
  number: number
  label: string
}

/** What stands at the address of one of an entry's further pages: its history, its links, what is known of it. */
export type AtAddress =
  | { state: 'found'; entry: FoundEntry }
  | { state: 'moved'; to: string }
  | { state: 'deleted'; deletion: Deletion }
  | { state: 'missing' }

/** The page at a title, given as the segments after `prefix` (`history`), still encoded and joined with slashes. */
export async function entryAtTitle(prefix: string, address: string): Promise<AtAddress> {
  const segments = address.split('/')
  const title = titleOfSegments(segments)
  if (title === null || !titleSchema.safeParse(title).success) return missingEntry()
  touch(tags.title(titleKey(title)))
  const holder = await findTitleHolder(reads(), titleKey(title))
  if (!holder) return missingEntry()
  const isItsOwn = segments.map(decodeURIComponent).join('/') === holder.title.replaceAll(' ', '_')
  if (isItsOwn || holder.deletedAt) return entryOf(holder.entryId)
  touch(tags.entry(holder.entryId))
  return { state: 'moved', to: `/${prefix}/${titlePath(holder.title)}` }
}

/** The fact or source with this number in its address. */
export async function entryAtNumber(kind: 'fact' | 'source', segment: string): Promise<AtAddress> {
  const number = numberOfAddress(segment)
  if (number === null) return missingEntry()
  const id = await findEntryId(reads(), kind, number)
  if (id !== null) return entryOf(id)
  // The next one of its kind to be published may get this number.
  touch(tags.recent)
  return missingEntry()
}

async function entryOf(id: number): Promise<AtAddress> {
  touch(tags.entry(id))
  const deletion = await loadDeletion(id)
  if (deletion) return { state: 'deleted', deletion }
  const [row] = await findNames(reads(), publicScope, [id])
  return row ? { state: 'found', entry: { ...row, label: called(row) } } : missingEntry()
}

/** What there is to say where nothing is, with a 404 for the page under way. */
export function missingEntry(): { state: 'missing' } {
  answerWith(404)
  return { state: 'missing' }
}
