import { describe, expect, test } from 'vitest'
import { sourceContent } from '@/lib/changesets/testing'
import { recordOf } from '@/lib/citations/record'
import { citationOf } from '@/lib/content/fresh-citation'
import { sidesOf } from './sides'

const records = new Map(
  ['Deadline', 'ITV', 'Metro', 'Attitude', 'The Tab'].map((publisher, index) => [
    index,
    recordOf(index + 100, sourceContent('A title', { publisher, issued: '2022-04' })),
  ]),
)

describe('the sides of a dispute', () => {
  test('stand beside each other: who supports first, then who contradicts, with their words', () => {
    const sides = sidesOf(
      [
        citationOf(1, { stance: 'contradicts', quote: 'No.' }),
        citationOf(0),
        citationOf(2, { stance: 'background' }),
      ],
      records,
    )
    expect(sides.map(({ stance }) => stance)).toEqual(['supports', 'contradicts'])
    expect(sides[1]?.voices).toEqual([
      { label: 'ITV', path: '/sources/101', issued: '2022-04', quote: 'No.' },
    ])
  })

  test('are not taken where nobody speaks against', () => {
    expect(sidesOf([citationOf(0), citationOf(1, { stance: 'narrows' })], records)).toEqual([])
  })

  test('show who is quoted first, three at most, and say how many more there are', () => {
    const supporting = [0, 2, 3].map((source) => citationOf(source))
    const quoted = citationOf(4, { quote: 'Yes.' })
    const [side] = sidesOf([...supporting, quoted, citationOf(1, { stance: 'supersedes' })], records)
    expect(side).toMatchObject({ stance: 'supports', more: 1 })
    expect(side?.voices.map(({ label }) => label)).toEqual(['The Tab', 'Deadline', 'Metro'])
  })

  test('leave out a source that is no longer shown', () => {
    expect(sidesOf([citationOf(0), citationOf(99, { stance: 'contradicts' })], records)).toEqual([])
  })
})
