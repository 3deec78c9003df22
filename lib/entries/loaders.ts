import { notFound } from 'next/navigation'
import { cache } from 'react'
import { primary } from '@/db/client'
import { findWholeEntry, type WholeEntry } from '@/db/queries/entries'
import { requireModerator } from '@/lib/submissions/loaders'
import { numberOfAddress } from './addresses'

/** An entry as those who moderate see it. */
export type ModeratedEntry = WholeEntry

/** An entry by the id in an address of those who moderate; not found for everybody else, and where there is none. */
export const loadEntryToModerate = cache(async (segment: string): Promise<ModeratedEntry> => {
  await requireModerator()
  const id = numberOfAddress(segment)
  return (id === null ? null : await findWholeEntry(primary(), id)) ?? notFound()
})
