import { describe, expect, test } from 'vitest'
import { readSourceLine } from './source-line'

describe('a source told in one field', () => {
  test.each([
    ['https://a.example/b', { url: 'https://a.example/b', words: null }],
    ['  www.a.example  ', { url: 'https://www.a.example', words: null }],
    ['a.example/story?id=1', { url: 'https://a.example/story?id=1', words: null }],
    ['A talk, https://a.example/b.', { url: 'https://a.example/b', words: 'A talk' }],
    ['Her talk (https://a.example/b) of May', { url: 'https://a.example/b', words: 'Her talk of May' }],
    ['A talk\n\nhttps://a.example/b', { url: 'https://a.example/b', words: 'A talk' }],
    ['https://a.example/b https://a.example/c', { url: 'https://a.example/b', words: 'https://a.example/c' }],
    ['https://a.example/b)', { url: 'https://a.example/b)', words: null }],
    ['Season 2, episode 3', { url: null, words: 'Season 2, episode 3' }],
    ['S2E4:12', { url: null, words: 'S2E4:12' }],
    ['Nick.', { url: null, words: 'Nick.' }],
    ['javascript:alert(1) was in it', { url: null, words: 'javascript:alert(1) was in it' }],
    ['', { url: null, words: null }],
  ])('%j', (text, line) => expect(readSourceLine(text)).toEqual(line))

  test.each(['https://', 'see http://[', 'JavaScript:alert(1)', 'data:text/html,<b>', 'file:///etc/passwd'])(
    '%j is an address that is none',
    (text) => expect(readSourceLine(text)).toBeNull(),
  )
})
