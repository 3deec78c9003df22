import { describe, expect, test } from 'vitest'
import { isWeeklyDay, nextDigest } from './next-digest'
import { isTimeZone, timeZones } from './time-zones'

const at = (text: string) => new Date(text)
const daily = (timeZone: string | null, hour: number) => ({ timeZone, hour, isDaily: true })

describe('the next digest', () => {
  test.each([
    ['today', null, 18, '2026-03-03T17:59:59Z', '2026-03-03T18:00:00Z'],
    ['tomorrow, once its moment has come', null, 18, '2026-03-03T18:00:00Z', '2026-03-04T18:00:00Z'],
    ['in winter', 'Europe/Berlin', 18, '2026-01-10T12:00:00Z', '2026-01-10T17:00:00Z'],
    ['in summer', 'Europe/Berlin', 18, '2026-07-10T12:00:00Z', '2026-07-10T16:00:00Z'],
    ['over the night of winter time', 'Europe/Berlin', 18, '2026-10-24T16:00:00Z', '2026-10-25T17:00:00Z'],
    ['at an hour that is skipped', 'Europe/Berlin', 2, '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
    ['at an hour that comes twice', 'Europe/Berlin', 2, '2026-10-24T12:00:00Z', '2026-10-25T01:00:00Z'],
    ['and once only', 'Europe/Berlin', 2, '2026-10-25T01:00:00Z', '2026-10-26T01:00:00Z'],
    ['where clocks are off by quarters', 'Asia/Kathmandu', 0, '2026-05-01T12:00:00Z', '2026-05-01T18:15:00Z'],
    ['far in the east', 'Pacific/Kiritimati', 9, '2026-05-01T12:00:00Z', '2026-05-01T19:00:00Z'],
    [
      'over a day that a place has left out',
      'Pacific/Apia',
      18,
      '2011-12-30T05:00:00Z',
      '2011-12-31T04:00:00Z',
    ],
  ])('is %s', (_, timeZone, hour, after, next) => {
    expect(nextDigest(at(after), daily(timeZone, hour))).toEqual(at(next))
  })

  test('comes on every day of a year, once, at every hour, wherever one is', () => {
    for (const zone of [
      'UTC',
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
      'America/Santiago',
    ]) {
      const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone })
      for (const hour of [0, 1, 2, 3, 18, 23]) {
        const days: number[] = []
        for (let now = at('2026-01-01T14:00:00Z'); days.length < 400; ) {
          now = nextDigest(now, daily(zone, hour))
          days.push(Date.parse(day.format(now)) / 86_400_000)
        }
        const [first = 0] = days
        expect(days, `${zone} at ${hour}`).toEqual(days.map((_, number) => first + number))
      }
    }
  })

  test('of a week is on a Monday there', () => {
    const next = nextDigest(at('2026-03-04T12:00:00Z'), {
      ...{ timeZone: 'Pacific/Auckland', hour: 8, isDaily: false },
    })
    expect(next).toEqual(at('2026-03-08T19:00:00Z'))
    expect(isWeeklyDay(next, 'Pacific/Auckland')).toBe(true)
    expect(isWeeklyDay(next, null)).toBe(false)
  })
})

test('every listed time zone is one, and what is none is refused', () => {
  for (const zone of timeZones()) expect(isTimeZone(zone), zone).toBe(true)
  for (const odd of ['', 'Mars/Olympus', '+02:00', 'UTC\r\nBcc: x', '../etc', 'x'.repeat(90)])
    expect(isTimeZone(odd), odd).toBe(false)
})
