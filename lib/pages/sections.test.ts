import { expect, test } from 'vitest'
import type { Block } from '@/lib/content/document'
import { paragraph } from '@/lib/kinds/samples'
import { cutAt, edgesOf, sectionsOf } from './sections'

const heading = (text: string, level: 2 | 3 = 2): Block => ({
  type: 'heading',
  attrs: { id: null, level },
  content: text === '' ? [] : [{ type: 'text', text }],
})

const ids = (...texts: string[]) =>
  [...sectionsOf(texts.map((text) => heading(text))).values()].map(({ id }) => id)

test('a heading is found by its own words', () => {
  expect(ids('Winning the part', 'Früher  Ruhm')).toEqual(['Winning_the_part', 'Früher_Ruhm'])
})

test('no two anchors are alike, and none is one of the page’s own', () => {
  expect(ids('On set', 'On set', 'On set', 'facts')).toEqual(['On_set', 'On_set_2', 'On_set_3', 'facts_2'])
})

test('a heading without words is no section', () => {
  expect(ids('')).toEqual([])
})

const head = (id: string, level: 2 | 3 = 2): Block =>
  ({ ...heading(id, level), attrs: { id, level } }) as Block
const body = [
  paragraph('i', 'intro'),
  head('a'),
  paragraph('p', 'p'),
  head('aa', 3),
  paragraph('q', 'q'),
  head('b'),
]
const idsOf = (blocks: Block[] | undefined) => blocks?.map((block) => block.attrs.id).join(' ')
const cut = (blocks: Block[], id: string, of = body) => {
  const edges = edgesOf(of, id)
  const parts = edges && cutAt(blocks, edges)
  return parts && [parts.before, parts.section, parts.after].map(idsOf)
}

test('a section goes to the next heading of its level or above, with the smaller ones in it', () => {
  expect(cut(body, 'a')).toEqual(['i', 'a p aa q', 'b'])
  expect(cut(body, 'aa')).toEqual(['i a p', 'aa q', 'b'])
  expect(cut(body, 'b')).toEqual(['i a p aa q', 'b', ''])
})

test('what is no heading, or not there, is no section', () => {
  expect(edgesOf(body, 'p')).toBeNull()
  expect(edgesOf(body, 'gone')).toBeNull()
})

test('a section is found again whatever was written in it, its heading taken out too', () => {
  const rewritten = [body[0], paragraph('x', 'no heading any more'), head('new'), body[5]] as Block[]
  expect(cut(rewritten, 'a')).toEqual(['i', 'x new', 'b'])
  expect(cut([body[0], body[5]] as Block[], 'a')).toEqual(['i', '', 'b'])
})

test('a section is found again whatever others wrote around it', () => {
  const others = [head('first'), ...body.slice(1, 5), paragraph('r', 'r'), head('c')]
  expect(cut(others, 'a')).toEqual(['first', 'a p aa q r', 'c'])
})

test('a section that others took away with its neighbours is gone', () => {
  expect(cut([paragraph('z', 'all new')], 'a')).toBeNull()
})
