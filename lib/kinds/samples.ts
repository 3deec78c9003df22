import fc from 'fast-check'
import type {
  Block,
  InlineNode,
  List,
  Mark,
  Paragraph,
  Table,
  TableRow,
  TextNode,
} from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import type { Gate } from '@/lib/content/gate'
import { normalizeContent } from '@/lib/content/normalize'
import { emptyFact } from '@/lib/kinds/schemas/empty-fact'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import { emptySource } from '@/lib/kinds/schemas/empty-source'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import type { PageContent } from '@/lib/kinds/schemas/page'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { factKind } from './fact'
import { pageKind } from './page'

/* Content for tests: small pieces to build with, and arbitraries for property tests. */

/** A text node with these marks. */
export const text = (words: string, ...marks: Mark[]): TextNode =>
  marks.length ? { type: 'text', text: words, marks } : { type: 'text', text: words }

/** A paragraph of words and inline nodes. */
export const paragraph = (id: string | null, ...content: (string | InlineNode)[]): Paragraph => ({
  type: 'paragraph',
  attrs: { id },
  content: content.map((node) => (typeof node === 'string' ? text(node) : node)),
})

/** A table's row of one line in each cell. */
export const tableRow = (...cells: (string | InlineNode[])[]): TableRow => ({
  type: 'tableRow',
  content: cells.map((cell) => ({
    type: 'tableCell',
    content: [typeof cell === 'string' ? paragraph(null, ...(cell ? [cell] : [])) : paragraph(null, ...cell)],
  })),
})

/** A table whose first row are headings. */
export const table = (
  id: string | null,
  headings: string[],
  ...rows: (string | InlineNode[])[][]
): Table => ({
  type: 'table',
  attrs: { id, caption: null },
  content: [
    {
      type: 'tableRow',
      content: tableRow(...headings).content.map((cell) => ({ ...cell, type: 'tableHeader' as const })),
    },
    ...rows.map((row) => tableRow(...row)),
  ],
})

/** A person's page, empty except for `parts`. */
export const page = (parts: Partial<Omit<PageContent, 'body'>> & { body?: Block[] } = {}): PageContent => ({
  ...emptyPage('Kit Connor', 'person', 'en'),
  isLiving: true,
  ...parts,
  body: { type: 'doc', content: parts.body ?? [] },
})

/** A fact about entry 1, empty except for `parts`. */
export const fact = (parts: Partial<FactContent> = {}): FactContent => ({
  ...emptyFact,
  statement: [text('Kit Connor first auditioned for Charlie.')],
  about: [1],
  ...parts,
})

/** A source of unknown origin, empty except for `parts`. */
export const source = (parts: Partial<SourceContent> = {}): SourceContent => ({
  ...emptySource,
  title: 'Kit Connor on his audition',
  ...parts,
})

/** Labels for a diff in which nothing has a name. */
export const noLabels = { entries: new Map(), infobox: new Map(), kinds: new Map(), objects: new Map() }

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
const words = fc.constantFrom('leaf', 'two leaves', 'the tree', 'a wood, far off')
const marks = fc.constantFrom<Mark[]>(
  [],
  [{ type: 'bold' }],
  [{ type: 'italic' }, { type: 'bold' }],
  [{ type: 'wikiLink', attrs: { page: 7, title: null } }],
)
const inline: fc.Arbitrary<InlineNode> = fc.oneof(
  fc.tuple(words, marks).map(([said, marked]) => text(said, ...marked)),
  fc.constantFrom(3, 4).map((from): InlineNode => ({ type: 'citation', attrs: citationOf(from) })),
)
const cell = fc.oneof(words, fc.array(inline, { maxLength: 2 }))
/** Lists of either kind, with any start, nested. */
const list = (id: fc.Arbitrary<string | null>, depth = 2): fc.Arbitrary<List> =>
  fc
    .tuple(
      id,
      fc.constantFrom({ type: 'bulletList' as const }, { type: 'orderedList' as const }),
      fc.constantFrom({}, { start: 0 }, { start: 5 }),
      fc.array(
        fc.tuple(words, depth > 0 ? fc.option(list(fc.constant(null), depth - 1)) : fc.constant(null)),
        {
          minLength: 1,
          maxLength: 2,
        },
      ),
    )
    .map(([blockId, { type }, start, items]) => {
      const content = items.map(([said, inner]) => ({
        type: 'listItem' as const,
        content: [paragraph(null, said), ...(inner ? [inner] : [])],
      }))
      return type === 'bulletList'
        ? { type, attrs: { id: blockId }, content }
        : { type, attrs: { id: blockId, ...start }, content }
    })
const block: fc.Arbitrary<Block> = fc.oneof(
  list(ids),
  fc
    .tuple(ids, fc.array(fc.tuple(cell, cell), { maxLength: 4 }))
    .map(([id, rows]): Block => table(id, ['Who', 'What'], ...rows)),
  fc.tuple(ids, fc.array(inline, { maxLength: 3 })).map(([id, nodes]) => paragraph(id, ...nodes)),
  fc.tuple(ids, words).map(
    ([id, said]): Block => ({
      type: 'spoiler',
      attrs: { id, gate: { kind: 'place', page: 9 } },
      content: [paragraph(null, said)],
    }),
  ),
)

/** Normalized pages that share ids and words, so that two of them differ in interesting ways. */
export const pages: fc.Arbitrary<PageContent> = fc
  .record({
    title: fc.constantFrom('Nick', 'Charlie'),
    body: fc.array(block, { maxLength: 6 }),
    infobox: fc.dictionary(fc.constantFrom('born', 'plays'), fc.array(words.map((said) => text(said)))),
    categories: fc.uniqueArray(fc.constantFrom(11, 12, 13)),
    gates: fc.dictionary(
      fc.constantFrom('born', 'plays'),
      fc.constantFrom<Gate>({ kind: 'none' }, { kind: 'unknown' }, { kind: 'place', page: 9 }),
    ),
  })
  .map(({ gates, ...parts }) => normalizeContent(pageKind, { ...page(parts), gates }))

/** Normalized facts that share pages, sources and words. */
export const facts: fc.Arbitrary<FactContent> = fc
  .record({
    statement: words.map((said) => [text(said)]),
    about: fc.uniqueArray(fc.constantFrom(1, 2, 3), { minLength: 1 }),
    citations: fc.array(fc.constantFrom(citationOf(5), citationOf(6), citationOf(5, { opened: 'yes' }))),
    isPrivateLife: fc.boolean(),
  })
  .map((parts) => normalizeContent(factKind, fact(parts)))
