import { messages } from '@/lib/messages/messages'
import { daysOf } from './days'
import { type Point, readPoint } from './point'
import { inPlainDigits } from './read-date'
import { vocabularyOf } from './vocabulary'

/** Why a text is no date: not written like one, without its year, or a day that no calendar has. */
export type NoDate = 'dateShape' | 'dateWithoutYear' | 'dateOfTwo' | 'noSuchDate'

/**
 * Reads a date that may be partly known, as people write it: "2022", "Feb 2022", "3 February 2022", "3.2.2022". Gives it
 * as `2022`, `2022-02` or `2022-02-03` (ISO 8601), or why it is none. Seasons and decades have no such form.
 */
export function readPartialDate(text: string): { date: string } | { fault: NoDate } {
  const vocabulary = vocabularyOf(messages().language.tag)
  const plain = inPlainDigits(text, vocabulary).trim().toLowerCase()
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(plain) && readPoint(plain, vocabulary) === null)
    return { fault: 'dateOfTwo' }
  const point = readPoint(plain, vocabulary)
  if (!point || point.season || point.stage || point.years) return { fault: 'dateShape' }
  if (point.year === undefined) return { fault: point.month ? 'dateWithoutYear' : 'dateShape' }
  return daysOf(point) ? { date: isoOf(point) } : { fault: 'noSuchDate' }
}

const isoOf = ({ year = 0, month, day }: Point) =>
  [String(year).padStart(4, '0'), ...[month, day].flatMap((part) => (part ? twoDigits(part) : []))].join('-')

const twoDigits = (part: number) => String(part).padStart(2, '0')
