import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factKind } from '@/lib/kinds/fact'
import { pageKind } from '@/lib/kinds/page'
import { fact, facts, noLabels, page, pages, paragraph, source, text } from '@/lib/kinds/samples'
import { sourceKind } from '@/lib/kinds/source'
import { isSame } from '@/lib/text/canonical'
import { diffContents } from './diff'
import type { DiffRow } from './diff-rows'
import type { Block } from './document'
import { citationOf } from './fresh-citation'

const labels = {
  entries: new Map([
    [1, 'Kit Connor'],
    [5, 'Radio Times'],
    [6, 'Showbiz Cheat Sheet'],
  ]),
  infobox: new Map([['born', { label: 'Born', read: () => ({ said: null, unfit: null, pages: [] }) }]]),
  kinds: new Map([['person', 'Person']]),
  objects: new Map(),
}
const diffBodies = (before: Block[], after: Block[]) =>
  diffContents(pageKind, page({ body: before }), page({ body: after }), labels).fields
const rowsOf = (fields: ReturnType<typeof diffBodies>) => fields.flatMap((field) => field.rows)

test('of a new statement it is said where its links lead', () => {
  const link = { type: 'link' as const, attrs: { href: 'https://a.example' } }
  const [field] = diffContents(
    factKind,
    null,
    fact({ statement: [text('See '), text('it', link)] }),
    labels,
  ).fields
  expect(field?.rows).toMatchObject([{ before: null, notes: ['it: linked to https://a.example'] }])
})

test('a word changed in a statement is marked on both sides', () => {
  const [field] = diffContents(
    factKind,
    fact({ statement: [text('about coffee smell, twice')] }),
    fact({ statement: [text('about coffee breath, twice')] }),
    labels,
  ).fields
  expect(field).toMatchObject({
    label: 'Statement',
    sentence: 'Statement changed',
    rows: [
      {
        before: [
          { text: 'about coffee ', mark: 'same' },
          { text: 'smell', mark: 'removed' },
          { text: ', twice', mark: 'same' },
        ],
        after: [
          { text: 'about coffee ', mark: 'same' },
          { text: 'breath', mark: 'added' },
          { text: ', twice', mark: 'same' },
        ],
      },
    ],
  })
})

test('a list that begins with another number says so', () => {
  const from = (start: number): Block => ({
    type: 'orderedList',
    attrs: { id: 'a', start },
    content: [{ type: 'listItem', content: [paragraph(null, 'leaf')] }],
  })
  expect(JSON.stringify(rowsOf(diffBodies([from(5)], [from(7)])))).toMatch(/numbered from 5.*numbered from 7/)
})

test('unchanged paragraphs are counted, changed ones shown in place', () => {
  const rows = rowsOf(
    diffBodies(
      [paragraph('a', 'One.'), paragraph('b', 'Two.'), paragraph('c', 'Three old words.')],
      [paragraph('a', 'One.'), paragraph('b', 'Two.'), paragraph('c', 'Three new words.')],
    ),
  )
  expect(rows).toMatchObject([
    { unchanged: 2 },
    { after: [{ text: 'Three ' }, { text: 'new' }, { text: ' words.' }] },
  ])
})

test('what words do not show is said in words', () => {
  const [row] = rowsOf(
    diffBodies(
      [paragraph('a', 'A coffee ', { type: 'citation', attrs: citationOf(5) })],
      [
        paragraph('a', 'A ', text('coffee', { type: 'bold' }), ' ', {
          type: 'citation',
          attrs: citationOf(5, { stance: 'contradicts' }),
        }),
      ],
    ),
  ) as [DiffRow]
  expect(row.notes).toEqual(['coffee: now bold', '[Radio Times]: no longer says yes, now says no'])
})

test('a paragraph that became a heading, or moved, says so', () => {
  const heading = (id: string, words: string): Block => ({
    type: 'heading',
    attrs: { id, level: 2 },
    content: [text(words)],
  })
  expect(rowsOf(diffBodies([paragraph('a', 'Life')], [heading('a', 'Life')]))).toMatchObject([
    { notes: ['was a paragraph, is now a heading of level 2'] },
  ])
  const [a, b, c] = [paragraph('a', 'One.'), paragraph('b', 'Two.'), paragraph('c', 'Three.')]
  expect(rowsOf(diffBodies([a, b, c], [c, a, b]))).toMatchObject([
    { notes: ['moved here from another place'] },
    { unchanged: 2 },
  ])
})

test('lists say what came, what went and what else is said of what stayed', () => {
  const { fields } = diffContents(
    factKind,
    fact({ about: [1], citations: [citationOf(5)] }),
    fact({ about: [1, 2], citations: [citationOf(5, { opened: 'yes' }), citationOf(6)] }),
    labels,
  )
  expect(fields.map((field) => field.sentence)).toEqual([
    'About: entry 2 added',
    'Citations: Showbiz Cheat Sheet added; Radio Times changed',
  ])
  expect(fields[1]?.rows[0]).toMatchObject({
    before: expect.arrayContaining([{ text: ', passage not read yet', mark: 'removed' }]),
    after: expect.arrayContaining([{ text: ', passage read', mark: 'added' }]),
  })
})

