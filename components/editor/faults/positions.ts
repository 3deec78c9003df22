import type { Node } from '@tiptap/pm/model'
import type { Counted, Place } from '@/lib/errors/place'

const LISTS = new Set(['bulletList', 'orderedList'])

/**
 * The block of an editor's document that a place is in, and the position before it. `skipped` blocks of the content
 * come before what this editor holds. A place in no block is in the first one; null where its block is not here.
 */
export function blockAt(doc: Node, { path }: Place, skipped: number): { pos: number; node: Node } | null {
  let found: { pos: number; node: Node } | null = null
  let inside: Node = doc
  let start = 0
  for (const [step, name] of path.entries()) {
    const index = path[step + 1]
    if (name !== 'content' || typeof index !== 'number') continue
    const at = found ? index : index - skipped
    if (at < 0 || at >= inside.childCount) break
    const child = inside.child(at)
    if (child.isInline) break
    for (let before = 0; before < at; before++) start += inside.child(before).nodeSize
    found = { pos: start, node: child }
    inside = child
    start += 1
  }
  const isElsewhere = path.includes('content') && found === null
  return isElsewhere || !doc.firstChild ? found : (found ?? { pos: 0, node: doc.firstChild })
}

/** The size of a block in the unit that its limit counts. */
export function countAt(doc: Node, pos: number, node: Node, of: Counted): number {
  if (of === 'children') return node.childCount
  if (of === 'siblings') return doc.resolve(pos).parent.childCount
  if (of === 'characters') return node.textContent.length
  const at = doc.resolve(pos)
  let lists = LISTS.has(node.type.name) ? 1 : 0
  for (let depth = at.depth; depth > 0; depth--) if (LISTS.has(at.node(depth).type.name)) lists++
  return lists
}

/** The caret position for a block: the end of its first line. */
export function caretIn(node: Node, pos: number): number {
  if (node.isTextblock) return pos + node.nodeSize - 1
  let caret = pos + 1
  let isFound = false
  node.descendants((inner, offset) => {
    if (isFound) return false
    if (!inner.isTextblock) return true
    caret = pos + 1 + offset + inner.nodeSize - 1
    isFound = true
    return false
  })
  return caret
}
