import { expect, test } from 'vitest'
import type { Block } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import { factKind } from '@/lib/kinds/fact'
import { type ContentKind, type ContentOf, kindOf } from '@/lib/kinds/registry'
import { fact, page, paragraph, source, text } from '@/lib/kinds/samples'
import { changeOf } from './change'

const touched = <K extends ContentKind>(kind: K, before: ContentOf[K] | null, after: ContentOf[K]) => [
  ...changeOf(kindOf(kind), before, after).touches,
]
const bodies = (before: Block[], after: Block[]) =>
  touched('page', page({ body: before }), page({ body: after })).sort()
const citation = (from: number) => ({ type: 'citation' as const, attrs: citationOf(from) })
const image = (file: number, place: 'plain' | 'left' = 'plain', caption = 'The bench'): Block => ({
  type: 'image',
  attrs: { id: 'i', file, place },
  content: [text(caption)],
})
const spoiler = (...content: ReturnType<typeof paragraph>[]): Block => ({
  type: 'spoiler',
  attrs: { id: 's', gate: { kind: 'unknown' } },
  content,
})

test('an edit that changes nothing touches nothing, a new entry everything', () => {
  expect(touched('page', page(), page())).toEqual([])
  expect(touched('page', null, page())).toEqual(['wording', 'evidence', 'structure'])
})

test('another caption of a picture, and another place for it, are wording', () => {
  expect(bodies([image(31)], [image(31, 'left', 'On the bench')])).toEqual(['wording'])
})

test('other words in a paragraph are wording', () => {
  expect(bodies([paragraph('a', 'One.', citation(5))], [paragraph('a', 'Two.', citation(5))])).toEqual([
    'wording',
  ])
})

test.each<[string, Block[], Block[]]>([
  ['taking a reference away', [paragraph('a', 'One.', citation(5))], [paragraph('a', 'One.')]],
  ['another picture', [image(31)], [image(32)]],
  ['naming another source', [paragraph('a', 'One.', citation(5))], [paragraph('a', 'One.', citation(6))]],
  [
    'moving a reference to another paragraph',
    [paragraph('a', 'One.', citation(5)), paragraph('b', 'Two.')],
    [paragraph('a', 'One.'), paragraph('b', 'Two.', citation(5))],
  ],
  ['rewriting a closed passage', [spoiler(paragraph(null, 'One.'))], [spoiler(paragraph(null, 'Two.'))]],
  [
    'opening a closed passage',
    [spoiler(paragraph(null, 'One.'))],
    [{ ...spoiler(paragraph(null, 'One.')), attrs: { id: 's', gate: { kind: 'none' } } } as Block],
  ],
  ['giving a block another id', [paragraph('a', 'One.')], [paragraph('b', 'One.')]],
])('%s is evidence', (_name, before, after) => {
  expect(bodies(before, after)).toEqual(['evidence'])
})

test('words that now lead out of the wiki are evidence, words that lead to a page are wording', () => {
  const plain = [paragraph('a', 'One.')]
  const out = [paragraph('a', text('One.', { type: 'link', attrs: { href: 'https://example.org' } }))]
  const inside = [paragraph('a', text('One.', { type: 'wikiLink', attrs: { page: 1, title: null } }))]
  expect(bodies(plain, out)).toEqual(['evidence'])
  expect(bodies(plain, inside)).toEqual(['wording'])
})

test('a heading of another level is wording, other facts in a list are structure', () => {
  const heading = (level: 2 | 3): Block => ({
    type: 'heading',
    attrs: { id: 'h', level },
    content: [text('Life')],
  })
  const list = (...facts: number[]): Block => ({ type: 'factList', attrs: { id: 'f', facts } })
  expect(bodies([heading(2)], [heading(3)])).toEqual(['wording'])
  expect(bodies([list(1)], [list(1, 2)])).toEqual(['structure'])
})

test('fields are what the map says', () => {
  expect(touched('fact', fact(), fact({ statement: [text('Other words.')] }))).toEqual(['wording'])
  expect(touched('fact', fact(), fact({ about: [2] }))).toEqual(['structure'])
  expect(touched('fact', fact(), fact({ gate: { kind: 'unknown' } }))).toEqual(['evidence'])
  expect(touched('page', page(), page({ infobox: { born: [text('2004')] } }))).toEqual(['evidence'])
  expect(touched('source', source(), source({ url: 'https://example.org/' }))).toEqual(['evidence'])
})

test('taking the private-life flag away is told, setting it is not', () => {
  const [open, flagged] = [fact(), fact({ isPrivateLife: true })]
  expect(changeOf(factKind, flagged, open).clearsPrivateLife).toBe(true)
  expect(changeOf(factKind, open, flagged).clearsPrivateLife).toBe(false)
})
