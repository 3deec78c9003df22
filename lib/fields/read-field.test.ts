import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldType } from '@/db/wiki/schema'
import type { RichLine } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import { normalizeInline } from '@/lib/content/normalize-blocks'
import { readField } from './read-field'
import { MOST_VALUES } from './typed-value'
import { understood } from './understood'

const words = (text: string): RichLine => [{ type: 'text', text }]
type Piece = Extract<RichLine[number], { type: 'text' }>
type Marks = NonNullable<Piece['marks']>
const link = (text: string, page: number | null, title: string | null = null, also: Marks = []): Piece => ({
  type: 'text',
  text,
  marks: [...also, { type: 'wikiLink', attrs: { page, title } }],
})

const read = (type: FieldType, line: RichLine | string, language = 'en', unit: string | null = null) =>
  readField({ type, unit }, typeof line === 'string' ? words(line) : line, language)

/** First and last day of a date, `~` before an approximate one; null where it does not fit. */
function days(text: string, language = 'en'): string | null {
  const { fits, values } = read('date', text, language)
  const [value] = values
  if (!fits || value?.kind !== 'date') return null
  return `${value.isApproximate ? '~' : ''}${value.firstDay}/${value.lastDay}`
}

describe('a date', () => {
  test.each([
    ['22 April 2022', '2022-04-22/2022-04-22'],
    ['April 22, 2022', '2022-04-22/2022-04-22'],
    ['Friday, 22nd of April 2022', '2022-04-22/2022-04-22'],
    ['22 Apr. 2022', '2022-04-22/2022-04-22'],
    ['2022-04-22', '2022-04-22/2022-04-22'],
    ['22.4.2022', '2022-04-22/2022-04-22'],
    ['22/04/2022', '2022-04-22/2022-04-22'],
    ['04/22/2022', '2022-04-22/2022-04-22'],
    ['29 February 2024', '2024-02-29/2024-02-29'],
    ['April 2022', '2022-04-01/2022-04-30'],
    ['2022-02', '2022-02-01/2022-02-28'],
    ['2021', '2021-01-01/2021-12-31'],
    ['476', '0476-01-01/0476-12-31'],
    ['c. 2019', '~2019-01-01/2019-12-31'],
    ['about 2019', '~2019-01-01/2019-12-31'],
    ['around April 2019', '~2019-04-01/2019-04-30'],
    ['spring 2021', '2021-03-01/2021-05-31'],
    ['Autumn 2022', '2022-09-01/2022-11-30'],
    ['winter 2023', '2023-12-01/2024-02-29'],
    ['April to June 2021', '2021-04-01/2021-06-30'],
    ['from April until June 2021', '2021-04-01/2021-06-30'],
    ['spring to autumn 2021', '2021-03-01/2021-11-30'],
    ['3–5 April 2021', '2021-04-03/2021-04-05'],
    ['30 April – 2 May 2021', '2021-04-30/2021-05-02'],
    ['December 2021 to January 2022', '2021-12-01/2022-01-31'],
    ['2016–2018', '2016-01-01/2018-12-31'],
    ['2016-2018', '2016-01-01/2018-12-31'],
    ['2016–18', '2016-01-01/2018-12-31'],
    ['2016/17', '2016-01-01/2017-12-31'],
    ['early 2020s', '2020-01-01/2023-12-31'],
    ['the 1990s', '1990-01-01/1999-12-31'],
    ['late 2021', '2021-09-01/2021-12-31'],
    ['mid-2021', '2021-05-01/2021-08-31'],
    ['early April 2022', '2022-04-01/2022-04-10'],
    ['late February 2023', '2023-02-21/2023-02-28'],
    ['the 18th century', '1700-01-01/1799-12-31'],
    ['18 September 2024 (19 September in the UK)', '2024-09-18/2024-09-18'],
    ['2026 (announced)', '2026-01-01/2026-12-31'],
  ])('%s', (text, expected) => expect(days(text)).toBe(expected))

  test.each([
    '32 April 2022',
    '29 February 2023',
    '31 April',
    '2022-13-01',
    '2022-02-30',
    '4/5/2022',
    '22 April',
    'April',
    'soon',
    '2018, crowdfunded by the author',
    'June to April 2021',
    '2018–2016',
    '22 April 2022, 3 May 2022',
    '22 of 2022',
    'spring of 22 April 2022',
    '100th century',
    '(2022)',
    '',
    '9999 to 10000',
  ])('not: %s', (text) => expect(days(text || ' ')).toBeNull())

  test.each([
    ['de', '22. April 2022', '2022-04-22/2022-04-22'],
    ['de', 'März 2021', '2021-03-01/2021-03-31'],
    ['fr', '1 avril 2022', '2022-04-01/2022-04-01'],
    ['fr', 'août 2021', '2021-08-01/2021-08-31'],
    ['es', '22 de abril de 2022', '2022-04-22/2022-04-22'],
    ['ru', '22 апреля 2022 г.', '2022-04-22/2022-04-22'],
    ['ja', '2022年4月22日', '2022-04-22/2022-04-22'],
    ['ko', '2022년 4월', '2022-04-01/2022-04-30'],
    ['ar-EG', '٢٢ أبريل ٢٠٢٢', '2022-04-22/2022-04-22'],
    ['fr', '22 April 2022', '2022-04-22/2022-04-22'],
    ['no-such-tag-at-all-xx', '22 April 2022', '2022-04-22/2022-04-22'],
  ])('in %s: %s', (language, text, expected) => expect(days(text, language)).toBe(expected))
})

