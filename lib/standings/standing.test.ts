import { describe, expect, test } from 'vitest'
import { type BearingCitation, type SourceOrigin, standingOf } from './standing'

const cites = (source: number, rest: Partial<BearingCitation> = {}): BearingCitation => ({
  source,
  stance: 'supports',
  directness: 'report',
  opened: 'yes',
  isReviewed: true,
  ...rest,
})
const stated = (derivedFrom: SourceOrigin['derivedFrom'], isReviewed = true): SourceOrigin => ({
  derivedFrom,
  isReviewed,
})
const unknown = stated({ kind: 'unknown' })
const independent = stated({ kind: 'none' })
const work = stated({ kind: 'work', page: null })
const from = (source: number) => stated({ kind: 'source', source })

describe('the standing of a fact', () => {
  const table: [string, BearingCitation[], [number, SourceOrigin][], string][] = [
    ['no citation at all', [], [], 'unsourced'],
    ['background alone', [cites(1, { stance: 'background' })], [[1, unknown]], 'unsourced'],
    ['a deleted source', [cites(1)], [], 'unsourced'],
    ['a report', [cites(1)], [[1, unknown]], 'reported'],
    [
      'an original nobody opened',
      [cites(1, { directness: 'original', opened: 'not_yet' })],
      [[1, unknown]],
      'original_named',
    ],
    [
      'an original out of reach',
      [cites(1, { directness: 'original', opened: 'unavailable' })],
      [[1, unknown]],
      'original_named',
    ],
    ['the work itself, opened', [cites(1, { directness: 'original' })], [[1, work]], 'in_story'],
    [
      'the work itself, opened, as nobody reviewed',
      [cites(1, { directness: 'original' })],
      [[1, stated({ kind: 'work', page: null }, false)]],
      'first_hand',
    ],
    [
      'the work itself, not looked at',
      [cites(1, { directness: 'original', opened: 'unavailable' })],
      [[1, work]],
      'original_named',
    ],
    ['an original that was opened', [cites(1, { directness: 'original' })], [[1, unknown]], 'first_hand'],
    [
      'two reports of unknown origin',
      [cites(1), cites(2)],
      [
        [1, unknown],
        [2, unknown],
      ],
      'reported',
    ],
    [
      'two independent sources',
      [cites(1), cites(2)],
      [
        [1, independent],
        [2, independent],
      ],
      'corroborated',
    ],
    [
      'two that nobody opened',
      [cites(1, { opened: 'not_yet' }), cites(2)],
      [
        [1, independent],
        [2, independent],
      ],
      'reported',
    ],
    [
      'two outlets repeating one interview',
      [cites(1), cites(2)],
      [
        [1, from(3)],
        [2, from(3)],
        [3, independent],
      ],
      'reported',
    ],
    [
      'an interview and another source',
      [cites(1), cites(2)],
      [
        [1, from(3)],
        [2, independent],
        [3, independent],
      ],
      'corroborated',
    ],
    [
      'sources derived in a circle',
      [cites(1), cites(2)],
      [
        [1, from(2)],
        [2, from(1)],
      ],
      'reported',
    ],
    [
      'independence not reviewed',
      [cites(1), cites(2)],
      [
        [1, independent],
        [2, stated({ kind: 'none' }, false)],
      ],
      'reported',
    ],
    [
      'a reviewed contradiction',
      [cites(1, { directness: 'original' }), cites(2, { stance: 'contradicts' })],
      [
        [1, unknown],
        [2, unknown],
      ],
      'disputed',
    ],
    [
      'a contradiction nobody reviewed',
      [cites(1), cites(2, { stance: 'contradicts', isReviewed: false })],
      [
        [1, unknown],
        [2, unknown],
      ],
      'reported',
    ],
    [
      'a narrower scope',
      [cites(1), cites(2, { stance: 'narrows' })],
      [
        [1, unknown],
        [2, unknown],
      ],
      'reported',
    ],
    [
      'superseded before disputed',
      [cites(1, { stance: 'contradicts' }), cites(2, { stance: 'supersedes' })],
      [
        [1, unknown],
        [2, unknown],
      ],
      'superseded',
    ],
    [
      'superseding not reviewed',
      [cites(1), cites(2, { stance: 'supersedes', isReviewed: false })],
      [
        [1, unknown],
        [2, unknown],
      ],
      'reported',
    ],
  ]
  test.each(table)('%s', (_, citations, origins, expected) => {
    expect(standingOf(citations, new Map(origins)).standing).toBe(expected)
  })

  test('counts sources, not citations', () => {
    const result = standingOf(
      [cites(1), cites(1), cites(2, { stance: 'narrows' })],
      new Map([
        [1, unknown],
        [2, unknown],
      ]),
    )
    expect(result).toMatchObject({ supports: 1, narrows: 1, contradicts: 0, independent: 0 })
  })
})
