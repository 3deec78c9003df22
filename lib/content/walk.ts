import { titleKey } from '@/lib/titles/title'
import type { Citation } from './citation'
import type { Block, LineNode } from './document'

/** The references that a reader meets in an open text, in reading order. */
export type Step =
  | { kind: 'citation'; citation: Citation }
  /** A page that a link or a gate refers to. */
  | { kind: 'entry'; id: number }
  /** A page that a link names by its title, whether it exists or not; the title's key. */
  | { kind: 'title'; key: string }
  /** A fact that a fact list shows. */
  | { kind: 'fact'; id: number }
  /** A picture, by its file. */
  | { kind: 'picture'; file: number }

/** A passage behind a gate. */
export type ClosedBlock = Extract<Block, { type: 'spoiler' }>

/**
 * Walks blocks in reading order. A closed passage gives the place of its gate and nothing from inside, since its links
 * and citations would reveal what it hides; unless it `isOpen`.
 */
export function* openSteps(
  blocks: readonly Block[],
  isOpen: (passage: ClosedBlock) => boolean = () => false,
): Generator<Step> {
  for (const block of blocks) {
    if (block.type === 'spoiler') {
      if (block.attrs.gate.kind === 'place') yield { kind: 'entry', id: block.attrs.gate.page }
      if (isOpen(block)) yield* insideSteps(block.content)
    } else if (block.type === 'factList') {
      for (const id of block.attrs.facts) yield { kind: 'fact', id }
    } else {
      if (block.type === 'image') yield { kind: 'picture', file: block.attrs.file }
      yield* insideSteps(block.content)
    }
  }
}

type Inside = LineNode | { type: string; content?: Inside[] | undefined }

/** Walks the content of a block: lines, list items, and what they hold. */
export function* insideSteps(nodes: readonly Inside[]): Generator<Step> {
  for (const node of nodes) {
    if (isInline(node)) yield* lineSteps([node])
    else if (node.content) yield* insideSteps(node.content)
  }
}

/** Walks the links, citations and pictures of one line. */
export function* lineSteps(nodes: readonly LineNode[]): Generator<Step> {
  for (const node of nodes) {
    if (node.type === 'citation') yield { kind: 'citation', citation: node.attrs }
    if (node.type === 'image') yield { kind: 'picture', file: node.attrs.file }
    if (node.type !== 'text') continue
    for (const mark of node.marks ?? []) {
      if (mark.type !== 'wikiLink') continue
      const { page, title } = mark.attrs
      if (page !== null) yield { kind: 'entry', id: page }
      else if (title !== null) yield { kind: 'title', key: titleKey(title) }
    }
  }
}

/** A picture is a block only at the top of a document, which is never inside. */
const isInline = (node: Inside): node is LineNode => INLINE.has(node.type)
const INLINE = new Set(['text', 'citation', 'hardBreak', 'image'])

/** The pages of these steps in order: by id, or by the key of a title. */
export const pagesNamed = (steps: readonly Step[]): (number | string)[] =>
  steps.flatMap((step) => (step.kind === 'entry' ? step.id : step.kind === 'title' ? step.key : []))
