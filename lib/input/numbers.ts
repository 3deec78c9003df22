import { z } from 'zod'

/** The longest spelling of a number that is parsed. */
const MOST_SIGNS = 20

/** A number as a form posts it, as text, or as JSON has it. A text that is too long for a number is not parsed. */
export const posted = (number: z.ZodNumber) => z.preprocess(spelled, number)

/** An id, or a number that counts from 1. */
export const postedId = posted(z.number().int().positive().max(Number.MAX_SAFE_INTEGER))

function spelled(given: unknown): unknown {
  if (typeof given !== 'string') return given
  return given.length <= MOST_SIGNS ? Number(given) : Number.NaN
}
