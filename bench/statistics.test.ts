import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, percentile, slope } from './statistics'

const figures = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 })

describe('the median', () => {
  it('is the middle, or halfway between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([1, 9, 4, 6])).toBe(5)
    expect(median([])).toBeNaN()
  })

  it('is not moved by one wild round', () => {
    expect(median([10, 11, 1_000_000])).toBe(11)
  })
})

describe('a percentile', () => {
  it('is one of the figures, and the share of them that it says does not exceed it', () => {
    fc.assert(
      fc.property(figures, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, share) => {
        const found = percentile(all, share)
        const within = all.filter((figure) => figure <= found).length
        const below = all.filter((figure) => figure < found).length
        expect(all).toContain(found)
        expect(within).toBeGreaterThanOrEqual(share * all.length)
        expect(below).toBeLessThan(Math.max(1, share * all.length))
      }),
    )
  })

  it('of a hundred is the ninety-ninth, not the worst', () => {
    const all = Array.from({ length: 100 }, (_, at) => 100 - at)
    expect(percentile(all, 0.99)).toBe(99)
    expect(percentile(all, 1)).toBe(100)
    expect(percentile([], 0.5)).toBeNaN()
  })
})

describe('a slope', () => {
  it('is what each step adds, wherever the line begins', () => {
    expect(slope([3, 5, 7, 9].map((y, x) => ({ x: x + 40, y })))).toBeCloseTo(2)
    expect(slope([7, 7, 7].map((y, x) => ({ x, y })))).toBe(0)
  })

  it('of a saw that climbs nowhere is about zero', () => {
    const saw = Array.from({ length: 400 }, (_, x) => ({ x, y: 300 + (x % 20) }))
    expect(Math.abs(slope(saw))).toBeLessThan(0.01)
  })
})
