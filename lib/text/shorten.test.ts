import { expect, test } from 'vitest'
import { shorten } from './shorten'

test('a text that fits stays as it is', () => {
  expect(shorten('two leaves', 10)).toBe('two leaves')
})

test('a longer one ends with a whole word', () => {
  expect(shorten('two leaves fall', 12)).toBe('two leaves…')
})

test('no character is cut in half', () => {
  expect(shorten('🍂🍂🍂', 3).isWellFormed()).toBe(true)
})
