import { describe, expect, it } from 'vitest'
import { sentencesOf } from '@/lib/messages/message'
import { nameKeyOf, parseName } from './name'

const problem = (name: string) => {
  const parsed = parseName(name)
  return parsed.ok ? null : sentencesOf(parsed.fields).name
}

describe('a name', () => {
  it.each([
    'Tara',
    'tannoy_77',
    'Ève-Marie',
    'Łukasz',
    'Нина',
    '美咲',
    'محمد',
    "D'Arcy",
    '🍂 leaf',
    'O’Neill',
  ])('may be %s', (name) => {
    expect(parseName(name)).toMatchObject({ ok: true, name })
  })

  it('is kept in NFC, trimmed, with single spaces', () => {
    expect(parseName('  Zoe\u0301   Q\u00a0R ')).toMatchObject({ ok: true, name: 'Zoé Q R' })
  })

  it.each([
    ['', /Give yourself a name/],
    [' \u3000 ', /Give yourself a name/],
    ['x'.repeat(41), /at most 40/],
    ['e\u0301'.repeat(3000), /at most 40/],
    ['Ta\u202era', /nobody can see/],
    ['Ta\u200bra', /nobody can see/],
    ['Ta\u00adra', /nobody can see/],
    ['Ta\u3164ra', /nobody can see/],
    ['Ta\nra', /nobody can see/],
    ['Ta\0ra', /at most|nobody can see/],
    ['T\u0300\u0301\u0302\u0303\u0304ara', /nobody can see/],
    ['...', /at least one letter/],
    ['Аdmin', /mixes alphabets/],
  ])('may not be %j', (name, reason) => {
    expect(problem(name)).toMatch(reason)
  })

  it('of 40 graphemes may be long in code units', () => {
    expect(problem(`${'👩🏽'.repeat(39)}a`)).toBeNull()
  })
})

describe('names that people could take for each other share a key', () => {
  it.each([
    ['Olivia', 'oIivia'],
    ['Olivia', '0livia'],
    ['Kit Connor', 'kit_connor'],
    ['Kit Connor', 'kitconnor'],
    ['Tom', 'Torn'],
    ['Willow', 'VVillow'],
    ['Moss', 'M0$5'],
    ['Topaz', 'ｔｏｐａｚ'],
    ['ОСА', 'OCA'],
    ['ΤΟΡΑ', 'TOPA'],
    ['Ann', '𝐀𝐧𝐧'],
  ])('%s and %s', (one, other) => {
    expect(nameKeyOf(other)).toBe(nameKeyOf(one))
  })

  it.each([
    ['Tara', 'Tana'],
    ['Jose', 'José'],
    ['Leaf', 'Leaf 2'],
    ['美咲', '美穂'],
  ])('but not %s and %s', (one, other) => {
    expect(nameKeyOf(other)).not.toBe(nameKeyOf(one))
  })
})
