import { UTC } from './time-zones'

const DAY = 86_400_000

/** The day of the week of weekly digests: Monday, as `Date` counts. */
const WEEKLY_ON = 1

/** When digests are due. */
interface Wanted {
  timeZone: string | null
  hour: number
  /** Whether there is one every day; otherwise on Mondays. */
  isDaily: boolean
}

/**
 * The first moment after `after` at which a digest is due: at that hour of a day there, or of a Monday. Each day has one,
 * also where clocks are put forward or back: what is skipped comes as the clock goes on, what comes twice counts once.
 */
export function nextDigest(after: Date, { timeZone, hour, isDaily }: Wanted): Date {
  const zone = timeZone ?? UTC
  const today = wallClock(after.getTime(), zone)
  // A day before, since a day can begin twice; and a whole week, and a day that a place has left out.
  for (let day = -1; day <= 9; day += 1) {
    const wanted = Math.floor(today / DAY) * DAY + day * DAY + hour * 3_600_000
    if (!isDaily && new Date(wanted).getUTCDay() !== WEEKLY_ON) continue
    const at = momentOf(wanted, zone)
    if (at > after.getTime()) return new Date(at)
  }
  throw new Error(`no digest is due in ${zone}`)
}

/** Whether this moment is on the day of weekly digests there. */
export const isWeeklyDay = (at: Date, timeZone: string | null): boolean =>
  new Date(wallClock(at.getTime(), timeZone ?? UTC)).getUTCDay() === WEEKLY_ON

/**
 * The moment at which a clock there shows what `wanted` would be in UTC: the later one of two; where clocks are put forward
 * over it, the moment that is as long after that.
 */
function momentOf(wanted: number, zone: string): number {
  const offsets = [wanted - DAY, wanted + DAY].map((near) => wallClock(near, zone) - near)
  const moments = offsets.map((offset) => wanted - offset)
  const exact = moments.filter((at) => wallClock(at, zone) === wanted)
  return Math.max(...(exact.length > 0 ? exact : moments))
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What a clock there shows, as if it were in UTC, in milliseconds. */
function wallClock(at: number, zone: string): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
  clocks.set(zone, clock)
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}
