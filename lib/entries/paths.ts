import type { EntryKind } from '@/db/schema/entries'
import { paths } from '@/lib/routes'

/** What an entry's addresses are made of; a page's label is its title. */
export interface Addressed {
  kind: EntryKind
  number: number
  label: string
}

/** Where an entry is read: a page by its title, everything else by its kind and number. */
export function entryPath(entry: Addressed): string {
  return entry.kind === 'page' ? paths.page(entry.label) : `/${entry.kind}s/${entry.number}`
}
