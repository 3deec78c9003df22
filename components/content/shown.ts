import type { References } from '@/lib/citations/references'
import type { Block } from '@/lib/content/document'
import type { Names } from '@/lib/entries/names'
import type { FactCard } from '@/lib/facts/card'
import type { Pictures } from '@/lib/files/pictures'
import type { Passage } from '@/lib/pages/passages'
import type { Section } from '@/lib/pages/sections'
import type { Discussed } from '@/lib/talk/discussed'

/** Context for rendering a stored text. */
export interface Shown {
  names: Names
  markOf?: References['markOf']
  /** Prefix of reference anchors, for a text shown within another that has its own references. */
  within?: string
  sections?: ReadonlyMap<Block, Section>
  /** Facts that the text's fact lists show. */
  listed?: ReadonlyMap<number, FactCard>
  /** Pictures by the id of their file. */
  pictures?: Pictures
  /** The picture that is probably on the first screen: fetched at once. */
  firstPicture?: Block | undefined
  /** Path for discussing the section under a heading. */
  discussPath?: (section: Section) => string
  /** What of the text is being discussed; left out where nothing is, and on old versions. */
  discussed?: Discussed | undefined
  /** Path for editing the section under a heading. */
  editPath?: (heading: string) => string
  /** What is known of the passages behind gates; without it they are closed. */
  passages?: ReadonlyMap<Block, Passage>
  /** Path that opens a closed passage of this text, and whether it can open in place. */
  passage?: (block: string) => { path: string; opensHere?: boolean }
  /** The number of the page, to report that a passage is locked too late. */
  pageNumber?: number
  /** Links to deleted pages are words with a mark: in a field the words are what was meant. */
  isField?: boolean
  /** The reader has opened everything: nothing is closed. */
  isOpen?: boolean
}
