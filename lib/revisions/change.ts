import { isSame } from '@/lib/content/canonical'
import type { ContentKind, ContentOf } from '@/lib/content/content'
import type { Block, InlineNode, List, TableCell, TableRow } from '@/lib/content/document'
import { type Change, type ChangeClass, changeClasses } from '@/lib/policy/subject'

/**
 * What an edit of each field touches; every field of every kind has its line, or this does not compile. `prose` is judged
 * by what changed inside: see `classesOfProse`.
 */
const classOfField: { [K in ContentKind]: Record<keyof ContentOf[K], ChangeClass | 'prose'> } = {
  page: {
    title: 'structure',
    kind: 'structure',
    language: 'structure',
    lead: 'prose',
    infobox: 'evidence',
    body: 'prose',
    categories: 'structure',
    isLiving: 'structure',
    ordinal: 'structure',
  },
  fact: {
    statement: 'prose',
    about: 'structure',
    speaker: 'evidence',
    saidTo: 'evidence',
    saidOn: 'evidence',
    topics: 'structure',
    gate: 'evidence',
    isPrivateLife: 'evidence',
    citations: 'evidence',
    note: 'wording',
  },
  source: {
    type: 'evidence',
    title: 'wording',
    description: 'wording',
    publisher: 'evidence',
    authors: 'evidence',
    issued: 'evidence',
    url: 'evidence',
    archiveUrl: 'evidence',
    via: 'evidence',
    derivedFrom: 'evidence',
    note: 'wording',
  },
}

/**
 * What an edit touches, for the rules: `before` is null for a new entry, which touches everything. An edit that changes
 * nothing touches nothing.
 */
export function changeOf<K extends ContentKind>(
  kind: K,
  before: ContentOf[K] | null,
  after: ContentOf[K],
): Change {
  if (before === null) return { touches: new Set(changeClasses), clearsPrivateLife: false }
  const touches = new Set<ChangeClass>()
  for (const [field, found] of Object.entries(classOfField[kind])) {
    const [was, is] = [fieldOf(before, field), fieldOf(after, field)]
    if (isSame(was, is)) continue
    const classes = found === 'prose' ? classesOfProse(was, is) : [found as ChangeClass]
    for (const touched of classes) touches.add(touched)
  }
  return { touches, clearsPrivateLife: isPrivate(before) && !isPrivate(after) }
}

const fieldOf = (content: object, field: string): unknown => (content as Record<string, unknown>)[field]

const isPrivate = (content: object) => 'isPrivateLife' in content && content.isPrivateLife === true

/**
 * Prose is more than words: its references and the block each stands in, the addresses it leads out to and its closed
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
  const nodes = Array.isArray(prose) ? (prose as InlineNode[]) : (prose as { content: Block[] }).content
  for (const node of nodes) sortOut(node, 'attrs' in node && 'id' in node.attrs ? node.attrs.id : null, parts)
  return parts
}

function sortOut(node: Block | InlineNode | Inside, block: string | null, parts: Parts): void {
  if (node.type === 'citation') parts.evidence.push([block, node.attrs])
  else if (node.type === 'factList') parts.structure.push([block, node.attrs.facts])
  else if (node.type === 'spoiler') parts.evidence.push([block, node.attrs.gate, node.content])
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
    if ('content' in node) for (const inner of node.content) sortOut(inner, block, parts)
  }
}
