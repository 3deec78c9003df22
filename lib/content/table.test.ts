import { describe, expect, test } from 'vitest'
import { countWords } from '@/lib/content/plain-text'
import { pageKind } from '@/lib/kinds/page'
import { page, paragraph, table, tableRow, text } from '@/lib/kinds/samples'
import { sentencesOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import type { Block } from './document'
import { citationOf } from './fresh-citation'
import { linksOf } from './links'
import { parseContent } from './parse'
import { mapReferences } from './references'
import { scopeOf } from './table'
import { openSteps } from './walk'

const bodyOf = (...content: unknown[]) => ({ ...page(), body: { type: 'doc', content } })
const fieldsOf = (value: unknown) => {
  const parsed = parseContent(pageKind, value)
  return parsed.ok ? 'accepted' : sentencesOf(parsed.fields)
}
const rows = (count: number, columns: number) =>
  Array.from({ length: count }, () => tableRow(...Array.from({ length: columns }, () => '')))
const tableOf = (content: unknown, attrs: object = {}) => ({
  type: 'table',
  attrs: { id: 'a', ...attrs },
  content,
})
const cell = (attrs: object, ...content: unknown[]) => ({ type: 'tableCell', ...attrs, content })
const rowOf = (...content: unknown[]) => ({ type: 'tableRow', content })
const cast = table(
  'a',
  ['Actor', 'Part'],
  ['Kit Connor', 'Nick'],
  [
    [text('Joe Locke', { type: 'wikiLink', attrs: { page: 7, title: null } })],
    ['Charlie', { type: 'citation', attrs: citationOf(9) }] as never,
  ],
)

describe('a table', () => {
  const { errors } = messages()
  test('is stored with its caption and comes back the same', () => {
    const stored = { ...cast, attrs: { id: 'a', caption: 'Cast' } }
    const parsed = parseContent(pageKind, page({ body: [stored] }))
    expect(parsed.ok && parsed.content.body.content).toEqual([stored])
    expect(fieldsOf(bodyOf(tableOf(rows(200, 20).slice(0, 100))))).toBe('accepted')
  })

  test('one in a lead is refused', () => {
    expect(fieldsOf({ ...page(), lead: { type: 'doc', content: [cast] } })).toMatchObject({
      lead: expect.any(String),
    })
  })

  test.each([
    ['too wide', tableOf(rows(1, 21)), errors.content.tableTooWide(21, 20)],
    ['too long', tableOf(rows(201, 1)), errors.content.tableTooLong(201, 200)],
    ['ragged', tableOf([tableRow('a', 'b'), tableRow('c')]), errors.content.tableUneven],
    ['of no rows', tableOf([]), errors.content.atLeastItems(1)],
    ['with a row of no cells', tableOf([rowOf()]), errors.content.atLeastItems(1)],
    [
      'with merged cells',
      tableOf([rowOf(cell({ attrs: { colspan: 1e9, rowspan: 1 } }, paragraph(null, 'a')))]),
      errors.content.unknownAttributes('attrs'),
    ],
    ['in a table', tableOf([rowOf(cell({}, cast))]), errors.content.cellHolds],
    [
      'with a list in a cell',
      tableOf([rowOf(cell({}, { type: 'bulletList', content: [] }))]),
      errors.content.cellHolds,
    ],
    [
      'with a cell too full',
      tableOf([rowOf(cell({}, ...Array.from({ length: 11 }, () => paragraph(null))))]),
      errors.content.cellTooFull(11, 10),
    ],
    ['with a caption of two lines', tableOf(rows(1, 1), { caption: 'a\nb' }), errors.content.oneLine],
  ])('that is hostile (%s) gets a sentence', (_name, block, sentence) => {
    expect(fieldsOf(bodyOf(block))).toEqual({ body: sentence })
  })

  test('20,000 cells are too many parts, whoever counts', () => {
    const tables = Array.from({ length: 8 }, () => tableOf(rows(200, 15)))
    expect(fieldsOf(bodyOf(...tables))).toMatchObject({
      body: expect.stringMatching(/too many parts: [\d,]+, and 20,000 fit/),
    })
  })

  test('search and the count of words know every cell', () => {
    const written = page({
      title: 'Cast',
      body: [{ ...cast, attrs: { id: 'a', caption: 'Who plays whom' } }],
    })
    expect(pageKind.searchText(written)).toBe(
      'Who plays whom\nActor\tPart\nKit Connor\tNick\nJoe Locke\tCharlie',
    )
    expect(countWords(pageKind.readText(written))).toBe(11)
  })

  test('links and citations in cells are links and citations of the page', () => {
    expect(linksOf(pageKind, page({ body: [cast] }))).toEqual([
      { kind: 'mentions', to: 7 },
      { kind: 'cites', to: 9 },
    ])
    expect([...openSteps([cast])]).toEqual([
      { kind: 'entry', id: 7 },
      { kind: 'citation', citation: citationOf(9) },
    ])
    const mapped = mapReferences(pageKind, page({ body: [cast] }), (id) => id + 100)
    expect(linksOf(pageKind, mapped).map(({ to }) => to)).toEqual([107, 109])
  })

  test('ids inside it are taken away, neighbouring texts in a cell are one', () => {
    const block = table('a', ['x'], [['one ', text('two')] as never]) as Block
    const withIds = JSON.parse(JSON.stringify(block).replaceAll('"id":null', '"id":"inner"'))
    const parsed = parseContent(pageKind, bodyOf(withIds))
    expect(parsed.ok && parsed.content.body.content).toEqual([table('a', ['x'], ['one two'])])
  })

  test('a heading cell says what it stands over, or before', () => {
    const [head, , one] = ['th th th', 'td th th', 'th td td'].map((types) => ({
      content: types.split(' ').map((type) => ({ type: type === 'th' ? 'tableHeader' : 'tableCell' })),
    }))
    expect([0, 1, 2].map((column) => head && scopeOf(head, column))).toEqual(['col', 'col', 'col'])
    expect([0, 1].map((column) => one && scopeOf(one, column))).toEqual(['row', null])
  })
})
