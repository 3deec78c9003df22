import { getSchema, type JSONContent } from '@tiptap/core'
import { type ContentMatch, type Mark, Node, type NodeType, type Schema, Slice } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Blocks } from '@/components/content/Blocks'
import { MOST_START } from '@/lib/content/attributes'
import { directnesses, openings, stances } from '@/lib/content/citation'
import { imagePlaces } from '@/lib/content/image-places'
import { parseContent } from '@/lib/content/parse'
import { pageKind } from '@/lib/kinds/page'
import type { ContentOf } from '@/lib/kinds/registry'
import { page } from '@/lib/kinds/samples'
import { LONGEST_ADDRESS } from '@/lib/text/limits'
import { blockIdsPlugin } from './block-ids'
import { bodyExtensions, leadExtensions, lineExtensions } from './extensions'
import { fromStored, fromStoredLine, toStored, toStoredLine } from './stored'
import { evenTablesPlugin } from './tables/table-nodes'

/* Random documents generated from the editor's own schema. */

const words = fc.constantFrom('leaf', 'two  leaves ', ' ', '2018. It was', '<b>&', 'か', '🍂', '[[x]]', '- ')
const line = (most: number) => fc.constantFrom(null, 'a', 'x'.repeat(most), '🍂'.repeat(most))
const entry = fc.constantFrom(1, 12, 2_147_483_648, Number.MAX_SAFE_INTEGER)

/** Every value that an attribute can have in the editor, including its limits. */
const values: Record<string, fc.Arbitrary<unknown>> = {
  id: fc.constantFrom(null, 'a', 'b', 'c', 'Z_-9', 'x'.repeat(32)),
  level: fc.constantFrom(2, 3, 4),
  start: fc.constantFrom(0, 1, 2, 5, 2018, MOST_START),
  gate: fc.oneof(
    fc.constant({ kind: 'unknown' }),
    entry.map((at) => ({ kind: 'place', page: at })),
  ),
  facts: fc.array(entry, { maxLength: 3 }),
  file: entry,
  place: fc.constantFrom(...imagePlaces),
  caption: line(200),
  by: line(300),
  source: entry,
  stance: fc.constantFrom(...stances),
  directness: fc.constantFrom(...directnesses),
  opened: fc.constantFrom(...openings),
  locator: line(200),
  quote: line(300),
  via: line(200),
  note: fc.constantFrom(null, 'a\nb', 'x'.repeat(2000)),
  href: fc.constantFrom(
    'https://example.org/',
    'mailto:a@b.c',
    `https://a.b/${'x'.repeat(LONGEST_ADDRESS - 12)}`,
  ),
  colspan: fc.constant(1),
  rowspan: fc.constant(1),
  colwidth: fc.constant(null),
}
const links = fc.oneof(
  entry.map((at) => ({ page: at, title: null })),
  fc.constantFrom('Nobody yet', 'x'.repeat(200)).map((title) => ({ page: null, title })),
)

function attrsOf(type: { name: string; spec: { attrs?: Record<string, unknown> } }): fc.Arbitrary<object> {
  if (type.name === 'wikiLink') return links
  const names = Object.keys(type.spec.attrs ?? {})
  return fc.record(
    Object.fromEntries(names.map((name) => [name, values[name] ?? fc.constant(`no value for ${name}`)])),
  )
}

const marksOf = (schema: Schema): fc.Arbitrary<readonly Mark[]> =>
  fc
    .tuple(
      ...Object.values(schema.marks).map((type) =>
        fc.option(attrsOf(type).map((attrs) => type.create(attrs))),
      ),
    )
    .map((made) => made.reduce<readonly Mark[]>((set, mark) => mark?.addToSet(set) ?? set, []))

/** The children that a node may have by its content rule: `room` bounds how many and how deep. */
function childrenOf(match: ContentMatch, room: number, depth: number): fc.Arbitrary<Node[]> {
  const types = Array.from({ length: match.edgeCount }, (_, index) => match.edge(index)).filter(
    ({ type }) => depth > 0 || type.isTextblock || type.isInline || !isDeep(type),
  )
  if (types.length === 0 || (room <= 0 && match.validEnd)) return fc.constant<Node[]>([])
  const more = fc.nat({ max: types.length - 1 }).chain((index) => {
    const { type, next } = types[index] as { type: NodeType; next: ContentMatch }
    return nodeOf(type, depth - 1).chain((node) =>
      childrenOf(next, room - 1, depth).map((rest) => [node, ...rest]),
    )
  })
  return match.validEnd
    ? fc.oneof({ weight: 1, arbitrary: fc.constant<Node[]>([]) }, { weight: 2, arbitrary: more })
    : more
}

/** For nodes that can contain themselves: stops at the depth limit. */
const isDeep = (type: NodeType) => ['bulletList', 'orderedList'].includes(type.name)

