import { expect, test } from 'vitest'
import { issueText, message, messageIn, sentenceOf } from './message'
import { messages } from './messages'

test('a sentence is made of its code and its parameters when it is shown', () => {
  expect(sentenceOf(message('accounts.block.already'))).toBe(messages().accounts.block.already)
  expect(sentenceOf(message('errors.content.tooLong', 1_200, 1_000))).toBe(
    'This has 1,200 characters, and 1,000 fit here.',
  )
})

test('what a validator says can be kept as a text until then', () => {
  expect(messageIn(issueText('errors.page.titleTooLong', 200))).toEqual({
    code: 'errors.page.titleTooLong',
    parameters: [200],
  })
})

test('a code that is none, or that takes something else, is no program', () => {
  // @ts-expect-error there is no such sentence
  message('accounts.block.nowhere')
  // @ts-expect-error it is made of a number
  message('errors.page.titleTooLong')
  // @ts-expect-error it is made of a number
  message('errors.page.titleTooLong', 'two hundred')
})
