import type { References } from '@/lib/citations/references'
import type { Block } from '@/lib/content/document'
import type { Names } from '@/lib/entries/names'
import type { FactCard } from '@/lib/facts/card'
import type { Section } from '@/lib/pages/sections'

/** What showing a stored text takes besides the text. */
export interface Shown {
  names: Names
  markOf?: References['markOf']
  /** Set before the anchors of references, where a text is shown within another that has references of its own. */
  within?: string
  sections?: ReadonlyMap<Block, Section>
  /** Facts that lists in the text show. */
  listed?: ReadonlyMap<number, FactCard>
  /** Where the section under a heading is edited. */
  editPath?: (heading: string) => string
  /** Where a closed passage of this text is opened, and whether that can be done in place. */
  passage?: (block: string) => { path: string; opensHere?: boolean }
  /** The reader has asked for everything: nothing is closed. */
  isOpen?: boolean
}
