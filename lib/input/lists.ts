import { z } from 'zod'
import { issueText } from '@/lib/messages/message'

/** A list of at most `most` items. A longer one is refused before any item is checked. */
export const listOf = <T extends z.ZodType>(item: T, most: number, tooMany?: string) =>
  z.preprocess((given, context) => {
    if (!Array.isArray(given) || given.length <= most) return given
    context.issues.push(
      tooBig('array', most, tooMany ?? issueText('errors.content.tooMany', given.length, most), given),
    )
    return z.NEVER
  }, z.array(item))

/** The longest key that is checked. */
const MOST_OF_KEY = 200

/** Values by keys, at most `most` of them. With more, or with a key that is too long, nothing is checked. */
export const recordOf = <K extends z.ZodType<string, string>, V extends z.ZodType>(
  key: K,
  value: V,
  most: number,
) =>
  z.preprocess(
    (given, context) => {
      if (typeof given !== 'object' || given === null) return given
      const keys = Object.keys(given)
      if (keys.length <= most && keys.every((one) => one.length <= MOST_OF_KEY)) return given
      context.issues.push(
        tooBig('object', most, issueText('errors.content.tooMany', keys.length, most), given),
      )
      return z.NEVER
    },
    z.record(key, value),
  )

const tooBig = (origin: string, maximum: number, message: string, input: unknown) => ({
  ...{ code: 'too_big' as const, origin, maximum, inclusive: true, message, input, continue: false },
})
