import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOf } from '@/lib/content/hash'
import { canonicalJson, isSame } from './canonical'

test('keys come sorted at every depth, and nothing else moves', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'é' })).toBe('{"a":"é","b":[{"c":null,"d":1}]}')
})

test('reading canonical text gives the value back, and writing it again the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(isSame(JSON.parse(text), value)).toBe(true)
    }),
  )
})

test('two values are the same exactly when their canonical texts are', () => {
  const few = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(0, -0, 1, '', 'a', null, true),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('value'), { maxLength: 2 }),
    object: fc.dictionary(
      fc.constantFrom('a', 'b', 'length', 'constructor'),
      fc.oneof(tie('value'), fc.constant(undefined)),
    ),
  })).value
  fc.assert(
    fc.property(few, few, (a, b) => {
      expect(isSame(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
    }),
    { numRuns: 2_000 },
  )
})

test('the order of keys does not change a hash; the salt and the words do', () => {
  expect(hashOf('salt', { a: 1, b: 2 })).toBe(hashOf('salt', { b: 2, a: 1 }))
  expect(hashOf('other', { a: 1, b: 2 })).not.toBe(hashOf('salt', { a: 1, b: 2 }))
  expect(hashOf('salt', { a: 1, b: 3 })).not.toBe(hashOf('salt', { a: 1, b: 2 }))
  expect(hashOf('salt', 'words')).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
  ['U+0000', 'a\0b'],
  ['a lone surrogate', '\ud800'],
  ['a lone surrogate in a key', { '\udc00': 1 }],
  ['no number', Number.NaN],
  ['a function', () => 1],
])('%s is never written', (_name, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError)
})
