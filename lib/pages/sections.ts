import type { Block } from '@/lib/content/document'
import { plainText } from '@/lib/content/plain-text'

/** A heading as the list of contents shows it. */
export interface Section {
  id: string
  text: string
  level: number
}

/** Anchors that a page uses for parts of its own. */
const RESERVED = ['text', 'lead', 'facts', 'references', 'members', 'contents']

/** The headings of a body with unique anchors: the heading's text, which links from elsewhere use. */
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

/** A body cut at one section's edges: the blocks before it, its heading with everything under it, the blocks after. */
export interface Cut {
  before: Block[]
  section: Block[]
  after: Block[]
}

/** Identifies a section while it is edited, even if its heading changes: the ids of its heading and of the next one. */
export interface Edges {
  heading: string
  /** The block before it and the one after it; null where there is none. */
  previous: string | null
  next: string | null
}

/**
 * The edges of the section under the heading `id`: to the next heading of its level or above. Null where it does not
 * exist.
 */
export function edgesOf(body: readonly Block[], id: string): Edges | null {
  const start = placeOf(body, id)
  const end = endOf(body, start)
  if (end === null) return null
  const idAt = (place: number) => body[place]?.attrs.id ?? null
  return { heading: id, previous: idAt(start - 1), next: idAt(end) }
}

/**
 * Cuts a body at these edges, also after the section was rewritten, or others edited around it. Null where neither its
 * heading nor its neighbours exist.
 */
export function cutAt(body: readonly Block[], { heading, previous, next }: Edges): Cut | null {
  const [at, following] = [placeOf(body, heading), placeOf(body, next)]
  const behind = placeOf(body, previous) + 1
  const isBegun = at !== -1 || behind > 0 || (previous === null && following !== -1)
  if (!isBegun) return null
  const start = at === -1 ? behind : at
  const end = next === null ? body.length : following >= start ? following : endOf(body, start)
  if (end === null) return null
  return { before: body.slice(0, start), section: body.slice(start, end), after: body.slice(end) }
}

const placeOf = (body: readonly Block[], id: string | null) =>
  id === null ? -1 : body.findIndex((block) => block.attrs.id === id)

function endOf(body: readonly Block[], start: number): number | null {
  const head = body[start]
  if (head?.type !== 'heading') return null
  const { level } = head.attrs
  const length = body
    .slice(start + 1)
    .findIndex((block) => block.type === 'heading' && block.attrs.level <= level)
  return length === -1 ? body.length : start + 1 + length
}
