import type { EntryKind } from '@/db/entries/schema'
import type { Addresses, Located } from '@/lib/kinds/kind'
import { kindOf } from '@/lib/kinds/registry'

/** What an entry's addresses are made of; a titled one's label is its title. */
export interface Addressed extends Located {
  kind: EntryKind
}

type PathOfEntry<P extends keyof Addresses> = (
  entry: Addressed,
  asked?: Parameters<Addresses[P]>[1],
) => string

/** Where an entry is read, with what its query asks: a page by its title, everything else by its kind and number. */
export const entryPath: PathOfEntry<'read'> = (entry, asked) => kindOf(entry.kind).address.read(entry, asked)

/** Where an entry's history is read. */
export const historyPath: PathOfEntry<'history'> = (entry, asked) =>
  kindOf(entry.kind).address.history(entry, asked)

/** Where an entry is edited. */
export const editPath: PathOfEntry<'edit'> = (entry, asked) => kindOf(entry.kind).address.edit(entry, asked)

/** Where it is told what links to an entry. */
export const linksPath: PathOfEntry<'links'> = (entry, asked) =>
  kindOf(entry.kind).address.links(entry, asked)

/** Where it is told what is known of an entry. */
export const infoPath: PathOfEntry<'info'> = (entry, asked) => kindOf(entry.kind).address.info(entry, asked)
