import { expect, test } from 'vitest'
import { sourceContent } from '@/lib/changesets/testing'
import { recordOf } from '@/lib/citations/record'
import { citationOf } from '@/lib/content/fresh-citation'
import { evidenceOf } from './evidence'

const records = new Map([
  [1, recordOf(1, sourceContent('Boyfriend', { publisher: 'Netflix' }))],
  [2, recordOf(2, sourceContent('Thirteen facts', { publisher: 'PinkNews' }))],
  [3, recordOf(3, sourceContent('Ten more', { publisher: 'PinkNews' }))],
  [4, recordOf(4, { ...sourceContent('', { publisher: 'Twitter' }), title: null, description: 'A post' })],
])

test('tells originals from reports, each source once, and which of them were read here', () => {
  expect(
    evidenceOf(
      [
        citationOf(1, { directness: 'original', opened: 'not_yet', locator: 'train scene' }),
        citationOf(1, { directness: 'report', opened: 'not_yet' }),
        citationOf(2, { opened: 'yes' }),
        citationOf(2, { opened: 'not_yet' }),
        citationOf(3, { opened: 'yes' }),
        citationOf(4, { directness: 'original', opened: 'yes' }),
        citationOf(99, { opened: 'yes' }),
      ],
      records,
    ),
  ).toEqual({
    originals: { count: 2, read: ['Twitter'], unread: ['Boyfriend, train scene'] },
    reports: { count: 2, read: ['PinkNews'], unread: [] },
  })
})
