import { expect, test } from 'vitest'
import { factKind } from '@/lib/kinds/fact'
import { pageKind } from '@/lib/kinds/page'
import { fact, page, paragraph, source, text } from '@/lib/kinds/samples'
import { sourceKind } from '@/lib/kinds/source'
import type { Block } from './document'
import { citationOf } from './fresh-citation'
import { countWords, plainText, textOfBlock, textOfDocument } from './plain-text'

const spoiler: Block = {
  type: 'spoiler',
  attrs: { id: 's', gate: { kind: 'unknown' } },
  content: [paragraph(null, 'They kiss.')],
}
const list: Block = {
  type: 'bulletList',
  attrs: { id: 'l' },
  content: [
    { type: 'listItem', content: [paragraph(null, 'One')] },
    { type: 'listItem', content: [paragraph(null, 'Two')] },
  ],
}

test('a line is its words, without marks and references', () => {
  const line = [
    text('Kit '),
    text('Connor', { type: 'bold' }),
    { type: 'citation' as const, attrs: citationOf(5) },
  ]
  expect(plainText([...line, { type: 'hardBreak' }, text(' acts. ')])).toBe('Kit Connor acts.')
})

test('a document has a line for each paragraph and list item; closed passages only for those who may see them', () => {
  const document = { content: [paragraph('a', 'Intro.'), list, spoiler] }
  expect(textOfDocument(document)).toBe('Intro.\nOne\nTwo')
  expect(textOfDocument(document, 'with')).toBe('Intro.\nOne\nTwo\nThey kiss.')
})

test('an entry is called by its title, its statement, its description', () => {
  expect(pageKind.ownName(page({ title: 'Nick' }))).toBe('Nick')
  expect(factKind.ownName(fact({ statement: [text('He '), text('acts', { type: 'bold' })] }))).toBe('He acts')
  expect(sourceKind.ownName(source({ title: null, description: 'An interview' }))).toBe('An interview')
})

test('search learns nothing of closed passages', () => {
  expect(pageKind.searchText(page({ infobox: { born: [text('2004')] }, body: [spoiler, list] }))).toBe(
    '2004\nOne\nTwo',
  )
})

test('a quotation has whose it is on a line below it', () => {
  const quoted = { type: 'paragraph' as const, attrs: { id: null }, content: [text('It was fun.')] }
  const quote = { type: 'blockquote' as const, attrs: { id: 'q', by: 'Kit, in 2022' }, content: [quoted] }
  expect(textOfBlock(quote)).toBe('It was fun.\nKit, in 2022')
})

test('words are counted by the spaces between them', () => {
  expect(['', ' a  b\nc '].map(countWords)).toEqual([0, 3])
})
