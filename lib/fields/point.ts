import { messages } from '@/lib/messages/messages'
import type { Vocabulary } from './vocabulary'

/** A point in time as far as it is written: "spring 2021", "early 2020s", "22 April". */
export interface Point {
  /** A year, the first one of a decade or of a century. */
  year?: number
  years?: 1 | 10 | 100
  month?: number
  day?: number
  season?: Season
  stage?: Stage
}

type Season = 'spring' | 'summer' | 'autumn' | 'winter'
type Stage = 'early' | 'mid' | 'late'

const ISO = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/
const DAY_FIRST = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4})$/
const EAST_ASIAN = /^(\d{3,4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일])?)?$/

/** Reads a point in time, its digits being 0 to 9 and its letters small; null where a word or number has no place in it. */
export function readPoint(text: string, vocabulary: Vocabulary): Point | null {
  return readInDigits(text) ?? readInWords(text, vocabulary)
}

function readInDigits(text: string): Point | null {
  const ordered = ISO.exec(text) ?? YEAR_FIRST.exec(text) ?? EAST_ASIAN.exec(text)
  if (ordered) {
    const [, year, month, day] = ordered
    return {
      year: Number(year),
      ...(month !== undefined && { month: Number(month) }),
      ...(day !== undefined && { day: Number(day) }),
    }
  }
  const [, first, sign, second, year] = DAY_FIRST.exec(text) ?? []
  if (first === undefined) return null
  return inOrderOf(Number(first), Number(second), Number(year), sign === '.')
}

/** "22/04/2022" and "04/22/2022" are one day; "04/05/2022" may be two, so it is none. Points tell that the day is first. */
function inOrderOf(first: number, second: number, year: number, isDayFirst: boolean): Point | null {
  if (isDayFirst || first > 12 || first === second) return { year, month: second, day: first }
  return second > 12 ? { year, month: first, day: second } : null
}

const MONTH = '\ue000'

function readInWords(text: string, { months, month, fillers }: Vocabulary): Point | null {
  const name = month.exec(text)
  const rest = name ? text.replace(name[0], ` ${MONTH} `) : text
  const point: Point = {}
  for (const word of rest.match(/[\d]+[\p{L}\p{M}]*|[\p{L}\p{M}\ue000]+|[^\s.,]/gu) ?? []) {
    const said = word === MONTH ? { month: months.get(name?.[0] ?? '') ?? 0 } : meaningOf(word, fillers)
    if (!said || Object.keys(said).some((key) => key in point)) return null
    Object.assign(point, said)
  }
  return Object.keys(point).length > 0 ? point : null
}

/** What one word or number of a date says; nothing for a filler, null where it is not known. */
function meaningOf(word: string, fillers: ReadonlySet<string>): Point | null {
  const { seasons, stages, filler, decade, century, ordinal } = messages().fields.dates
  const digits = /^\d+/.exec(word)?.[0]
  if (digits === undefined) {
    if (century.test(word)) return { years: 100 }
    for (const season of ['spring', 'summer', 'autumn', 'winter'] as const)
      if (seasons[season].test(word)) return { season }
    for (const stage of ['early', 'mid', 'late'] as const) if (stages[stage].test(word)) return { stage }
    return filler.test(word) || fillers.has(word) ? {} : null
  }
  const [number, suffix] = [Number(digits), word.slice(digits.length)]
  if (digits.length === 4 && number % 10 === 0 && decade.test(suffix)) return { year: number, years: 10 }
  if (suffix === '' && (digits.length === 3 || digits.length === 4)) return { year: number }
  return digits.length <= 2 && (suffix === '' || ordinal.test(suffix)) ? { day: number } : null
}
