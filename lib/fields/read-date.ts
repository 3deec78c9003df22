import { messages } from '@/lib/messages/messages'
import { type Days, daysOf } from './days'
import { withoutNote } from './note'
import { type Point, readPoint } from './point'
import type { DateValue } from './typed-value'
import { type Vocabulary, vocabularyOf } from './vocabulary'

/** UTF-16 units: no date that people write is longer. */
const LONGEST_DATE = 120

/**
 * Reads a date as people know it, in the words of the language and of the wiki: "22 April 2022", "c. 2019",
 * "spring 2021", "April to June 2021", "2016–2018". A note in brackets behind it is not looked at. Null where it is none,
 * or one that the calendar does not have.
 */
export function readDate(text: string, language: string): DateValue | null {
  const written = withoutNote(text)
  if (written === '' || written.length > LONGEST_DATE) return null
  const vocabulary = vocabularyOf(language)
  const { about } = messages().fields
  const plain = inPlainDigits(written, vocabulary).toLowerCase()
  const isApproximate = about.test(plain)
  const days = readDays(isApproximate ? plain.replace(about, '') : plain, vocabulary)
  return days && { kind: 'date', ...days, isApproximate }
}

/** The digits of the language as 0 to 9. */
export const inPlainDigits = (text: string, { digits }: Vocabulary): string =>
  digits[0] === '0'
    ? text
    : digits.reduce((changed, digit, value) => changed.replaceAll(digit, String(value)), text)

function readDays(text: string, vocabulary: Vocabulary): Days | null {
  const whole = readPoint(text, vocabulary)
  const known = whole && daysOf(whole)
  if (known) return known
  for (const between of text.matchAll(messages().fields.dates.between)) {
    const [left, right] = [text.slice(0, between.index), text.slice(between.index + between[0].length)]
    const days = readRange(left, right, vocabulary)
    if (days) return days
  }
  return null
}

function readRange(left: string, right: string, vocabulary: Vocabulary): Days | null {
  const from = readPoint(left.trim(), vocabulary)
  const short = /^\d\d$/.exec(right.trim())
  const to =
    short && from?.year && Object.keys(from).length === 1
      ? yearLike(from.year, short[0])
      : readPoint(right.trim(), vocabulary)
  if (!from || !to) return null
  const [first, last] = [daysOf(withRestOf(from, to)), daysOf(to)]
  if (!first || !last || first.firstDay > last.lastDay) return null
  return { firstDay: first.firstDay, lastDay: last.lastDay }
}

/** The second year in "2016–18". */
const yearLike = (year: number, end: string): Point => ({ year: year - (year % 100) + Number(end) })

/** "April to June 2021" names the year once, "3–5 April 2021" the month too. */
function withRestOf(from: Point, to: Point): Point {
  if (from.year !== undefined || from.years !== undefined) return from
  const { year, month, years } = to
  const isPart = from.month === undefined && from.season === undefined
  return {
    ...(year !== undefined && { year }),
    ...(years !== undefined && isPart && { years }),
    ...(month !== undefined && isPart && { month }),
    ...from,
  }
}
