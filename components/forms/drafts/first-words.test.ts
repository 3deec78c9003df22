import { expect, test } from 'vitest'
import { firstWords } from './first-words'

const page = (...lines: string[]) => ({
  content: {
    title: 'Kit Connor',
    body: { type: 'doc', content: lines.map((text) => ({ type: 'text', text })) },
  },
  attempt: { key: 'k', body: 'what was sent' },
  summary: '',
})

test('a draft is told by the first words that were not there before', () => {
  expect(firstWords(page('An actor.', 'He hums.'), page('An actor.'))).toBe('He hums.')
  expect(firstWords({ words: { statement: 'He hums.' }, attempt: null }, { words: { statement: '' } })).toBe(
    'He hums.',
  )
})

test('long ones are cut, and a draft that differs in no words has none', () => {
  expect(firstWords(page('An actor.', 'o'.repeat(200)), page('An actor.'))).toBe(`${'o'.repeat(80)}…`)
  expect(firstWords(page('An actor.'), page('An actor.'))).toBe('')
})
