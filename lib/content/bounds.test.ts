import fc from 'fast-check'
import { expect, test } from 'vitest'
import { page, paragraph } from '@/lib/kinds/samples'
import { codes } from '@/lib/messages/codes'
import { isSameMessage, sentenceOf } from '@/lib/messages/message'
import { deepestLevel, MOST_BYTES, MOST_DEPTH, outOfBounds, readJson } from './bounds'

test('ordinary JSON is read', () => {
  expect(readJson('{"a":[1,"]]]"]}')).toEqual({ ok: true, value: { a: [1, ']]]'] } })
})

test('twenty thousand levels are refused before anything is built from them', () => {
  const { errors } = codes()
  const raw = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  expect(readJson(raw)).toEqual({ ok: false, message: errors.content.tooDeep(MOST_DEPTH) })
  expect(readJson('{"a":'.repeat(20_000))).toEqual({ ok: false, message: errors.content.tooDeep(MOST_DEPTH) })
  expect(deepestLevel(raw, 40)).toBe(41)
})

test('brackets inside strings are words, escaped quotes do not end them', () => {
  expect(deepestLevel(JSON.stringify({ said: `${'['.repeat(100)}\\"${'{'.repeat(100)}` }), 40)).toBe(1)
})

test('a string that never ends is passed over once, however many quotes it escapes', () => {
  expect(deepestLevel(`"${'\\"'.repeat(400_000)}[[`, 40)).toBe(0)
})

test('more than a megabyte is refused, counted in bytes', () => {
  expect(readJson(JSON.stringify('é'.repeat(MOST_BYTES / 2)))).toEqual({
    ok: false,
    message: codes().errors.content.tooLarge(MOST_BYTES + 2, MOST_BYTES),
  })
})

test('what is no JSON is a sentence, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (raw) => {
      const read = readJson(raw)
      expect(read.ok || isSameMessage(read.message, codes().errors.content.unreadable)).toBe(true)
    }),
  )
})

test('a value that is already built is walked without recursion', () => {
  let deep: unknown = 'leaf'
  for (let level = 0; level < 20_000; level++) deep = { content: [deep] }
  expect(outOfBounds(deep)?.message).toEqual(codes().errors.content.tooDeep(MOST_DEPTH))
})

test.each([
  [
    '2,001 blocks',
    page({ body: Array.from({ length: 2001 }, () => paragraph(null)) }),
    /2,001 paragraphs.* 2,000 fit/,
  ],
  ['20,001 parts', { list: Array.from({ length: 20_001 }, () => 1) }, /20,001, and 20,000 fit/],
  ['a megabyte of words', { note: 'a'.repeat(MOST_BYTES + 1) }, /1,001 kB, and 1,000 kB fit/],
  [
    'ten thousand keys',
    Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [n, 1])),
    /10,000, and 200 fit/,
  ],
] as const)('%s are out of bounds', (_name, value, sentence) => {
  const found = outOfBounds(value)
  expect(found && sentenceOf(found.message)).toMatch(sentence)
})

test('2,000 paragraphs are within bounds', () => {
  expect(outOfBounds(page({ body: Array.from({ length: 2000 }, () => paragraph(null, 'leaf')) }))).toBeNull()
})
