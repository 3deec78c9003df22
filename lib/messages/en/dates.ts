const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A date that may be partly known ("2022", "2022-04", "2022-04-22"), in words; a year alone stays as it is. */
export function partialDateInWords(date: string): string {
  if (date.length === 4) return date
  const at = new Date(`${date}-01`.slice(0, 10))
  return (date.length === 7 ? month : full).format(at)
}

/** The day of a moment, in UTC, in words: "22 April 2022". */
export const dayInWords = (at: Date) => full.format(at)

/** A moment in UTC: "3 December 2026 at 14:05 UTC". */
export const moment = (at: Date) => `${minute.format(at)} UTC`

const here = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** A moment in the time zone of the browser (or the server): "3 Dec 2026, 14:05". */
export const momentHere = (at: number) => here.format(at)