test('an infobox value is a field of its own, under its label', () => {
  const { fields } = diffContents(pageKind, page(), page({ infobox: { born: [text('2004')] } }), labels)
  expect(fields).toMatchObject([{ field: 'infobox.born', label: 'Infobox · Born', rows: [{ before: null }] }])
})

test('a locked infobox value is closed, whenever it was locked, and its lock is a field of its own', () => {
  const was = page({ infobox: { born: [text('2004')] } })
  const is = {
    ...page({ infobox: { born: [text('2005')] } }),
    gates: { born: { kind: 'place' as const, page: 1 } },
  }
  const lock = { field: 'gates.born', label: 'Infobox · Born · Spoiler lock' }
  const closedOf = (before: typeof was, after: typeof was, isOpen?: () => boolean) =>
    diffContents(pageKind, before, after, labels, isOpen).fields.map(({ field, label, rows }) => ({
      ...{ field, label },
      isClosed: rows.map((row) => 'isClosed' in row && row.isClosed),
    }))
  const value = { field: 'infobox.born', label: 'Infobox · Born' }
  for (const [before, after] of [
    [was, is],
    [is, was],
  ] as const)
    expect(closedOf(before, after)).toEqual([
      { ...value, isClosed: [true] },
      { ...lock, isClosed: [false] },
    ])
  expect(closedOf(was, is, () => true)[0]).toEqual({ ...value, isClosed: [false] })
})

test('of something new, all that is given is shown as added', () => {
  const { fields } = diffContents(sourceKind, null, source({ publisher: 'Radio Times' }), labels)
  expect(fields.map((field) => field.sentence)).toEqual(['Type added', 'Title added', 'Publisher added'])
})

test('closed passages stay closed in a diff', () => {
  const spoiler = (words: string): Block => ({
    type: 'spoiler',
    attrs: { id: 's', gate: { kind: 'unknown' } },
    content: [paragraph(null, words)],
  })
  expect(rowsOf(diffBodies([spoiler('They kiss.')], [spoiler('They part.')]))).toMatchObject([
    { isClosed: true },
  ])
  const [before, after] = ['They kiss.', 'They part.'].map((words) => page({ body: [spoiler(words)] }))
  if (!before || !after) throw new Error('there is nothing to compare')
  const { fields } = diffContents(pageKind, before, after, labels, () => true)
  expect(rowsOf(fields)).toMatchObject([{ isClosed: false }])
})

test('equal texts have no difference, unlike ones always show one', () => {
  const look = (was: object, is: object, fields: ReturnType<typeof diffBodies>) => {
    expect(fields.length === 0).toBe(isSame(was, is))
    for (const row of rowsOf(fields)) {
      if ('unchanged' in row) continue
      const parts = [...(row.before ?? []), ...(row.after ?? [])]
      expect(row.notes.length > 0 || parts.some((part) => part.mark !== 'same')).toBe(true)
    }
  }
  fc.assert(
    fc.property(pages, pages, (was, is) => look(was, is, diffContents(pageKind, was, is, noLabels).fields)),
  )
  fc.assert(
    fc.property(facts, facts, (was, is) => look(was, is, diffContents(factKind, was, is, noLabels).fields)),
  )
})

test('each side of a diff reads as the text of that side', () => {
  const words = fc.array(fc.constantFrom('leaf', 'tree', 'a', ', ', ' ', '語'), { minLength: 1 })
  fc.assert(
    fc.property(words, words, (was, is) => {
      const [before, after] = [`x${was.join('')}`, `x${is.join('')}`]
      const [row] = rowsOf(diffBodies([paragraph('a', before)], [paragraph('a', after)])) as [
        DiffRow | undefined,
      ]
      // No row: nothing differs.
      expect(row ? row.before?.map((part) => part.text).join('') : after).toBe(before)
      expect(row ? row.after?.map((part) => part.text).join('') : before).toBe(after)
    }),
  )
})

test('two thousand long rewritten paragraphs are shown whole once the work allowed is spent', () => {
  const all = (word: string) =>
    Array.from({ length: 2000 }, (_, n) =>
      paragraph(
        `b${n}`,
        Array.from({ length: 80 }, (_, m) => (m % 2 ? `${word}${m}` : `same${m}`)).join(' '),
      ),
    )
  const rows = rowsOf(diffBodies(all('old'), all('new'))) as DiffRow[]
  expect(rows).toHaveLength(2000)
  expect(rows[0]?.before?.length).toBeGreaterThan(1)
  expect(rows[1999]?.before).toHaveLength(1)
})
