import { expect, test } from 'vitest'
import { suggestedDirectness } from './suggested-directness'

const said = { hasSpeaker: true, hasSource: true, quote: 'I cried.' }

test('speaker, link and exact words together are where it was said, and nothing less is', () => {
  expect(suggestedDirectness(said)).toBe('original')
  expect(suggestedDirectness({ ...said, quote: null })).toBe('report')
  expect(suggestedDirectness({ ...said, quote: '' })).toBe('report')
  expect(suggestedDirectness({ ...said, hasSpeaker: false })).toBe('report')
  expect(suggestedDirectness({ ...said, hasSource: false })).toBe('report')
})
