import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { bodyExtensions } from '@/components/editor/extensions'
import { placesIn, putIntoList, putUnder } from './place-fact'

const schema = getSchema(bodyExtensions({ placeholder: '' }))
const words = (text: string) => schema.node('paragraph', null, text === '' ? [] : schema.text(text))
const heading = (text: string) => schema.node('heading', { level: 2 }, schema.text(text))
const list = (...facts: number[]) => schema.node('factList', { facts })
const begun = (...blocks: Node[]) => EditorState.create({ doc: schema.node('doc', null, blocks) })
const read = (doc: Node) =>
  doc.content.content.map((node) =>
    node.type.name === 'factList' ? node.attrs.facts.join(' ') : node.textContent,
  )

const text = () =>
  begun(words('First.'), heading('Filming'), words('It rained.'), list(1, 2), heading('Music'), words(''))

test('a text has a place for facts before its first heading and under each', () => {
  expect(placesIn(text().doc).map(({ heading, list }) => [heading, list !== null])).toEqual([
    [null, false],
    ['Filming', true],
    ['Music', false],
  ])
  expect(placesIn(begun(heading('Alone')).doc)).toHaveLength(1)
  expect(placesIn(begun(words('')).doc)).toEqual([])
})

test('a fact is put under another heading, into its list or a new one before the empty line at the end', () => {
  const { tr, doc } = text()
  const [first, , music] = placesIn(doc)
  if (!first || !music) throw new Error('no places')
  expect(read(putUnder(tr, 1, music).doc)).toEqual(['First.', 'Filming', 'It rained.', '2', 'Music', '1', ''])
  expect(read(putUnder(text().tr, 2, first).doc).slice(0, 3)).toEqual(['First.', '2', 'Filming'])
})

test('a fact that no list had is put where it is wanted', () => {
  const state = text()
  const filming = placesIn(state.doc)[1]
  if (!filming || filming.list === null) throw new Error('no list')
  expect(read(putUnder(state.tr, 7, filming).doc)[3]).toBe('1 2 7')
  expect(read(putIntoList(state.tr, 8, filming.list, 1).doc)[3]).toBe('8 1 2')
})

test('within its list a fact changes its place; before itself it stays', () => {
  const at = placesIn(text().doc)[1]?.list ?? -1
  expect(read(putIntoList(text().tr, 2, at, 1).doc)[3]).toBe('2 1')
  expect(read(putIntoList(text().tr, 1, at, null).doc)[3]).toBe('2 1')
  expect(read(putIntoList(text().tr, 2, at, 2).doc)[3]).toBe('1 2')
})
