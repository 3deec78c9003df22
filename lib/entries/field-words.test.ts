import { expect, test } from 'vitest'
import type { InfoboxField } from '@/db/wiki/page-kinds'
import { diffContents } from '@/lib/content/diff'
import type { RichLine } from '@/lib/content/document'
import { pageKind } from '@/lib/kinds/page'
import { page, text } from '@/lib/kinds/samples'
import { fieldWords } from './field-words'

const field = (key: string, label: string, type: InfoboxField['type']): InfoboxField => ({
  kind: 'person',
  key,
  label,
  position: 0,
  type,
  unit: null,
  isRequired: false,
  help: null,
  section: null,
  reverseLabel: null,
  isOffered: true,
})

const names = new Map([[4, { label: 'Nick Nelson', path: '/wiki/Nick_Nelson' }]])
const fields = [
  field('born', 'Born', 'date'),
  field('plays', 'Plays', 'pages'),
  field('is_alive', 'Still acting', 'boolean'),
  field('work', 'Work', 'list'),
]
const labels = {
  entries: new Map([[4, 'Nick Nelson']]),
  infobox: new Map(fields.map((one) => [one.key, fieldWords(one, 'en', names)])),
  kinds: new Map(),
  objects: new Map(),
}

type Box = Record<string, RichLine>
const diff = (before: Box, after: Box) =>
  diffContents(pageKind, page({ infobox: before }), page({ infobox: after }), labels).fields
const notes = (before: Box, after: Box) =>
  diff(before, after).flatMap(({ rows }) => rows.flatMap((row) => ('notes' in row ? row.notes : [])))
const nick = { ...text('Nick'), marks: [{ type: 'wikiLink' as const, attrs: { page: 4, title: null } }] }

test('a change of the infobox is called by the field’s name, under the infobox', () => {
  expect(diff({ born: [text('2003')] }, { born: [text('2004')] })).toMatchObject([
    { field: 'infobox.born', label: 'Infobox · Born', sentence: 'Infobox · Born changed' },
  ])
  expect(diff({}, { of_another_kind: [text('2004')] })).toMatchObject([
    { label: 'Infobox · of another kind' },
  ])
})

test('a date says how it is read where its words do not', () => {
  expect(notes({}, { born: [text('spring 2021')] })).toEqual(['read as March to May 2021'])
  expect(notes({ born: [text('c. 2019')] }, { born: [text('2019')] })).toEqual([])
  expect(notes({ born: [text('2021-04-22')] }, { born: [text('spring 2021')] })).toEqual([
    'was read as 22 April 2021, is now read as March to May 2021',
  ])
  expect(notes({}, { work: [text('Rocketman; Cucumber')], is_alive: [text('Yes')] })).toEqual([])
})

test('what newly does not fit is told once, and not again while it stays so', () => {
  const unfit = 'This is not read as a date: it stays as it is written.'
  expect(notes({ born: [text('2004')] }, { born: [text('long ago')] })).toEqual([unfit])
  expect(notes({}, { born: [text('long ago')] })).toEqual([unfit])
  expect(notes({ born: [text('long ago')] }, { born: [text('very long ago')] })).toEqual([])
  expect(notes({ born: [text('long ago')] }, {})).toEqual([])
})

test('pages are named as they are called now, with links', () => {
  expect(diff({}, { plays: [nick, text(', Tao Xu')] })).toMatchObject([
    {
      rows: [{ notes: expect.arrayContaining(['read as 2 pages: Nick Nelson; Tao Xu']) }],
      pages: [
        { label: 'Nick Nelson', path: '/wiki/Nick_Nelson' },
        { label: 'Tao Xu', path: '/wiki/Tao_Xu' },
      ],
    },
  ])
  expect(notes({}, { plays: [text('Tao Xu')] })).toEqual([])
  const byTitle = { type: 'wikiLink' as const, attrs: { page: null, title: 'Tao Xu' } }
  expect(diff({}, { plays: [{ ...text('his friend'), marks: [byTitle] }] })).toMatchObject([
    { pages: [{ label: 'his friend', path: '/wiki/tao_xu' }] },
  ])
})
