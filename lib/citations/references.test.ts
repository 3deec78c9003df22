import { describe, expect, test } from 'vitest'
import { citationOf } from '@/lib/content/fresh-citation'
import { letterOf, numberReferences } from './references'

describe('numbering references', () => {
  test('a source has one number, whichever of its places is cited, and a letter for each use', () => {
    const first = citationOf(70, { locator: 'fact 2' })
    const other = citationOf(80)
    const again = citationOf(70, { locator: 'fact 9', directness: 'original' })
    const { list, markOf } = numberReferences([first, other, again])
    expect(list.map(({ number, source }) => [number, source])).toEqual([
      [1, 70],
      [2, 80],
    ])
    expect(list[0]).toMatchObject({ locators: ['fact 2', 'fact 9'], isOriginal: true })
    expect([first, other, again].map(markOf)).toEqual([
      { number: 1, letter: 'a' },
      { number: 2, letter: 'a' },
      { number: 1, letter: 'b' },
    ])
  })

  test('the same citation met twice keeps its mark, and one that was not numbered has none', () => {
    const citation = citationOf(70)
    const { list, markOf } = numberReferences([citation, citation])
    expect(list[0]?.uses).toHaveLength(1)
    expect(markOf(citationOf(70))).toBeUndefined()
  })

  test('the list leads back from a card only where that names a source first', () => {
    const [first, inText, again] = [citationOf(70), citationOf(70), citationOf(70)]
    const { list, markOf } = numberReferences([first, inText, again], new Set([first, again]))
    expect(list[0]?.uses.map(({ letter }) => letter)).toEqual(['a', 'b'])
    expect([first, inText, again].map((citation) => markOf(citation)?.letter)).toEqual(['a', 'b', null])
  })

  test('after z come two letters', () => {
    expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['a', 'z', 'aa', 'az', 'ba'])
  })
})
