import type { Described } from '@/lib/content/fields'

/**
 * All that a kind of entry is, declared once; `lib/kinds/all.ts` lists them. Plain code: what of it needs the database
 * is in `lib/kinds/rows.ts`, what is shown of it in `components/kinds/`.
 */
export interface Kind<C extends object = object> extends Described<C> {
  name: string
  /** The version that `revision_content.schema_version` says of content in today's shape. */
  version: number
  /** Content of an older version in today's shape. Throws on a version that this code does not know. */
  upgrade(content: unknown, version: number): C
  /** What an entry calls itself, in full. */
  ownName(content: C): string
  /**
   * What search finds an entry by, besides its label. Closed passages are left out, so that no excerpt tells what the
   * page keeps closed; of a gated entry nothing is given.
   */
  searchText(content: C): string
  /** The language it is written in (BCP 47); without it, that of the wiki. */
  language?(content: C): string
  /** What people read in it, closed passages with the rest: its size in histories. */
  readText(content: C): string
  /** Whether it is flagged as private life. */
  isPrivate(content: C): boolean
}

/** For content that has had one shape so far. */
export function upgradeNothing(_content: unknown, version: number): never {
  throw new Error(`content of unknown version ${version}`)
}
