import type { Block, LineNode, List, TableCell, TableRow } from '@/lib/content/document'
import { fieldsOf } from '@/lib/content/fields'
import type { Kind } from '@/lib/kinds/kind'
import { type Change, type ChangeClass, changeClasses } from '@/lib/policy/subject'
import { isSame } from '@/lib/text/canonical'

/**
 * What an edit touches, for the rules: `before` is null for a new entry, which touches everything. An edit that changes
 * nothing touches nothing.
 */
export function changeOf<C extends object>(kind: Kind<C>, before: C | null, after: C): Change {
  if (before === null) return { touches: new Set(changeClasses), clearsPrivateLife: false }
  const touches = new Set<ChangeClass>()
  for (const [name, { counts }] of fieldsOf(kind)) {
    const [was, is] = [before[name], after[name]]
    if (isSame(was, is)) continue
    for (const touched of counts === 'prose' ? classesOfProse(was, is) : [counts]) touches.add(touched)
  }
  return { touches, clearsPrivateLife: kind.isPrivate(before) && !kind.isPrivate(after) }
}

/**
 * Prose is more than words: its references and pictures and the block each stands in, the addresses it leads out to and its closed
 * passages are evidence, the facts it shows are structure. What is left after these is wording; a difference in none of
 * the three (a block's id) counts as evidence.
 */
function classesOfProse(before: unknown, after: unknown): ChangeClass[] {
  const [was, is] = [takeApart(before), takeApart(after)]
  const classes = changeClasses.filter((touched) => !isSame(was[touched], is[touched]))
  return classes.length ? classes : ['evidence']
}

type Inside = List['content'][number] | TableRow | TableCell
type Parts = Record<ChangeClass, unknown[]>

function takeApart(prose: unknown): Parts {
  const parts: Parts = { wording: [], evidence: [], structure: [] }
  const nodes = Array.isArray(prose) ? (prose as LineNode[]) : (prose as { content: Block[] }).content
  for (const node of nodes) sortOut(node, 'attrs' in node && 'id' in node.attrs ? node.attrs.id : null, parts)
  return parts
}

function sortOut(node: Block | LineNode | Inside, block: string | null, parts: Parts): void {
  if (node.type === 'citation') parts.evidence.push([block, node.attrs])
  else if (node.type === 'factList') parts.structure.push([block, node.attrs.facts])
  else if (node.type === 'image') {
    parts.evidence.push([block, node.attrs.file])
    if (!('content' in node)) return
    parts.wording.push(node.attrs.place)
    for (const inner of node.content) sortOut(inner, block, parts)
  } else if (node.type === 'spoiler') parts.evidence.push([block, node.attrs.gate, node.content])
  else if (node.type === 'text') {
    parts.wording.push(
      node.text,
      (node.marks ?? []).filter((mark) => mark.type !== 'link'),
    )
    for (const mark of node.marks ?? [])
      if (mark.type === 'link') parts.evidence.push([block, mark.attrs.href, node.text])
  } else {
    parts.wording.push(node.type === 'heading' ? `heading ${node.attrs.level}` : node.type)
    if (node.type === 'table') parts.wording.push(node.attrs.caption)
    if (node.type === 'blockquote' && node.attrs.by) parts.evidence.push([block, node.attrs.by])
    if ('content' in node) for (const inner of node.content) sortOut(inner, block, parts)
  }
}