describe('a number', () => {
  const number = (text: string, language = 'en', unit: string | null = null) => {
    const [value] = read('number', text, language, unit).values
    return value?.kind === 'number' ? [value.number, value.unit] : null
  }

  test.each([
    ['8', 8, null],
    ['about 10,000 people', 10_000, 'people'],
    ['1 757', 1757, null],
    ['1\u202f757', 1757, null],
    ['12,34,567', 1_234_567, null],
    ['£434,000', 434_000, '£'],
    ['more', null, null],
    ['1.75 m', 1.75, 'm'],
    ['-3 °C', -3, '°C'],
    ['1.2 million viewers', 1_200_000, 'viewers'],
    ['8 (two of them specials)', 8, null],
    ['8 main episodes', 8, 'main episodes'],
    ['8 of 10', null, null],
    ['1,75', null, null],
    ['1,000.5,0', null, null],
    ['8–10', null, null],
    ['1234567890123456', null, null],
  ])('%s', (text, size, unit) => expect(number(text)).toEqual(size === null ? null : [size, unit]))

  test('has the unit of its field where none is written, and the separators of its language', () => {
    expect(number('8', 'en', 'episodes')).toEqual([8, 'episodes'])
    expect(number('8 films', 'en', 'episodes')).toEqual([8, 'films'])
    expect(number('1.757,5', 'de')).toEqual([1757.5, null])
    expect(number('1.757', 'de')).toEqual([1757, null])
    expect(number('١٢', 'ar-EG')).toEqual([12, null])
  })
})

test('yes and no are read in the words of the wiki', () => {
  const boolean = (text: string) => read('boolean', text).values
  expect(boolean('Yes')).toEqual([{ kind: 'boolean', boolean: true }])
  expect(boolean('no (not yet)')).toEqual([{ kind: 'boolean', boolean: false }])
  expect(read('boolean', 'perhaps')).toEqual({ fits: false, values: [{ kind: 'text', text: 'perhaps' }] })
})

describe('pages', () => {
  const named = (line: RichLine | string, type: 'page' | 'pages' = 'pages') => {
    const { fits, values } = read(type, line)
    return fits
      ? values.map((value) => (value.kind === 'page' ? ('page' in value ? value.page : value.titleKey) : ''))
      : null
  }

  test('one page is the one that is linked, with any words beside it, else the one that all words name', () => {
    expect(named([link('Truham', 4), ...words(', Year 10 (season one)')], 'page')).toEqual([4])
    expect(named('Heartstopper (TV series)', 'page')).toEqual(['heartstopper (tv series)'])
    expect(named([link('Nick', null, 'Nick  Nelson')], 'page')).toEqual(['nick nelson'])
    expect(named([link('Ni', 4), link('ck', 4, null, [{ type: 'bold' }])], 'page')).toEqual([4])
    expect(named([link('Nick', 4), ...words(' and '), link('Tao', 5)], 'page')).toBeNull()
    expect(named('x'.repeat(300), 'page')).toBeNull()
  })

  test('several are apart by semicolons, else by commas and the language’s word for "and"', () => {
    expect(named('Patrick Walters, Iain Canning and Emile Sherman')).toEqual([
      'patrick walters',
      'iain canning',
      'emile sherman',
    ])
    expect(named('Tone and audience; Heartstopper, season one')).toEqual([
      'tone and audience',
      'heartstopper, season one',
    ])
    expect(
      named([link('Euros Lyn', 7), ...words(' (seasons one, two), '), link('Andy', null, 'Andy Newbery')]),
    ).toEqual([7, 'andy newbery'])
    expect(named([...words('Higgs, formerly '), link('Truham', 4)])).toEqual(['higgs', 4])
    expect(
      named([link('Tone and audience', 9), ...words(' and '), link('Nick', 4), ...words(', '), link('N', 4)]),
    ).toEqual([9, 4])
    expect(read('pages', 'Tara und Darcy', 'de').values).toHaveLength(2)
    expect(read('pages', 'タラ、ダーシー', 'ja').values).toHaveLength(2)
    expect(named(' , ; ')).toBeNull()
    expect(named(Array.from({ length: MOST_VALUES + 1 }, (_, at) => `Page ${at}`).join(', '))).toBeNull()
  })
})

