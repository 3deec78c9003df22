import { expect } from 'vitest'
import { type Message, sentenceOf } from './message'

/** What tests expect of a message: that its sentence is this one, or matches. */
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
