import { UTC } from './time-zones'
import { momentOf, wallClock } from './wall-clock'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The hours of a day in which somebody wants no alarms; both null where there are none. */
export interface QuietHours {
  timeZone: string | null
  quietFrom: number | null
  /** Of the next day, where it is the earlier one. */
  quietTo: number | null
}

/** When the quiet hours end that hold at this moment there; null where none hold. */
export function quietUntil(now: Date, { timeZone, quietFrom: from, quietTo: to }: QuietHours): Date | null {
  if (from === null || to === null) return null
  const zone = timeZone ?? UTC
  const today = Math.floor(wallClock(now.getTime(), zone) / DAY) * DAY
  // Those that began the day before may hold; a day can begin twice, so also the one before that.
  for (let day = today - 2 * DAY; day <= today + DAY; day += DAY) {
    const begin = momentOf(day + from * HOUR, zone)
    const end = momentOf(day + to * HOUR + (to <= from ? DAY : 0), zone)
    if (begin <= now.getTime() && now.getTime() < end) return new Date(end)
  }
  return null
}
