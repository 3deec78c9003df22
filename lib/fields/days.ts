import type { Point } from './point'

/** The first and the last day (ISO 8601) that something may mean. */
export interface Days {
  firstDay: string
  lastDay: string
}

const SEASONS = { spring: 3, summer: 6, autumn: 9, winter: 12 }
const LATEST_YEAR = 9_999

/** The days that a point in time may mean; null for one that the calendar does not have, or that names no year. */
export function daysOf(point: Point): Days | null {
  const { year, years, month, day, season, stage } = point
  if (years === 100) return daysOfCentury(point)
  if (year === undefined || year < 1 || year > LATEST_YEAR) return null
  const isLonger = years === 10 || season !== undefined
  if ((isLonger && (month !== undefined || day !== undefined)) || (years === 10 && season)) return null
  if (day !== undefined)
    return month === undefined || stage ? null : daysBetween([year, month, day], [year, month, day])
  if (month !== undefined) return daysOfMonth(year, month, stage)
  if (season) return stage ? null : daysBetween([year, SEASONS[season], 1], [year, SEASONS[season] + 3, 0])
  if (years === 10) {
    const [from, to] = partOf(10, stage)
    return daysBetween([year + from, 1, 1], [year + to, 13, 0])
  }
  const [from, to] = partOf(12, stage)
  return daysBetween([year, from + 1, 1], [year, to + 2, 0])
}

/** "The 19th century": the number of the century was written like a day. */
function daysOfCentury({ year, month, day, season, stage }: Point): Days | null {
  if (year !== undefined || month !== undefined || season || day === undefined || day > 99) return null
  const [from, to] = partOf(100, stage)
  const first = (day - 1) * 100
  return daysBetween([Math.max(first + from, 1), 1, 1], [first + to, 13, 0])
}

function daysOfMonth(year: number, month: number, stage: Point['stage']): Days | null {
  const end: Day = [year, month + 1, 0]
  if (stage === 'early') return daysBetween([year, month, 1], [year, month, 10])
  if (stage === 'mid') return daysBetween([year, month, 11], [year, month, 20])
  return daysBetween([year, month, stage === 'late' ? 21 : 1], end)
}

/** The first and the last of a number of equal parts of time, counted from 0: its early, middle or late third. */
function partOf(count: number, stage: Point['stage']): [number, number] {
  const [middle, late] = [Math.ceil(count / 3), count - Math.floor(count / 3)]
  if (stage === 'early') return [0, middle - 1]
  if (stage === 'mid') return [middle, late - 1]
  return [stage === 'late' ? late : 0, count - 1]
}

type Day = [year: number, month: number, day: number]

/** Both days; null where the first is no day of the calendar. The last may overflow, as day 0 is the last of a month. */
function daysBetween(first: Day, last: Day): Days | null {
  const [from, to] = [utc(first), utc(last)]
  if (from.getUTCMonth() !== first[1] - 1 || from.getUTCDate() !== first[2]) return null
  if (to.getUTCFullYear() > LATEST_YEAR) return null
  return { firstDay: iso(from), lastDay: iso(to) }
}

/** `Date.UTC` would take the years 0 to 99 for those of the last century. */
function utc([year, month, day]: Day): Date {
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  return at
}

const iso = (at: Date) => at.toISOString().slice(0, 10)