test('a list is apart where people separate it, not in brackets or numbers', () => {
  const items = (text: string) =>
    read('list', text).values.map((value) => (value.kind === 'text' ? value.text : ''))
  expect(items('drums, running')).toEqual(['drums', 'running'])
  expect(items('House of Harkness; Coven of Chaos, or so; ')).toEqual([
    'House of Harkness',
    'Coven of Chaos, or so',
  ])
  expect(items('10,000 people, Rocketman (as a boy, singing)')).toEqual([
    '10,000 people',
    'Rocketman (as a boy, singing)',
  ])
  expect(items('broken (bracket, and more')).toEqual(['broken (bracket', 'and more'])
})

test('an empty line fits every type, a reference without words only texts', () => {
  const reference: RichLine = [{ type: 'citation', attrs: citationOf(3) }]
  expect(read('date', [])).toEqual({ fits: true, values: [] })
  expect(read('date', reference).fits).toBe(false)
  expect(read('line', reference).fits).toBe(true)
  expect(days('2021')).toEqual(days('2021 '))
  expect(readField({ type: 'date', unit: null }, [...words('2021'), ...reference], 'en').fits).toBe(true)
})

test('what was understood is said in words', () => {
  const said = (type: FieldType, line: RichLine | string) =>
    understood({ type }, read(type, line), new Map([[4, 'Nick Nelson']]))
  expect(said('date', '2022-04-22')).toBe('22 April 2022')
  expect(said('date', 'spring 2021')).toBe('March to May 2021')
  expect(said('date', 'c. 2019')).toBe('about 2019')
  expect(said('date', '2016–18')).toBe('2016 to 2018')
  expect(said('date', 'winter 2021')).toBe('December 2021 to February 2022')
  expect(said('date', 'early April 2022')).toBe('1 April 2022 to 10 April 2022')
  expect(said('number', '10000 people')).toBe('10,000 people')
  expect(said('boolean', 'no')).toBe('No')
  expect(said('pages', [link('Nick', 4), ...words(' and Tao')])).toBe('2 pages: Nick Nelson; Tao')
  expect(said('list', 'a; b')).toBe('2 items: a and b')
  expect(said('list', 'a')).toBeNull()
  expect(said('page', 'Tao')).toBe('the page Tao')
  expect(said('line', 'words')).toBeNull()
  expect(said('date', 'soon')).toBeNull()
})

const types: FieldType[] = ['text', 'line', 'number', 'date', 'page', 'pages', 'image', 'list', 'boolean']
const likely = fc.constantFrom(
  '2021',
  ' ',
  'April',
  ' and ',
  ', ',
  '; ',
  '(',
  ')',
  'c. ',
  '-',
  '10,000',
  'yes',
  '年',
)
const said = fc.oneof(likely, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }))
const bold = (text: string): RichLine[number] => ({ type: 'text', text, marks: [{ type: 'bold' }] })
const piece = fc.oneof(
  said.map((text) => words(text)),
  said.map((text) => [bold(text)]),
  said.map((text) => [link(text, 4)]),
)

test('any line is read without an error, and the same when its texts are joined', () => {
  const language = fc.constantFrom('en', 'de', 'ja', 'ar-EG', 'xx-invalid-tag')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.constantFrom(...types),
      language,
      (pieces, type, tag) => {
        const line: RichLine = pieces.flat()
        const definition = { type, unit: null }
        const reading = readField(definition, line, tag)
        expect(readField(definition, normalizeInline<RichLine[number]>(line), tag)).toEqual(reading)
        understood(definition, reading)
      },
    ),
    { numRuns: 1_000 },
  )
})

test('a line of 10,000 characters is read within a quarter of a second, whatever is in it', () => {
  for (const part of ['(', ')', '1', '1,', ', ', ' and ', 'c. ', '-', 'April ', '2021–', ' ', '((a))', '年'])
    for (const type of types) {
      const line = words(part.repeat(Math.ceil(10_000 / part.length)))
      const from = performance.now()
      readField({ type, unit: null }, line, 'en')
      expect(performance.now() - from, `${type}: ${part}`).toBeLessThan(250)
    }
})
