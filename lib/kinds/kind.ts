import type { Described } from '@/lib/content/fields'

/** What the wiki says of entries of a kind (`messages().kinds`). */
export interface KindTexts {
  /** One of them, and several, as a heading or a choice. */
  one: string
  many: string
  counted: (count: number) => string
  /** By its number alone, where its label is not told; and where it was deleted. */
  numbered: (number: number) => string
  deleted: (number: number) => string
  /** Behind a gate it calls itself so in lists. */
  closed: (number: number) => string
  /** In the queue and in reports. */
  listed: (number: number, label: string) => string
  reported: (number: number, label: string) => string
  /** A new one that waits; `called` is what it, or what it is about, is called. */
  fresh: (called: string) => string
  /** Above an edit, and above a new one. */
  edit: string
  new: string
  /** How far it is seen: in the queue, before the places, and where there is none. */
  reach: (count: number) => string
  reachedAt: string
  unreached: string
  versions: string
  info: string
  backTo: string
  deleteIntro: string
  deleteSubmit: string
  onlyVersion: string
}

/** What an entry's addresses are made of; a titled one's label is its title. */
export interface Located {
  number: number
  label: string
}

type At<Asked extends string = never> = (
  entry: Located,
  asked?: { [name in Asked]?: string | number | null | undefined },
) => string

/** Where an entry is read, and what else stands at addresses of it, with what their queries ask. */
export interface Addresses {
  read: At
  history: At<'before'>
  edit: At<'from'>
  links: At<'after' | 'kind'>
  info: At
}

/**
 * All that a kind of entry is, declared once; `lib/kinds/all.ts` lists them. Plain code: what of it needs the database
 * stands in `lib/kinds/rows/` and `lib/views/`, what is shown of it in `components/kinds/`.
 */
export interface Kind<C extends object = object> extends Described<C> {
  name: string
  texts(): KindTexts
  /** The version that `revision_content.schema_version` says of content in today's shape. */
  version: number
  /** Content of an older version in today's shape. Throws on a version that this code does not know. */
  upgrade(content: unknown, version: number): C
  address: Addresses
  /** What is changed by publishing one besides itself: lists of all of them. */
  listTags: readonly string[]

  /** Whether a title is its address: it can be renamed, and is called by it even when it is deleted. */
  isTitled: boolean
  /** Whether others show it, on pages; what is not stands by itself, as a page does. */
  isShownOnPages: boolean
  /** Whether it names sources that it rests on. */
  cites: boolean
  /** Whether what it cites gives it a standing. */
  hasStanding: boolean
  /** Whether what it says makes others stand otherwise. */
  bearsOnStandings: boolean

  /** What an entry calls itself, in full; of a new one that waits, only the fields of `namedBy` are known. */
  ownName(content: Partial<C>): string
  /** The fields that a new one is called by while it waits. */
  namedBy: readonly (keyof C & string)[]
  /** What a new one's heading names: words, or the entry that it is about. */
  headedBy(content: Partial<C>): string | number | undefined
  /**
   * What search finds an entry by, besides its label. Closed passages are left out, so that no excerpt tells what the
   * page keeps closed; of a gated entry nothing is given.
   */
  searchText(content: C): string
  /** The language it is written in (BCP 47); without it, that of the wiki. */
  language?(content: C): string
  /** What people read in it, closed passages with the rest: its size in histories. */
  readText(content: C): string
  /** The pages that it is about, besides itself: their protection is its own. */
  about(content: Partial<C>): readonly number[]
  /** The field of its form in which it names an entry that is expected to be of a kind. */
  fieldNaming(expects: string): string
  /** The key of the kind of page that it is. */
  pageKind(content: C): string | null
  /** Whether it says itself that it is about somebody who lives. */
  saysLiving(content: C): boolean
  /** Whether it is flagged as private life, and whether that is published in nobody's own words. */
  isPrivate(content: C): boolean
  lacksOwnWords(content: C): boolean
}

/** For content that has had one shape so far. */
export function upgradeNothing(_content: unknown, version: number): never {
  throw new Error(`content of unknown version ${version}`)
}
