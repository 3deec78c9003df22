import type { TitleHolder } from '@/db/entries/titles'
import type { Tx } from '@/db/postgres/client'
import type { InfoboxField, PageKind } from '@/db/wiki/page-kinds'

/** An entry as a change would make it. */
export interface Changed<C> {
  position: number
  /** Null for a new one. */
  entryId: number | null
  content: C
  /** What its head says; null for a new one. */
  before: C | null
}

/** The same once it is given its place. */
export type PlacedAs<C> = Changed<C> & { id: number }

/** What a change is checked by, looked up for all entries of a changeset at once. */
export interface LookedUp {
  /** By key; null where the wiki has no such kind of page. */
  kinds: Map<string, { kind: PageKind | null; fields: InfoboxField[] }>
  /** Who holds a title, by key. */
  holders: Map<string, TitleHolder | null>
}

/** What of a kind stands in rows of its own: what is derived from it, and what it is checked against. */
export interface KindRows<C> {
  /** What lists and rules know of it: where that is the same as before, nothing is derived anew. */
  listedAs(content: C): unknown
  /** Derives that; gives the tags of what is changed by it. Refuses a title that somebody else took. */
  derive(tx: Tx, one: PlacedAs<C>): Promise<string[]>
  /** The kinds of pages and the keys of titles that it is checked by. */
  asks(one: Changed<C>): { kinds: string[]; titles: string[] }
  /** Throws a `RefusalError` with a sentence at the field. */
  check(one: Changed<C>, found: LookedUp): void
  /** The same under the publish lock, for what others may change meanwhile. */
  checkLast(tx: Tx, one: PlacedAs<C>): Promise<void>
}

/** For a kind of which nothing but its entry, its links and its words stands in rows. */
export const noRows: KindRows<object> = {
  listedAs: () => null,
  derive: async () => [],
  asks: () => ({ kinds: [], titles: [] }),
  check: () => {},
  checkLast: async () => {},
}
