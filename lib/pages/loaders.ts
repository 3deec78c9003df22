import { cache } from 'react'
import { findNearTitles, findTitleHolder } from '@/db/entries/titles'
import { findPageHeadByTitle } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { answerWith, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { type Closing, closingOf } from '@/lib/entries/at-address'
import { type Deletion, loadDeletion } from '@/lib/entries/deletion'
import type { AddressText } from '@/lib/input/address'
import { loadOpenings, readerScope } from '@/lib/places/loaders'
import { readersScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { foldedName } from '@/lib/text/words'
import { spellingOf } from '@/lib/titles/spelling'
import { normalizeTitle, spelledInAddress, titleKey, titleSchema } from '@/lib/titles/title'
import { composePage, type PageView } from './compose'

/** What is at an address under /wiki. */
export type AtTitle =
  | { state: 'found'; page: PageView }
  | { state: 'moved'; to: string }
  | { state: 'deleted'; title: string; deletion: Deletion }
  /** Closed to the reader: nothing is told but its gate. */
  | { state: 'closed'; closed: Closing }
  /** `title` is null where the address cannot be the title of any page. */
  | { state: 'missing'; title: string | null; near: { label: string; path: string }[] }

/**
 * What is at a title, given as its part of an address. Another spelling redirects to the title; a missing or deleted
 * page sets the response's status.
 */
export const loadAtTitle = cache(async (address: AddressText): Promise<AtTitle> => {
  const spelled = spelledInAddress(address)
  if (spelled === null) return missing(null, [])
  const key = titleKey(spelled)
  recordDependency(tags.title(key))
  // Most pages stand open to everybody: those need not wait for what is open to the reader.
  const [openings, holder, openHead] = await Promise.all([
    loadOpenings(),
    findTitleHolder(reads(), key),
    findPageHeadByTitle(reads(), readersScope([]), key),
  ])
  if (!holder) return missingTitle(normalizeTitle(spelled))
  recordDependency(tags.entry(holder.entryId))
  const deletion = holder.deletedAt ? await loadDeletion(holder.entryId) : null
  if (deletion) return { state: 'deleted', title: deletion.name, deletion }
  const closed = await closingOf(holder)
  if (closed) return { state: 'closed', closed }
  if (spelled !== spellingOf(holder.title)) return { state: 'moved', to: paths.page(holder.title) }
  const head = openHead ?? (await findPageHeadByTitle(reads(), openings.scope, key))
  return head ? { state: 'found', page: await composePage(head) } : missing(holder.title, [])
})

const missingTitle = async (title: string) =>
  titleSchema.safeParse(title).success ? missing(title, await nearTitles(title)) : missing(null, [])

function missing(title: string | null, near: { label: string; path: string }[]): AtTitle {
  answerWith(404)
  return { state: 'missing', title, near }
}

async function nearTitles(title: string) {
  // New pages hardly change the suggestions for a missing title; the tag of recent changes covers it.
  recordDependency(tags.recent)
  const labels = await findNearTitles(reads(), await readerScope(), foldedName(title), 5)
  return labels.map((label) => ({ label, path: paths.page(label) }))
}
