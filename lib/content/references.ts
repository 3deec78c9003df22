import type { OpenLink } from '@/db/queries/derived'
import type { EntryKind } from '@/db/schema/entries'
import type { LinkKind } from '@/db/schema/links'
import { contentOf, type EntryContent } from '@/lib/entries/content'
import { isTitleKey } from '@/lib/titles/title'
import type { Citation } from './citation'
import type { ContentKind, ContentOf } from './content'
import type { Block, InlineNode, List, TextNode } from './document'
import type { Gate } from './gate'
import { mapCells } from './table-cells'
import { lineSteps, openSteps, type Step } from './walk'

/** What may stand at a place: an entry of a kind, or a page of a kind that others can be in. */
export type Expected = EntryKind | 'category'

/** A reference and what may stand there. */
export interface Reference {
  to: number
  expects: Expected
}

/** Gives the id to put where `id` stands. */
export type ReferenceMap = (id: number, link: LinkKind, expects: Expected) => number

/**
 * What content points at, in its own order: each target once for each kind of link; titles that links name come last. A
 * title that no page can have is none.
 */
export function linksOf<K extends ContentKind>(kind: K, content: ContentOf[K]): OpenLink[] {
  const links = new Map<string, OpenLink>()
  mapReferences(kind, content, (to, link) => {
    if (!links.has(`${link}:${to}`)) links.set(`${link}:${to}`, { kind: link, to })
    return to
  })
  for (const step of stepsThrough(contentOf(kind, content)))
    if (step.kind === 'title' && isTitleKey(step.key))
      links.set(`mentions:${step.key}`, { kind: 'mentions', to: step.key })
  return [...links.values()]
}

/** All that stands in the rich texts of content, what is closed too. */
function* stepsThrough({ kind, content }: EntryContent): Generator<Step> {
  if (kind === 'fact') yield* lineSteps(content.statement)
  if (kind !== 'page') return
  yield* openSteps(content.lead.content, true)
  for (const value of Object.values(content.infobox)) yield* lineSteps(value)
  yield* openSteps(content.body.content, true)
}

/** Every entry that content points at with the kind it has to be of, each pair once: for checking that it exists. */
export function referencesOf<K extends ContentKind>(kind: K, content: ContentOf[K]): Reference[] {
  const references = new Map<string, Reference>()
  mapReferences(kind, content, (to, _link, expects) => {
    references.set(`${expects}:${to}`, { to, expects })
    return to
  })
  return [...references.values()]
}

/**
 * The content with every reference replaced by what `map` gives for it: the one place that knows where references stand.
 * Used to turn a changeset's own `-position` into the ids of the entries it made.
 */
export function mapReferences<K extends ContentKind>(
  kind: K,
  content: ContentOf[K],
  map: ReferenceMap,
): ContentOf[K] {
  const one = contentOf(kind, content)
  if (one.kind === 'page') return mapPage(one.content, map) as ContentOf[K]
  if (one.kind === 'fact') return mapFact(one.content, map) as ContentOf[K]
  return mapSource(one.content, map) as ContentOf[K]
}

function mapPage(page: ContentOf['page'], map: ReferenceMap): ContentOf['page'] {
  return {
    ...page,
    lead: { ...page.lead, content: page.lead.content.map((block) => mapBlock(block, map)) },
    infobox: Object.fromEntries(
      Object.entries(page.infobox).map(([key, value]) => [key, mapInline(value, map)]),
    ),
    body: { ...page.body, content: page.body.content.map((block) => mapBlock(block, map)) },
    categories: page.categories.map((id) => map(id, 'category', 'category')),
    ordinal: page.ordinal && { ...page.ordinal, work: map(page.ordinal.work, 'mentions', 'page') },
  }
}

function mapFact(fact: ContentOf['fact'], map: ReferenceMap): ContentOf['fact'] {
  return {
    ...fact,
    statement: mapInline<TextNode>(fact.statement, map),
    about: fact.about.map((id) => map(id, 'about', 'page')),
    speaker: fact.speaker === null ? null : map(fact.speaker, 'mentions', 'page'),
    gate: mapGate(fact.gate, map),
    citations: fact.citations.map((citation) => mapCitation(citation, map)),
  }
}

function mapSource(source: ContentOf['source'], map: ReferenceMap): ContentOf['source'] {
  const { derivedFrom } = source
  if (derivedFrom.kind !== 'source') return source
  return {
    ...source,
    derivedFrom: { ...derivedFrom, source: map(derivedFrom.source, 'mentions', 'source') },
  }
}

function mapBlock<B extends Block>(block: B, map: ReferenceMap): B
function mapBlock(block: Block, map: ReferenceMap): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: mapInline(block.content, map) }
    case 'bulletList':
    case 'orderedList':
      return mapList(block, map)
    case 'blockquote':
      return { ...block, content: block.content.map((inner) => mapBlock(inner, map)) }
    case 'spoiler':
      return {
        ...block,
        attrs: { ...block.attrs, gate: mapGate(block.attrs.gate, map) },
        content: block.content.map((inner) => mapBlock(inner, map)),
      }
    case 'factList':
      return {
        ...block,
        attrs: { ...block.attrs, facts: block.attrs.facts.map((id) => map(id, 'embeds', 'fact')) },
      }
    case 'table':
      return mapCells(block, (cell) => ({
        ...cell,
        content: cell.content.map((inner) => mapBlock(inner, map)),
      }))
  }
}

const mapList = (list: List, map: ReferenceMap): List => ({
  ...list,
  content: list.content.map((item) => ({
    ...item,
    content: item.content.map((inner) => mapBlock(inner, map)),
  })),
})

function mapInline<N extends InlineNode>(nodes: readonly N[], map: ReferenceMap): N[] {
  return nodes.map((node) => mapNode(node, map) as N)
}

function mapNode(node: InlineNode, map: ReferenceMap): InlineNode {
  if (node.type === 'citation') return { ...node, attrs: mapCitation(node.attrs, map) }
  if (node.type !== 'text' || !node.marks) return node
  return {
    ...node,
    marks: node.marks.map((mark) =>
      mark.type === 'wikiLink' && mark.attrs.page !== null
        ? { ...mark, attrs: { ...mark.attrs, page: map(mark.attrs.page, 'mentions', 'page') } }
        : mark,
    ),
  }
}

const mapCitation = (citation: Citation, map: ReferenceMap): Citation => ({
  ...citation,
  source: map(citation.source, 'cites', 'source'),
})

const mapGate = (gate: Gate, map: ReferenceMap): Gate =>
  gate.kind === 'place' ? { ...gate, page: map(gate.page, 'mentions', 'page') } : gate
