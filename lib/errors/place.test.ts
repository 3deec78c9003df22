import { describe, expect, test } from 'vitest'
import { MOST_BLOCKS, MOST_LISTED } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import { parseContent } from '@/lib/content/parse'
import { MOST_COLUMNS, MOST_ROWS } from '@/lib/content/table'
import { pageKind } from '@/lib/kinds/page'
import { type ContentKind, kindOf } from '@/lib/kinds/registry'
import { fact, page, paragraph, source, tableRow, text } from '@/lib/kinds/samples'
import { MOST_STATEMENT } from '@/lib/kinds/schemas/fact'
import { sentenceOf, sentencesOf } from '@/lib/messages/message'
import { MOST_TEXT } from '@/lib/text/limits'
import type { Place } from './place'

/* Every bound that an author can meet, broken once: each refusal says where, how much there is and how much fits. */

const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
const letters = (count: number) => 'o'.repeat(count)
const leaf = paragraph(null, 'leaf')
const others = many(60, leaf)

const inLists = (levels: number, inside: unknown = leaf): unknown =>
  levels === 0
    ? inside
    : {
        type: 'bulletList',
        attrs: { id: null },
        content: [{ type: 'listItem', content: [inLists(levels - 1, inside)] }],
      }
const inQuote = (inside: unknown) => ({ type: 'blockquote', attrs: { id: null }, content: [inside] })
const tableOf = (content: unknown, attrs = {}) => ({ type: 'table', attrs: { id: null, ...attrs }, content })
const rowOf = (...cells: unknown[][]) => ({
  type: 'tableRow',
  content: cells.map((content) => ({ type: 'tableCell', content })),
})
const bodyOf = (...blocks: unknown[]) => ({ ...page(), body: { type: 'doc', content: blocks } })
const leadOf = (...blocks: unknown[]) => ({ ...page(), lead: { type: 'doc', content: blocks } })
const cited = (part: object) => ({
  ...leaf,
  content: [{ type: 'citation', attrs: { ...citationOf(7), ...part } }],
})
const listOf = (count: number) => ({ type: 'factList', attrs: { id: null, facts: many(count, 1) } })
const linked = (title: string) =>
  paragraph(null, text('a', { type: 'wikiLink', attrs: { page: null, title } }))

/** What is wrong, as which kind, where, how much there is, how much fits. */
type Broken = [string, ContentKind, unknown, string, number, number]

const inPages: Broken[] = [
  ['blocks', 'page', bodyOf(...many(2003, leaf)), `body.content.${MOST_BLOCKS}`, 2003, MOST_BLOCKS],
  ['blocks of a lead', 'page', leadOf(...many(23, leaf)), 'lead.content.20', 23, 20],
  [
    'lines of a cell, above much else',
    'page',
    bodyOf(tableOf([rowOf([leaf], many(11, leaf))]), ...others),
    'body.content.0.content.0.content.1',
    11,
    10,
  ],
  [
    'columns',
    'page',
    bodyOf(leaf, tableOf([tableRow(...many(22, 'a'))])),
    'body.content.1.content.0',
    22,
    MOST_COLUMNS,
  ],
  ['rows', 'page', bodyOf(tableOf(many(201, tableRow('a')))), 'body.content.0', 201, MOST_ROWS],
  [
    'a caption',
    'page',
    bodyOf(tableOf([tableRow('a')], { caption: letters(203) })),
    'body.content.0.attrs.caption',
    203,
    200,
  ],
  ['levels of lists', 'page', bodyOf(...others, inLists(7)), 'body.content.60', 7, 6],
  ['levels of lists, far too many', 'page', bodyOf(inLists(40)), 'body.content.0', 40, 6],
  [
    'levels of lists around a bold word in a quote',
    'page',
    bodyOf(inQuote(inLists(6, paragraph(null, text('a', { type: 'bold' }))))),
    'body.content.0',
    6,
    5,
  ],
  [
    'a run of text',
    'page',
    bodyOf(leaf, paragraph(null, letters(MOST_TEXT + 5))),
    'body.content.1.content.0.text',
    MOST_TEXT + 5,
    MOST_TEXT,
  ],
  [
    'a run of text in a lead',
    'page',
    leadOf(leaf, paragraph(null, letters(MOST_TEXT + 5))),
    'lead.content.1.content.0.text',
    MOST_TEXT + 5,
    MOST_TEXT,
  ],
  ['facts of one list', 'page', bodyOf(leaf, listOf(504)), 'body.content.1.attrs.facts', 504, MOST_LISTED],
  [
    'facts of all lists',
    'page',
    bodyOf(listOf(300), leaf, listOf(250), listOf(9)),
    'body.content.2',
    550,
    MOST_LISTED,
  ],
  [
    'a title that is linked to',
    'page',
    bodyOf(leaf, linked(letters(201))),
    'body.content.1.content.0.marks.0.attrs.title',
    201,
    200,
  ],
  [
    'a quote in a reference',
    'page',
    bodyOf(cited({ quote: letters(310) })),
    'body.content.0.content.0.attrs.quote',
    310,
    300,
  ],
  [
    'pieces of a line',
    'page',
    { ...page(), infobox: { born: many(201, text('a')) } },
    'infobox.born',
    201,
    200,
  ],
  ['categories', 'page', page({ categories: many(51, 3) }), 'categories', 51, 50],
]

