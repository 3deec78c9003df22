import { z } from 'zod'
import { issueText } from '@/lib/messages/message'
import { lengthBeyond, UNITS } from './graphemes'
import { LEAST_REF, LONGEST_ADDRESS } from './limits'

/** PostgreSQL refuses U+0000, and a lone surrogate is not valid text. */
export const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed()

/**
 * Text that can be stored, at most `most` UTF-16 units. Every text in a form, a query or an address is one of these:
 * too long a text is refused before anything looks into it. Zod's own `max` would first count the code points of the
 * whole text. The refusal says that `fits` fit, or `tooLong`.
 */
export const storable = (most: number, tooLong?: string, fits = most) =>
  z
    .string()
    .refine((text) => text.length <= most, {
      error: tooLong ?? issueText('errors.content.atMost', fits),
      abort: true,
      params: { most, ...(tooLong === undefined && { fits }) },
    })
    .refine(isStorable, { error: issueText('errors.content.unstorable'), abort: true })

/** Text as it was typed, or none: bounded here, checked by its user. */
export const typed = (most: number) => storable(most).default('')

/** A word of a known pattern, at most `most` UTF-16 units. */
export const coded = (shape: RegExp, most: number, wrong?: string) =>
  storable(most, wrong).regex(shape, { ...(wrong !== undefined && { error: wrong }), abort: true })

/** A language (BCP 47). */
export const languageTag = coded(
  /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/,
  100,
  issueText('errors.page.language'),
)

/** One line: no line breaks and no control characters, trimmed, at most `most` graphemes. */
export const line = (most: number, tooLong?: string) =>
  storable(most * UNITS, tooLong, most)
    .trim()
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), {
      error: issueText('errors.content.oneLine'),
      abort: true,
    })
    .check(atMostGraphemes(most, String, tooLong))

/** Refuses a text of more than `most` graphemes: says how many it has, or `tooLong`. */
export const atMostGraphemes =
  <T = string>(most: number, textOf: (value: T) => string = String, tooLong?: string) =>
  ({ value, issues }: z.core.ParsePayload<T>): void => {
    const length = lengthBeyond(textOf(value), most)
    if (length === null) return
    issues.push({
      code: 'custom',
      input: value,
      message: tooLong ?? issueText('errors.content.tooLong', length, most),
      continue: false,
    })
  }

/** An address that may be stored as a link: http, https or mailto, and nothing that could run a script. */
export const href = addressOf(/^(https?:\/\/|mailto:)/i, issueText('errors.content.link'))

/** A web address: http or https with a host. */
export const webAddress = addressOf(/^https?:\/\//i, issueText('errors.content.webAddress'))

function addressOf(start: RegExp, sentence: string) {
  return storable(LONGEST_ADDRESS)
    .trim()
    .refine((text) => start.test(text) && URL.canParse(text), sentence)
}

/** A date that may be partly known: year, year and month, or full (ISO 8601). */
export const partialDate = coded(
  /^\d{4}(-\d{2}(-\d{2})?)?$/,
  10,
  issueText('errors.content.dateShape'),
).refine((text) => {
  const full = `${text}-01-01`.slice(0, 10)
  const date = new Date(`${full}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full)
}, issueText('errors.content.noSuchDate'))

/**
 * A reference in content: an entry's id, or in a changeset the temporary id of another new entry of the same changeset.
 * Published content holds ids only.
 */
export const entryRef = z
  .number()
  .int()
  .min(LEAST_REF)
  .max(Number.MAX_SAFE_INTEGER)
  .refine((id) => id !== 0)
