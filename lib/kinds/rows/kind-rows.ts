import type { TitleHolder } from '@/db/entries/titles'
import type { UsableObject } from '@/db/files/usable-objects'
import type { FieldValueRow } from '@/db/links/field-values'
import type { Tx } from '@/db/postgres/client'
import type { InfoboxField, PageKind } from '@/db/wiki/page-kinds'

/** An entry as a change would make it. */
export interface Changed<C> {
  position: number
  /** Null for a new one. */
  entryId: number | null
  content: C
  /** The head's content; null for a new one. */
  before: C | null
}

/** The same once it has its id and number. */
export type PlacedAs<C> = Changed<C> & {
  id: number
  /** The number of the head that it follows; 0 for a new entry. */
  parentNumber: number
}

/** What a change is checked against, looked up for all entries of a changeset at once. */
export interface LookedUp {
  /** By key; null where the wiki has no such kind of page. */
  kinds: Map<string, { kind: PageKind | null; fields: InfoboxField[] }>
  /** The holder of a title, by key. */
  holders: Map<string, TitleHolder | null>
  /** The stored objects of pictures, by their SHA-256; those that are not there are left out. */
  objects: Map<string, UsableObject>
}

/** What an entry says in fields of a type: the pages that it names, and its values. */
export interface Typed {
  /** Its place among the others at the other end of its relations: by number, then by this text. */
  ordinal: number
  sortKey: string
  /** By the id of a page or the key of a title; each once in a field. */
  relations: { field: string; position: number; to: number | string }[]
  values: Omit<FieldValueRow, 'entryId'>[]
}

/** The rows of a kind: what is derived from its content, and what the content is checked against. */
export interface KindRows<C> {
  /** What lists and rules know of it: where that is unchanged, nothing is derived again. */
  listedAs(content: C): unknown
  /** Whether it is a place in a work, that gates can name. */
  isPlace(content: C): boolean
  /** Writes the derived rows; gives the tags of what they change. Refuses a title that somebody else took. */
  derive(tx: Tx, one: PlacedAs<C>): Promise<string[]>
  /** Voids what people said who compared it, where it says something else now; gives the tags of what that changes. */
  voidChecks(tx: Tx, one: PlacedAs<C>): Promise<string[]>
  /** What its relations and typed values are read from; null where it can have none. */
  typedFrom(content: C): unknown
  /** Whether it may name pages by their titles, not by their ids alone; and whether it may have values. */
  namesTitles: boolean
  hasValues: boolean
  /** Reads them by the types of the infobox fields of its kind of page. */
  readTyped(one: { content: C; number: number }, fields: readonly InfoboxField[]): Typed
  /** The kinds of pages, the title keys and the stored objects that it is checked against. */
  asks(one: Changed<C>): { kinds: string[]; titles: string[]; objects: string[] }
  /** Throws a `RefusalError` with a sentence at the field. */
  check(one: Changed<C>, found: LookedUp): void
  /** The same under the publish lock, for what others may change meanwhile. */
  checkLast(tx: Tx, one: PlacedAs<C>): Promise<void>
}

/** A value of a field in which nothing is known yet. */
export const noValue = {
  position: 0,
  fits: true,
  number: null,
  unit: null,
  firstDay: null,
  lastDay: null,
  isApproximate: null,
  boolean: null,
}

/** For a kind that has only its entry, links and text in rows. */
export const noRows: KindRows<object> = {
  listedAs: () => null,
  isPlace: () => false,
  derive: async () => [],
  voidChecks: async () => [],
  asks: () => ({ kinds: [], titles: [], objects: [] }),
  typedFrom: () => null,
  namesTitles: false,
  hasValues: false,
  readTyped: () => ({ ordinal: 0, sortKey: '', relations: [], values: [] }),
  check: () => {},
  checkLast: async () => {},
}
