import { describe, expect, it } from 'vitest'
import { atLeast, atMost, figure, missedBy, notMeasured, undecided } from './row'

const hot = (value: number) =>
  figure({
    name: 'hot page',
    unit: 'requests/s',
    value,
    baseline: { name: 'bare', value: 20_000 },
    goal: atLeast(0.8, 'ratio'),
  })

describe('a row', () => {
  it('is held against its baseline, not against a figure of another machine', () => {
    expect(hot(16_000)).toMatchObject({ ratio: 0.8, met: true })
    expect(hot(12_000)).toMatchObject({ ratio: 0.6, met: false })
    expect(missedBy(hot(12_000))).toBeCloseTo(0.25)
    expect(missedBy(hot(19_000))).toBeNull()
  })

  it('says by how much it is too slow', () => {
    const cold = figure({ name: 'cold page', unit: 'ms', value: 45, goal: atMost(30) })
    expect(cold.met).toBe(false)
    expect(missedBy(cold)).toBeCloseTo(0.5)
  })

  it('without a goal is neither met nor missed', () => {
    const row = figure({ name: 'framework alone', unit: 'ms', value: 3 })
    expect(row).toMatchObject({ met: null, ratio: null })
    expect(missedBy(row)).toBeNull()
  })

  it('that nobody could measure has not met its goal', () => {
    const row = notMeasured('through a proxy', 'there is no nginx', atMost(1_000))
    expect(row).toMatchObject({ value: null, met: null, note: 'not measured: there is no nginx' })
  })

  it('that rests on a load too small is not called good, however good it looks', () => {
    expect(undecided(hot(19_000), 'no load')).toMatchObject({ met: null, ratio: 0.95, note: 'no load' })
  })

  it('whose baseline failed is not called good', () => {
    expect(figure({ ...hot(1), value: Number.NaN }).met).toBeNull()
  })
})
