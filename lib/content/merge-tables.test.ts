import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageKind } from '@/lib/kinds/page'
import { page, paragraph, table } from '@/lib/kinds/samples'
import type { Table } from './document'
import { mergeContents } from './merge'

const heads = ['Actor', 'Part']
const cast = (...rows: string[][]) => table('a', heads, ...rows)
const base = cast(['Kit', 'Nick'], ['Joe', 'Charly'], ['Yasmin', 'Ell'])

const merged = (theirs: Table, yours: Table, was = base) => {
  const merge = mergeContents(
    pageKind,
    page({ body: [was] }),
    page({ body: [theirs] }),
    page({ body: [yours] }),
  )
  return merge.ok ? merge.content.body.content : merge.conflicts.map(({ field, blockId }) => [field, blockId])
}
const conflict = [['body', 'a']]

describe('two edits of one table', () => {
  test('of different rows both have their way', () => {
    expect(
      merged(
        cast(['Kit', 'Nick'], ['Joe', 'Charlie'], ['Yasmin', 'Ell']),
        cast(['Kit', 'Nick'], ['Joe', 'Charly'], ['Yasmin', 'Elle'], ['William', 'Tao']),
      ),
    ).toEqual([cast(['Kit', 'Nick'], ['Joe', 'Charlie'], ['Yasmin', 'Elle'], ['William', 'Tao'])])
  })

  test('one takes a row out while the other adds one', () => {
    expect(
      merged(
        cast(['Joe', 'Charly'], ['Yasmin', 'Ell']),
        cast(['Kit', 'Nick'], ['Joe', 'Charly'], ['Corinna', 'Darcy'], ['Yasmin', 'Ell']),
      ),
    ).toEqual([cast(['Joe', 'Charly'], ['Corinna', 'Darcy'], ['Yasmin', 'Ell'])])
  })

  test('the same new row is there once, different ones both', () => {
    const [theirs, yours] = [
      ['William', 'Tao'],
      ['Corinna', 'Darcy'],
    ]
    const rows = [
      ['Kit', 'Nick'],
      ['Joe', 'Charly'],
      ['Yasmin', 'Ell'],
    ]
    expect(merged(cast(...rows, theirs), cast(...rows, theirs, yours))).toEqual([
      cast(...rows, theirs, yours),
    ])
  })

  test('of one row are a conflict, even in different cells: a row is one record', () => {
    expect(
      merged(
        cast(['Kit Connor', 'Nick'], ['Joe', 'Charly'], ['Yasmin', 'Ell']),
        cast(['Kit', 'Nick Nelson'], ['Joe', 'Charly'], ['Yasmin', 'Ell']),
      ),
    ).toEqual(conflict)
  })

  test('a row that one took out and the other changed is a conflict', () => {
    expect(
      merged(
        cast(['Joe', 'Charly'], ['Yasmin', 'Ell']),
        cast(['Kit Connor', 'Nick'], ['Joe', 'Charly'], ['Yasmin', 'Ell']),
      ),
    ).toEqual(conflict)
  })

  test('a new column on one side is a conflict when the other did anything', () => {
    const wider = table(
      'a',
      [...heads, 'Age'],
      ['Kit', 'Nick', '18'],
      ['Joe', 'Charly', '19'],
      ['Yasmin', 'Ell', ''],
    )
    expect(merged(wider, cast(['Kit', 'Nick'], ['Joe', 'Charlie'], ['Yasmin', 'Ell']))).toEqual(conflict)
    expect(merged(wider, base)).toEqual([wider])
  })

  test('a title given by one and a row by the other merge; two titles do not', () => {
    const titled = (caption: string): Table => ({ ...base, attrs: { id: 'a', caption } })
    const longer = cast(['Kit', 'Nick'], ['Joe', 'Charly'], ['Yasmin', 'Ell'], ['William', 'Tao'])
    expect(merged(titled('Cast'), longer)).toEqual([{ ...longer, attrs: { id: 'a', caption: 'Cast' } }])
    expect(merged(titled('Cast'), titled('The cast'))).toEqual(conflict)
  })

  test('a table that the other turned into something else is a conflict', () => {
    const merge = mergeContents(
      pageKind,
      page({ body: [base] }),
      page({ body: [paragraph('a', 'No table.')] }),
      page({ body: [cast(['Kit', 'Nick'])] }),
    )
    expect(merge.ok).toBe(false)
  })

  test('rows that only one side touched are never in the way of the other, and none is lost', () => {
    const size = 8
    const row = (n: number, words = '') => [`row ${n}`, words]
    const all = Array.from({ length: size }, (_, n) => row(n))
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('theirs', 'yours', 'nobody'), { minLength: size, maxLength: size }),
        (who) => {
          const edited = (side: string) =>
            cast(...all.map((one, n) => (who[n] === side ? row(n, side) : one)))
          const expected = cast(...all.map((one, n) => (who[n] === 'nobody' ? one : row(n, who[n]))))
          expect(merged(edited('theirs'), edited('yours'), cast(...all))).toEqual([expected])
        },
      ),
    )
  })

  test('two edits that together are longer than a table may be are a conflict', () => {
    const many = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, n) => [`${prefix} ${n}`, ''])
    expect(merged(cast(...many('theirs', 150)), cast(...many('yours', 150)), cast())).toEqual([
      ['body', undefined],
    ])
  })
})
