import { expect, test } from 'vitest'
import { endOfDay, shareOfDay, startOfDay } from './day'

test('a day is the same for everybody until midnight, UTC', () => {
  const early = new Date('2026-11-22T00:00:00Z')
  const late = new Date('2026-11-22T23:59:59.999Z')
  expect(shareOfDay(late)).toBe(shareOfDay(early))
  expect(startOfDay(late)).toEqual(early)
  expect(endOfDay(early).toISOString()).toBe('2026-11-23T00:00:00.000Z')
})

test('days that follow each other are far apart, and all lie between 0 and 1', () => {
  const shares = Array.from({ length: 60 }, (_, day) => shareOfDay(new Date(Date.UTC(2026, 0, 1 + day))))
  expect(shares.every((share) => share >= 0 && share < 1)).toBe(true)
  expect(new Set(shares.map((share) => Math.floor(share * 4))).size).toBe(4)
})
