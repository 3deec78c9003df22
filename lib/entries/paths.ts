import type { EntryKind } from '@/db/entries/schema'
import type { Addresses, Located } from '@/lib/kinds/kind'
import { kindOf } from '@/lib/kinds/registry'

/** What an entry's paths are built from; a page's label is its title. */
export interface Addressed extends Located {
  kind: EntryKind
}

type PathOfEntry<P extends keyof Addresses> = (
  entry: Addressed,
  asked?: Parameters<Addresses[P]>[1],
) => string

/** The path of an entry with a query: a page by its title, everything else by its kind and number. */
export const entryPath: PathOfEntry<'read'> = (entry, asked) => kindOf(entry.kind).address.read(entry, asked)

/** The path of an entry's history. */
export const historyPath: PathOfEntry<'history'> = (entry, asked) =>
  kindOf(entry.kind).address.history(entry, asked)

/** The path of an entry's edit form. */
export const editPath: PathOfEntry<'edit'> = (entry, asked) => kindOf(entry.kind).address.edit(entry, asked)

/** The path of an entry's backlinks. */
export const linksPath: PathOfEntry<'links'> = (entry, asked) =>
  kindOf(entry.kind).address.links(entry, asked)

/** The path of an entry's information page. */
export const infoPath: PathOfEntry<'info'> = (entry, asked) => kindOf(entry.kind).address.info(entry, asked)

/** The path of what is said about an entry. */
export const talkPath: PathOfEntry<'talk'> = (entry, asked) => kindOf(entry.kind).address.talk(entry, asked)
