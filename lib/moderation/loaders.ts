import { notFound } from 'next/navigation'
import { cache } from 'react'
import { findAliases } from '@/db/entries/aliases'
import { findWholeEntry, type WholeEntry } from '@/db/entries/entries'
import { primary } from '@/db/postgres/client'
import { findEntryHeads } from '@/db/publishing/publishing'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { kindOf, storedEntry } from '@/lib/kinds/registry'
import { requireModerator } from '@/lib/sessions/session'
import { type UsesOfEntry, usesOf } from './uses'

/** An entry as moderators see it. */
export type ModeratedEntry = WholeEntry

/** An entry by the id in a moderator's address; not found for everybody else, and where there is none. */
export const loadEntryToModerate = cache(async (segment: AddressText): Promise<ModeratedEntry> => {
  await requireModerator()
  const id = numberOfAddress(segment)
  return (id === null ? null : await findWholeEntry(primary(), id)) ?? notFound()
})

/** The screen for deleting or restoring an entry: what uses it, and its text, unless that was erased. */
export async function loadDeletionPage(
  segment: AddressText,
): Promise<{ entry: ModeratedEntry; uses: UsesOfEntry; words: string; isErased: boolean }> {
  const entry = await loadEntryToModerate(segment)
  const [uses, heads] = await Promise.all([
    usesOf(primary(), entry.id),
    findEntryHeads(primary(), [entry.id]),
  ])
  const head = heads.get(entry.id)
  const one = head ? storedEntry(entry.kind, head) : null
  return { entry, uses, isErased: one === null, words: one ? kindOf(one.kind).searchText(one.content) : '' }
}

/** A page with its other titles. */
export async function loadTitlesPage(
  segment: AddressText,
): Promise<{ entry: ModeratedEntry; aliases: string[] }> {
  const entry = await loadEntryToModerate(segment)
  const aliases = await findAliases(primary(), entry.id)
  return { entry, aliases: aliases.map(({ text }) => text) }
}
