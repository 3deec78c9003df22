import { expect, test } from 'vitest'
import type { Block } from '@/lib/content/document'
import { sectionsOf } from './sections'

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
