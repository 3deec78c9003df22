import { expect, test } from 'vitest'
import { isSameWords, wordsIn } from './form-words'

const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('the words of a form are what its author wrote, and nothing of an account', () => {
  const written = { statement: 'He hums.', where: '' }
  const others = {
    key: 'k',
    knownAs: 'Tao',
    writtenAs: '5',
    accountName: 'Tao',
    accountPassword: 'p',
    $ACTION: 'x',
  }
  expect(wordsIn(formOf({ ...written, ...others, newPassword: 'p' }))).toEqual(written)
})

test('two forms say the same where one has no field and the other an empty one', () => {
  expect(isSameWords({ statement: 'He hums.', where: '' }, { statement: 'He hums.' })).toBe(true)
  expect(isSameWords({ statement: 'He hums.' }, { statement: 'He sings.' })).toBe(false)
  expect(isSameWords({}, { where: 'On the radio' })).toBe(false)
})
