import { expect, test } from 'vitest'
import { codes } from './codes'
import { issueText, message, messageIn, oneAfterTheOther, sentenceOf } from './message'
import { messages } from './messages'

test('a sentence is made of its code and its parameters when it is shown', () => {
  expect(sentenceOf(message('accounts.block.already'))).toBe(messages().accounts.block.already)
  expect(sentenceOf(message('errors.content.tooLong', 1_200, 1_000))).toBe(
    'This has 1,200 characters, and 1,000 fit here.',
  )
  expect(sentenceOf(message('errors.content.atMost', 300))).toBe('At most 300 characters fit here.')
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

test('where something is refused, the catalogue has a message in place of each sentence', () => {
  expect(codes().accounts.block.already).toEqual(message('accounts.block.already'))
  expect(codes().errors.content.tooLong(1_200, 1_000)).toEqual({
    code: 'errors.content.tooLong',
    parameters: [1_200, 1_000],
  })
})

test('messages are said one after the other, and survive being kept', () => {
  const { writing } = codes()
  const kept = JSON.parse(JSON.stringify(oneAfterTheOther(writing.noChange, null, writing.wordsKept)))
  expect(sentenceOf(kept)).toBe('Nothing was changed. Your words are kept.')
})
