import { expect, it } from 'vitest'
import { kindsOfSearches, searchesOf } from './searches'

const words = {
  ...{
    frequent: ['season', 'episode', 'series'],
    middling: ['tide'],
    rare: ['lantern'],
    unspaced: ['販売店'],
  },
  titles: ['Kenodi Serive', 'Godete'],
}

it('every kind of search comes in turn, each with other words the next time', () => {
  const search = searchesOf(words)
  const [first, second] = [0, 10].map((from) => Array.from({ length: 10 }, (_, at) => search(from + at)))
  expect(first).toEqual([
    ...[
      'season',
      'tide',
      'lantern',
      'season episode',
      '"season episode"',
      'season -series',
      'season or tide',
    ],
    ...['Kenodi Serive', 'KenodiSerive', 'Keno'],
  ])
  expect(second).toEqual([
    ...[
      'episode',
      'tide',
      'lantern',
      'episode series',
      '"episode series"',
      'episode -season',
      'episode or tide',
    ],
    ...['Godete', 'Godte', 'Gode'],
  ])
})

it('each kind of question asks something, with other words the next time', () => {
  for (const [name, { question }] of Object.entries(kindsOfSearches(words)))
    for (const at of [0, 1, 2]) expect(question(at).q, name).not.toBe('')
  expect(kindsOfSearches(words)['for a title with a slip'].question(0).q).toBe('KenodiSerive')
})
