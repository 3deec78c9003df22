import { UTC } from './time-zones'
import { momentOf, wallClock } from './wall-clock'

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
