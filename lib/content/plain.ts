import { z } from 'zod'
import { errors } from '@/lib/texts/en/errors'
import { countGraphemes } from './graphemes'

/** PostgreSQL refuses U+0000, and a lone surrogate is no text at all. */
export const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed()

/** Text that can be stored, at most `most` UTF-16 units, which bounds the work before anything is counted. */
export const storable = (most: number) => z.string().max(most).refine(isStorable, errors.content.unstorable)

/** One line: no line breaks and no control characters, trimmed, at most `most` graphemes. */
export const line = (most: number) =>
  storable(most * 12)
    .trim()
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), errors.content.oneLine)
    .refine((text) => countGraphemes(text) <= most, errors.content.atMost(most))

/** An address that may be stored as a link: http, https or mailto, and nothing that a script could hide in. */
export const href = addressOf(/^(https?:\/\/|mailto:)/i, errors.content.link)

/** A web address: http or https with a host. */
export const webAddress = addressOf(/^https?:\/\//i, errors.content.webAddress)

function addressOf(start: RegExp, sentence: string) {
  return storable(2000)
    .trim()
    .refine((text) => start.test(text) && URL.canParse(text), sentence)
}

/** A date as far as it is known: year, year and month, or full (ISO 8601). */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, errors.content.dateShape)
  .refine((text) => {
    const full = `${text}-01-01`.slice(0, 10)
    const date = new Date(`${full}T00:00:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full)
  }, errors.content.noSuchDate)

/**
 * An entry that content points at: its id, or in a changeset `-position` of another new entry of the same changeset.
 * Published content holds ids only.
 */
export const entryRef = z
  .number()
  .int()
  .min(-100_000)
  .max(Number.MAX_SAFE_INTEGER)
  .refine((id) => id !== 0)