function nodeOf(type: NodeType, depth: number): fc.Arbitrary<Node> {
  if (type.isText)
    return fc.tuple(words, marksOf(type.schema)).map(([said, marks]) => type.schema.text(said, marks))
  return fc
    .tuple(attrsOf(type), childrenOf(type.contentMatch, type.name === 'doc' ? 4 : 2, depth))
    .map(([attrs, children]) => type.create(attrs, children))
}

/** A document after the editor's plugins have seen it. */
function settled(document: Node): Node {
  const state = EditorState.create({ doc: document, plugins: [blockIdsPlugin(), evenTablesPlugin()] })
  return state.apply(state.tr.step(new ReplaceStep(0, 0, Slice.empty))).doc
}

/** Without the empty paragraphs that an editor keeps at its end. */
function asWritten(document: Node): object {
  const { content = [], ...rest } = document.toJSON() as JSONContent
  const last = content.findLastIndex((block) => block.type !== 'paragraph' || block.content?.length)
  return {
    ...rest,
    content: last < 0 ? [{ type: 'paragraph', attrs: { id: null } }] : content.slice(0, last + 1),
  }
}

function stored(content: Partial<ContentOf['page']>): ContentOf['page'] {
  const parsed = parseContent(pageKind, { ...page(), ...content })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed))
  return parsed.content
}

const body = getSchema(bodyExtensions({ placeholder: '' }))
const lead = getSchema(leadExtensions({ placeholder: '' }))
const infobox = getSchema(lineExtensions({ placeholder: '' }, true))
const documentsOf = ({ topNodeType }: Schema) => nodeOf(topNodeType, 4).map(settled)

const bodies = documentsOf(body)
const shown = { names: new Map(), isOpen: true }
const inside = (node: Node, pick: (node: Node) => unknown[]): unknown[] => {
  const found: unknown[] = []
  node.descendants((one) => void found.push(...pick(one)))
  return found
}
const all = (html: string, pattern: RegExp) => Array.from(html.matchAll(pattern), ([, found]) => found)

describe('whatever an editor can hold', () => {
  it('in a body is stored and comes back as it was', () => {
    fc.assert(
      fc.property(bodies, (document) => {
        const back = fromStored(stored({ body: toStored(document.toJSON()) }).body)
        expect(asWritten(Node.fromJSON(body, back))).toEqual(asWritten(document))
      }),
      { numRuns: 60 },
    )
  })

  it('in a lead is stored and comes back as it was', () => {
    fc.assert(
      fc.property(documentsOf(lead), (document) => {
        const back = fromStored(stored({ lead: toStored(document.toJSON()) }).lead)
        expect(asWritten(Node.fromJSON(lead, back))).toEqual(asWritten(document))
      }),
      { numRuns: 50 },
    )
  })

  it('in a value of an infobox is stored and comes back as it was', () => {
    fc.assert(
      fc.property(nodeOf(infobox.topNodeType, 4), (document) => {
        fc.pre(document.textContent.trim() !== '')
        const { born = [] } = stored({ infobox: { born: toStoredLine(document.toJSON()) } }).infobox
        expect(Node.fromJSON(infobox, fromStoredLine(born)).toJSON()).toEqual(document.toJSON())
      }),
      { numRuns: 50 },
    )
  })

  it('is shown to readers: its words, what its lists begin with, its headings, links, lines and captions', () => {
    fc.assert(
      fc.property(bodies, (document) => {
        const { content } = stored({ body: toStored(document.toJSON()) }).body
        const html = renderToStaticMarkup(<Blocks blocks={content} shown={shown} />)
        const node = Node.fromJSON(body, fromStored({ type: 'doc', content }))
        const of = (type: string, name: string) =>
          inside(node, (one) => (one.type.name === type ? [String(one.attrs[name])] : []))
        expect(all(html, /<ol[^>]*?(?: start="(\d+)")?>/g).map((start) => start ?? '1')).toEqual(
          of('orderedList', 'start'),
        )
        expect(all(html, /<h(\d)/g)).toEqual(of('heading', 'level'))
        expect(all(html, /<caption[^>]*>([^<]*)/g)).toEqual(
          of('table', 'caption').filter((one) => one !== 'null'),
        )
        expect(all(html, /<(br)/g)).toHaveLength(of('hardBreak', 'none').length)
        expect(all(html, /<a href="([^"]*)" rel/g)).toEqual(
          inside(node, (one) => one.marks.flatMap((mark) => mark.attrs.href ?? [])),
        )
        for (const said of inside(node, (one) => (one.isText ? [one.text] : [])).map(String))
          expect(html).toContain(renderToStaticMarkup(said))
      }),
      { numRuns: 60 },
    )
  })
})
