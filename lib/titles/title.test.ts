import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { titleOfAddress } from '@/lib/entries/title-of-address'
import { messageOfIssue } from '@/lib/errors/issues'
import { sentenceOf } from '@/lib/messages/message'
import { paths } from '@/lib/routes'
import { titlePath } from '@/lib/titles/spelling'
import { normalizeTitle, titleInAddress, titleKey, titleSchema } from './title'

const problem = (title: string) =>
  titleSchema.safeParse(title).error?.issues.map(messageOfIssue).map(sentenceOf)[0]

describe('a title', () => {
  test.each([
    ['of nothing but spaces', ' _ ', /Give the page a title/],
    ['of 201 graphemes', '👩‍👩‍👧'.repeat(201), /at most 200/],
    ['with a backslash', 'A\\B', /backslash/],
    ['with a line break in the middle of a control', 'A\u0007B', /control/],
    ['that turns the writing direction', 'A\u202eB', /direction/],
    ['with a dot segment', 'A/../B', /between slashes/],
    ['that ends in a slash', 'A/', /between slashes/],
    ['that no index and no address has room for', '👩‍👩‍👧'.repeat(112), /too long for an address/],
    ['of nothing that can be seen', '\u3164', /something to see/],
    ['of a lone accent', '\u0301', /something to see/],
    ['of a blank braille pattern', '\u2800', /something to see/],
    ['with a space of no width, like another title', 'Joe\u200bLocke', /invisible/],
    ['with a joiner that joins nothing', 'Joe\u200dLocke', /invisible/],
    ['with a hyphen that does not show', 'Joe\u00adLocke', /invisible/],
    ['that the framework would read as another address', 'A.RSC', /\.rsc/],
    ['with a lone surrogate', 'A\ud800', /cannot be stored/],
  ])('%s is refused', (_, title, sentence) => {
    expect(problem(title)).toMatch(sentence)
  })

  test('may have 200 graphemes, however many code units they take', () => {
    expect(problem('👩🏽'.repeat(200))).toBeUndefined()
  })

  test.each(['100%', 'a%17', '100%25', '%41', '%2e%2e', '%2F', '%', '%%'])(
    '%j is a title like another: a percent sign is a character',
    (title) => {
      expect(titleSchema.parse(title)).toBe(title)
      expect(titleInAddress(titlePath(title))).toBe(title)
    },
  )

  test.each(['Léa 🏳️‍🌈', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'می‌خواهم', '…', '?', '葛󠄀'])('%s has nothing to hide', (title) => {
    expect(problem(title)).toBeUndefined()
  })

  test('is kept as written but for NFC and spaces, and never stripped to ASCII', () => {
    expect(titleSchema.parse('  Les   Mise\u0301rables_')).toBe('Les Misérables')
  })

  test('has one key for spellings that differ in case or composition', () => {
    expect(titleKey('LES MISÉRABLES')).toBe(titleKey('Les_Mise\u0301rables'))
    expect(titleKey('İ')).toBe('i̇')
  })

  test('is an address with underscores and its own slashes', () => {
    expect(paths.page('Heartstopper (TV series)')).toBe('/wiki/Heartstopper_(TV_series)')
    expect(paths.page('A/B?')).toBe('/wiki/A/B%3F')
    expect(paths.page('50 % más')).toBe('/wiki/50_%25_m%C3%A1s')
  })

  test('survives the way into an address and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
        const parsed = titleSchema.safeParse(text)
        if (!parsed.success) return
        expect(titleInAddress(titlePath(parsed.data))).toBe(normalizeTitle(parsed.data))
      }),
    )
  })

  test('that cannot be decoded is none', () => {
    expect(titleInAddress('%')).toBeNull()
  })

  test('is told by the address of its page or history on this very wiki, and by no other', () => {
    const here = 'wiki.example:3000'
    expect(titleOfAddress('http://wiki.example:3000/wiki/Kit_Connor?x=1#facts', here)).toBe('Kit Connor')
    expect(titleOfAddress('https://wiki.example:3000/history/A/B', here)).toBe('A/B')
    for (const other of [
      'http://other.example/wiki/Kit',
      'http://wiki.example:3000/facts/1',
      'nonsense',
      null,
    ])
      expect(titleOfAddress(other, here)).toBeNull()
  })
})
