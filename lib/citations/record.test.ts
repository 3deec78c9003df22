import { expect, test } from 'vitest'
import { sourceContent } from '@/lib/changesets/testing'
import { listedTitleOf, recordOf, shortNameOf } from './record'

test('a source goes by its outlet, else its author, else the beginning of what it is', () => {
  const name = (rest: Parameters<typeof sourceContent>[1]) =>
    shortNameOf(recordOf(1, sourceContent('Title: and more', rest)))
  expect(name({ publisher: 'Metro', authors: ['A. Writer'] })).toBe('Metro')
  expect(name({ authors: ['A. Writer', 'B. Writer'] })).toBe('A. Writer')
  expect(name({})).toBe('Title')
})

test('lists show the first sentence of a description, and a title as it is', () => {
  const described = { title: null, description: 'An old article. Its author is not known.' }
  expect(listedTitleOf(recordOf(1, sourceContent('', described)))).toBe('An old article.')
  expect(listedTitleOf(recordOf(1, sourceContent('One. Two.')))).toBe('One. Two.')
})
