import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSearch, readTyped } from './search-query'

const asked = (q: string) => readSearch(q).exact

describe('a query is read', () => {
  test.each([
    ['Colman tears', "'colman' & 'tears'"],
    ['filming or casting', "'filming' | 'casting'"],
    ['"lantern  tide"', "('lantern' <-> 'tide')"],
    ['lantern -tide', "'lantern' & !('tide')"],
    ['Spider-Man', "(('spider' & 'man') | 'spiderman')"],
    ['-spider-man x', "!((('spider' <-> 'man') | 'spiderman')) & 'x'"],
    ['Zoë', "('zoe' | 'zoë')"],
    ['販売店', "('販売' <-> '売店')"],
    ['店', "'店':*"],
    ['第3話', "('第' <-> '3' <-> '話':*)"],
    ['"日本 販売店"', "('日本' <-> '本' <-> '販売' <-> '売店')"],
    ['or', ''],
    ['"((', ''],
  ])('%s as %s', (q, exact) => expect(asked(q)).toBe(exact))

  test('the index is asked without the order of words, and not for what shall not be', () => {
    expect(readSearch('a "b c" -"d e" -f').loose).toBe("('a' & 'b' & 'c' & !('f'))")
    expect(readSearch('-f').loose).toBeNull()
    expect(readSearch('a or -f').loose).toBeNull()
  })

  test('its words stand where they stood in the text', () => {
    const { text, words } = readSearch('  Kit’s "two  words" -no ')
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['Kit’s', 'two', 'words'])
  })

  test('while it is typed, its last word may go on', () => {
    expect(readTyped('kit film').begun).toEqual({ before: "'kit'", last: "'film':*" })
    expect(readTyped('kit fil').begun).toBeNull()
    expect(readTyped('film ').begun?.last).toBe("'film':*")
    expect(readTyped('販売店で').begun).toBeNull()
  })

  test('whatever it is: bounded, well formed, and with nothing but quoted words', () => {
    const signs = fc.constantFrom(
      '"',
      '-',
      ' ',
      "'",
      '\\',
      '(',
      ')',
      '|',
      '&',
      '!',
      ':',
      '*',
      '<->',
      'or',
      '\u202e',
      '😀',
    )
    const text = fc.array(
      fc.oneof(signs, fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom('Zoë', '販売店', "o'b")),
    )
    fc.assert(
      fc.property(text, (parts) => {
        const query = readSearch(parts.join(''))
        expect(query.text.length).toBeLessThanOrEqual(200)
        expect(query.text.isWellFormed()).toBe(true)
        const words = query.exact.replace(/'[\p{L}\p{N}\p{M}]+'(:\*)?/gu, 'w')
        expect(words).toMatch(/^[w&|!()<> -]*$/)
      }),
      { numRuns: 150 },
    )
    expect(readSearch('x'.repeat(10_000))).toMatchObject({ text: 'x'.repeat(200), wasCut: true })
  })
})
