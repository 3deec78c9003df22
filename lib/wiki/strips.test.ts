import { describe, expect, it } from 'vitest'
import type { Place } from '@/lib/places/place'
import { stripsOf } from './strips'

const place = (id: number, rank: number, within: number, kindName: string, number: number): Place => ({
  ...{ id, rank, within, number, kindName, kind: kindName.toLowerCase() },
  ...{ workId: 1, label: `A title that tells too much (${id})`, opensAt: null, isGated: false },
})

const seen = (strips: ReturnType<typeof stripsOf>) =>
  strips.map(({ whole, kindName, cells }) => [whole?.short ?? kindName, ...cells.map(({ short }) => short)])

describe('the strips of a work', () => {
  it('are its seasons with their episodes, each season after its last episode', () => {
    const strips = stripsOf(1, [
      place(21, 2, 1, 'Season', 1),
      place(31, 0, 21, 'Episode', 1),
      place(32, 1, 21, 'Episode', 2),
      place(41, 3, 22, 'Episode', 1),
      place(22, 4, 1, 'Season', 2),
      place(23, 5, 1, 'Season', 3),
    ])
    expect(seen(strips)).toEqual([['S1', 'S1 · E1', 'S1 · E2'], ['S2', 'S2 · E1'], ['S3']])
    expect(strips[0]?.cells[1]?.seen).toBe('w1p32')
    expect(JSON.stringify(strips.map(({ kindName }) => kindName))).not.toContain('tells too much')
  })

  it('are one for places that have no parts, beside those that have', () => {
    const strips = stripsOf(1, [
      place(51, 0, 1, 'Volume', 1),
      place(52, 1, 1, 'Volume', 2),
      place(31, 2, 21, 'Episode', 1),
      place(21, 3, 1, 'Season', 1),
    ])
    expect(seen(strips)).toEqual([
      ['S1', 'S1 · E1'],
      ['Volume', 'V1', 'V2'],
    ])
  })
})
