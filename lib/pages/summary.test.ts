import { expect, test } from 'vitest'
import { citationOf } from '@/lib/content/fresh-citation'
import { paragraph } from '@/lib/kinds/samples'
import { summaryOf } from './summary'

test('paragraphs do not run into each other, and references leave no gap', () => {
  const cited = paragraph('a', 'It begins', { type: 'citation', attrs: citationOf(3) }, ' at school.')
  expect(summaryOf([cited, paragraph('b', 'Then they meet.')])).toBe('It begins at school. Then they meet.')
})

test('a closed passage tells nothing', () => {
  const closed = {
    type: 'spoiler' as const,
    attrs: { id: 'c', gate: { kind: 'unknown' as const } },
    content: [paragraph(null, 'They kiss.')],
  }
  expect(summaryOf([closed])).toBeUndefined()
})
