import { expect, test } from 'vitest'
import { MATCH_END, MATCH_START } from '@/db/search/search'
import { piecesOf } from './snippet'

const marked = (text: string) => MATCH_START + text + MATCH_END

test('a snippet is cut at its sentinels and nowhere else', () => {
  expect(piecesOf(`Olivia ${marked('Colman')} and <b>${marked('Connor')}`)).toEqual([
    { text: 'Olivia ', isMatch: false },
    { text: 'Colman', isMatch: true },
    { text: ' and <b>', isMatch: false },
    { text: 'Connor', isMatch: true },
  ])
})

test('a sentinel that is never closed marks nothing', () => {
  expect(piecesOf(`a${MATCH_START}b`)).toEqual([
    { text: 'a', isMatch: false },
    { text: 'b', isMatch: false },
  ])
})
