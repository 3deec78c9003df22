import type { Described } from '@/lib/content/fields'

/** The texts of a kind of entries (`messages().kinds`). */
export interface KindTexts {
  /** Singular and plural, as a heading or a choice. */
  one: string
  many: string
  counted: (count: number) => string
  /** By its number alone, where its label is hidden, and where it was deleted. */
  numbered: (number: number) => string
  deleted: (number: number) => string
  /** Its label in lists while it is behind a gate. */
  closed: (number: number) => string
  /** Its label in the queue and in reports. */
  listed: (number: number, label: string) => string
  reported: (number: number, label: string) => string
  /** A new one that waits for review; `called` is its label, or that of its subject. */
  fresh: (called: string) => string
  /** The heading of an edit, and of a new one. */
  edit: string
  new: string
  /** Where it is shown: on how many places, and where there is none. */
  reach: (count: number) => string
  unreached: string
  versions: string
  info: string
  /** The heading of what links to one. */
  links: string
  backTo: string
  deleteIntro: string
  deleteSubmit: string
  onlyVersion: string
}

/** What an entry's paths are built from; a titled one's label is its title. */
export interface Located {
  number: number
  label: string
}

type At<Asked extends string = never> = (
  entry: Located,
  asked?: { [name in Asked]?: string | number | null | undefined },
) => string

/** The paths of an entry and its secondary pages, with their queries. */
export interface Addresses {
  read: At
  history: At<'before'>
  edit: At<'from'>
  links: At<'after' | 'kind'>
  info: At
  talk: At<'after' | 'show'>
}

/**
 * The whole declaration of a kind of entries; `lib/kinds/all.ts` lists them. Plain code: what needs the database is in
 * `lib/kinds/rows/` and `lib/views/`, the components are in `components/kinds/`.
 */
export interface Kind<C extends object = object> extends Described<C> {
  name: string
  texts(): KindTexts
  /** The `revision_content.schema_version` of content in the current shape. */
  version: number
  /** Upgrades content of an older version to the current shape. Throws on a version that this code does not know. */
  upgrade(content: unknown, version: number): C
  address: Addresses
  /** The tags that publishing one changes besides its own: lists of all of them. */
  listTags: readonly string[]

  /** Whether its title is its address: it can be renamed, and is labelled by it even when it is deleted. */
  isTitled: boolean
  /** Whether it is shown on pages, as a fact is; otherwise it stands alone, as a page does. */
  isShownOnPages: boolean
  /** Whether it cites sources. */
  cites: boolean
  /**
   * How a report closes it as a whole while moderators check it: by its facet, or by withholding its versions, or by
   * taking all that it says out as one piece (`lib/kinds/pieces.ts`); null for what is never closed so.
   */
  closedBy: 'facet' | 'versions' | 'record' | null
  /** Whether its citations give it a standing. */
  hasStanding: boolean
  /** Whether its content affects the standings of others. */
  bearsOnStandings: boolean

  /**
   * What an entry says when another of its kind is merged into it: its own words, and what only the other has. Null for a
   * kind that is not merged.
   */
  joined: ((kept: C, given: C) => C) | null

  /** Its label in full; of a new one that waits, only the fields of `namedBy` are known. */
  ownName(content: Partial<C>): string
  /** The fields that a waiting new one's label comes from. */
  namedBy: readonly (keyof C & string)[]
  /** What a new one's heading names: text, or the entry that it is about. */
  headedBy(content: Partial<C>): string | number | undefined
  /**
   * The text that search finds an entry by, besides its label. Closed passages are left out, so that no excerpt reveals
   * them; that of an entry with a gate is searched by whom it is open to.
   */
  searchText(content: C): string
  /** Its language (BCP 47); by default the wiki's. */
  language?(content: C): string
  /** Its text, closed passages included: for its size in histories. */
  readText(content: C): string
  /** The pages that it is about, besides itself: their protection applies to it. */
  about(content: Partial<C>): readonly number[]
  /** The form field that refers to an entry of a required kind. */
  fieldNaming(expects: string): string
  /** The key of its kind of page. */
  pageKind(content: C): string | null
  /** Whether it says that it is about a living person. */
  saysLiving(content: C): boolean
  /** Whether it is flagged as private life, and whether that has no source in the person's own words. */
  isPrivate(content: C): boolean
  lacksOwnWords(content: C): boolean
  /** The web address that it is the record of; whoever cites it cites what stands there. */
  foundAt(content: C): string | null
}

/** For content that has had only one shape so far. */
export function upgradeNothing(_content: unknown, version: number): never {
  throw new Error(`content of unknown version ${version}`)
}
