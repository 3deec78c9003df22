import { describe, expect, it } from 'vitest'
import { pageContent, paragraph } from '@/lib/changesets/testing'
import { says } from './words-in'

const page = pageContent('Elle Argent', { p: 'She moved to Lambert  School.' })

describe('looking for words in a content', () => {
  it('finds them in any case and spacing, in titles, texts, quotes and addresses', () => {
    for (const words of ['moved to lambert school', 'ELLE argent', 'elle'])
      expect([words, says(page, words)]).toEqual([words, true])
    const source = { url: 'https://example.org/leaf', authors: ['Alice Oseman'] }
    expect(says(source, 'example.org/leaf')).toBe(true)
  })

  it('finds a sentence that a mark or a link divides', () => {
    const link = { type: 'link' as const, attrs: { href: 'https://example.org/elle' } }
    const block = paragraph('p', '')
    const content = [
      { type: 'text', text: 'She ' },
      { type: 'text', text: 'moved', marks: [link] },
      { type: 'text', text: ' away.' },
    ]
    expect(says([{ ...block, content }], 'she moved away')).toBe(true)
    expect(says([{ ...block, content }], 'example.org/elle')).toBe(true)
  })

  it('takes what a text is built of for no words, and finds a sentence that two passages share', () => {
    expect(says(page, 'paragraph')).toBe(false)
    const two = pageContent('Two', { a: 'the end', b: 'of it' })
    expect([says(two, 'the end of it'), says(two, '  ')]).toEqual([true, false])
  })

  it('finds nothing in nothing', () => {
    expect([says(null, 'x'), says({}, 'x')]).toEqual([false, false])
  })
})
