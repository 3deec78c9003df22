import { expect } from 'vitest'
import { type Message, sentenceOf } from './message'

/** A matcher for a message by its sentence. */
export const saying = (expected: unknown) =>
  expect.toSatisfy(
    (message: Message) => {
      try {
        expect(sentenceOf(message)).toEqual(expected)
        return true
      } catch {
        return false
      }
    },
    `a message that says ${String(expected)}`,
  )
