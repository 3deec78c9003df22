const ISO = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/

/**
 * The day, month or year in a date as pages write it: ISO 8601 with any time, slashes, or words; null for what is no
 * date. The day is the one that was written, in whatever time zone.
 */
export function dateOf(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '' || trimmed.length > 60) return null
  const [, year, month, day] = ISO.exec(trimmed) ?? []
  if (year) return dayOf(Number(year), month && Number(month), day && Number(day))
  const inWords = /\d{4}/.test(trimmed) ? new Date(trimmed) : null
  if (!inWords || Number.isNaN(inWords.getTime())) return null
  // Words without a day, like “October 2018”, are read as its first.
  const hasDay = /\b\d{1,2}\b/.test(trimmed.replace(/\d{4}/, '').replace(/\d{1,2}:\d\d.*$/, ''))
  return dayOf(inWords.getFullYear(), inWords.getMonth() + 1, hasDay ? inWords.getDate() : '')
}

/** As far as it is possible: a month that there is not leaves the year. */
function dayOf(year: number, month: number | '' | undefined, day: number | '' | undefined): string | null {
  if (year < 1_000 || year > 2_999) return null
  const [y, m, d] = [String(year), two(month), two(day)]
  if (!month || month > 12) return y
  const isDay = day && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
  return isDay ? `${y}-${m}-${d}` : `${y}-${m}`
}

const two = (number: number | '' | undefined) => String(number || '').padStart(2, '0')
