import { expect, test } from 'vitest'
import { sentencesAround } from './sentences'

test('the sentences that hold the cited words, and one on each side; what is cut off is left out', () => {
  const found = {
    before: 'of all. The drawings were laid over what had been filmed. The crew called these touches ',
    words: '“Heartstopper moments”',
    after: '. He hoped that viewers would get a shiver. And so',
  }
  expect(sentencesAround(found)).toEqual([
    { text: 'The drawings were laid over what had been filmed.', isCited: false },
    { text: 'The crew called these touches “Heartstopper moments”.', isCited: true },
    { text: 'He hoped that viewers would get a shiver.', isCited: false },
  ])
  expect(sentencesAround({ before: '', words: 'A b.', after: '' })).toEqual([{ text: 'A b.', isCited: true }])
  const long = sentencesAround({ before: '', words: 'x'.repeat(900), after: '' })
  expect(long[0]?.text.length).toBeLessThanOrEqual(300)
})