const citing = (part: object) => fact({ citations: [{ ...citationOf(7), ...part }] })

const inFacts: Broken[] = [
  ['a place of a reference', 'fact', citing({ locator: letters(222) }), 'citations.0.locator', 222, 200],
  ['a note of a reference', 'fact', citing({ note: letters(2001) }), 'citations.0.note', 2001, 2000],
  ['a statement', 'fact', fact({ statement: [text(letters(607))] }), 'statement', 607, MOST_STATEMENT],
  ['pages it is about', 'fact', fact({ about: many(21, 1).map((_, id) => id + 1) }), 'about', 21, 20],
  ['topics', 'fact', fact({ topics: many(24, 'a') }), 'topics', 24, 20],
  ['a topic', 'fact', fact({ topics: ['a', letters(61)] }), 'topics.1', 61, 60],
  ['whom it was said to', 'fact', fact({ saidTo: letters(205) }), 'saidTo', 205, 200],
  ['a note', 'fact', fact({ note: letters(4100) }), 'note', 4100, 4000],
  ['citations', 'fact', fact({ citations: many(52, citationOf(7)) }), 'citations', 52, 50],
]

const inSources: Broken[] = [
  ['authors', 'source', source({ authors: many(22, 'A') }), 'authors', 22, 20],
  ['a title of a source', 'source', source({ title: letters(333) }), 'title', 333, 300],
  ['a description', 'source', source({ description: letters(2500) }), 'description', 2500, 2000],
  ['an address', 'source', source({ url: `https://a.example/${letters(2000)}` }), 'url', 2018, 2000],
]

const inWords = (count: number) => count.toLocaleString('en-GB')

function refusalOf(kind: ContentKind, value: unknown) {
  const parsed = parseContent(kindOf(kind), value)
  if (parsed.ok) throw new Error('it was taken')
  return { fields: sentencesOf(parsed.fields), places: parsed.places ?? [] }
}

const pathOf = (place: Place | undefined) => place?.path.join('.') ?? ''

describe('what is too much', () => {
  test.each([...inPages, ...inFacts, ...inSources])(
    '%s: told at its place, in numbers',
    (_name, kind, value, path, count, most) => {
      const { fields, places } = refusalOf(kind, value)
      const sentence = places[0] ? sentenceOf(places[0].message) : ''
      // Of what is nested too deeply the place lies further inside.
      expect(`${pathOf(places[0])}.`).toContain(`${path}.`)
      expect(sentence).toContain(inWords(count))
      expect(sentence.replace(inWords(count), '')).toContain(inWords(most))
      expect(Object.values(fields)).toContain(sentence)
    },
  )

  test('several places are told in their order, and no more than can be read', () => {
    const wide = tableOf([tableRow(...many(21, 'a'))])
    const { places } = refusalOf('page', bodyOf(wide, leaf, wide))
    expect(places.map(pathOf)).toEqual(['body.content.0.content.0', 'body.content.2.content.0'])
    expect(refusalOf('page', bodyOf(...many(50, wide))).places).toHaveLength(20)
  })

  test('six levels of lists are taken', () => {
    expect(parseContent(pageKind, bodyOf(inLists(6))).ok).toBe(true)
  })
})
