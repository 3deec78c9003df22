import type { Block } from '@/lib/content/document'
import { plainText } from '@/lib/content/plain-text'

/** A heading as the list of contents shows it. */
export interface Section {
  id: string
  text: string
  level: number
}

/** Names that a page uses for parts of its own. */
const RESERVED = ['text', 'lead', 'facts', 'references', 'members', 'contents']

/** The headings of a body with their anchors: the words themselves, as links from elsewhere expect, each used once. */
export function sectionsOf(body: readonly Block[]): Map<Block, Section> {
  const taken = new Set(RESERVED)
  const sections = new Map<Block, Section>()
  for (const block of body) {
    if (block.type !== 'heading') continue
    const text = plainText(block.content)
    if (text === '') continue
    const id = freeId(text.replace(/\s+/g, '_'), taken)
    taken.add(id)
    sections.set(block, { id, text, level: block.attrs.level })
  }
  return sections
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  let count = 2
  while (taken.has(`${wanted}_${count}`)) count++
  return `${wanted}_${count}`
}
