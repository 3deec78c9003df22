import { z } from 'zod'

/** No number that a form sends is spelled longer. */
const MOST_SIGNS = 20

/** A number as a form posts it, spelled out, or as JSON has it. A text that is too long to be one is not read. */
export const posted = (number: z.ZodNumber) => z.preprocess(spelled, number)

/** The id of something, or a number that counts from 1. */
export const postedId = posted(z.number().int().positive().max(Number.MAX_SAFE_INTEGER))

function spelled(given: unknown): unknown {
  if (typeof given !== 'string') return given
  return given.length <= MOST_SIGNS ? Number(given) : Number.NaN
}
