/** How a date is drawn: a day or a month is known; a stretch of time; or only about when. */
export type Shape = 'day' | 'span' | 'about'

/** The shape of what is known of a date: of which only the year is known, that is about then. Days are ISO 8601. */
export function shapeOf({
  firstDay,
  lastDay,
  isApproximate,
}: {
  firstDay: string
  lastDay: string
  isApproximate: boolean
}): Shape {
  if (isApproximate || isWholeYears(firstDay, lastDay)) return 'about'
  return firstDay.slice(0, 7) === lastDay.slice(0, 7) ? 'day' : 'span'
}

const isWholeYears = (firstDay: string, lastDay: string) =>
  firstDay.endsWith('-01-01') && lastDay.endsWith('-12-31')
