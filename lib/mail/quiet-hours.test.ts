import { describe, expect, test } from 'vitest'
import { quietUntil } from './quiet-hours'

const until = (now: string, timeZone: string | null, quietFrom: number | null, quietTo: number | null) =>
  quietUntil(new Date(now), { timeZone, quietFrom, quietTo })?.toISOString().replace('.000', '') ?? null

describe('quiet hours', () => {
  test.each([
    ['before they begin', 'Europe/Berlin', 22, 7, '2026-07-10T19:59:59Z', null],
    [
      'as they begin, until the next morning',
      'Europe/Berlin',
      22,
      7,
      '2026-07-10T20:00:00Z',
      '2026-07-11T05:00:00Z',
    ],
    ['past midnight', 'Europe/Berlin', 22, 7, '2026-07-11T01:30:00Z', '2026-07-11T05:00:00Z'],
    ['as they end', 'Europe/Berlin', 22, 7, '2026-07-11T05:00:00Z', null],
    ['within a day', 'Europe/Berlin', 9, 17, '2026-01-10T12:00:00Z', '2026-01-10T16:00:00Z'],
    ['after them', 'Europe/Berlin', 9, 17, '2026-01-10T16:00:00Z', null],
    ['in the night of summer time', 'Europe/Berlin', 22, 7, '2026-03-28T21:00:00Z', '2026-03-29T05:00:00Z'],
    ['in the night of winter time', 'Europe/Berlin', 22, 7, '2026-10-24T20:00:00Z', '2026-10-25T06:00:00Z'],
    ['to an hour that is skipped', 'Europe/Berlin', 22, 2, '2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z'],
    ['to an hour that comes twice', 'Europe/Berlin', 22, 2, '2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z'],
    ['of an hour that is skipped', 'Europe/Berlin', 2, 3, '2026-03-29T01:00:00Z', null],
    ['from midnight', 'Asia/Kathmandu', 0, 6, '2026-05-01T18:15:00Z', '2026-05-02T00:15:00Z'],
    ['to midnight', 'Pacific/Kiritimati', 22, 0, '2026-05-01T09:00:00Z', '2026-05-01T10:00:00Z'],
    ['where nobody has said where they are', null, 22, 7, '2026-05-01T23:00:00Z', '2026-05-02T07:00:00Z'],
  ])('%s', (_, zone, from, to, now, end) => {
    expect(until(now, zone, from, to)).toBe(end)
  })

  test('of which there are none never hold', () => {
    expect(until('2026-05-01T23:00:00Z', 'UTC', null, null)).toBe(null)
  })
})
