import { expect, test } from 'vitest'
import { inlineParts } from './inline-parts'

const same = (text: string) => ({ text, mark: 'same' as const })
const removed = (text: string) => ({ text, mark: 'removed' as const })
const added = (text: string) => ({ text, mark: 'added' as const })

test('what was removed stands before what was added in its place', () => {
  const before = [same('coffee '), removed('smell'), same(', twice')]
  const after = [same('coffee '), added('breath'), same(', twice')]
  expect(inlineParts(before, after)).toEqual([
    same('coffee '),
    removed('smell'),
    added('breath'),
    same(', twice'),
  ])
})

test('common words that one side has in pieces are told once', () => {
  const before = [same('one '), removed('two '), same('three four')]
  const after = [same('one three '), added('and '), same('four')]
  expect(inlineParts(before, after).map((part) => part.text)).toEqual([
    'one ',
    'two ',
    'three ',
    'and ',
    'four',
  ])
})

test('of something new there is only the new', () => {
  expect(inlineParts([], [added('new')])).toEqual([added('new')])
})

test('the sides that it is made from stay as they were', () => {
  const before = [same('one')]
  inlineParts(before, [same('one')])
  expect(before).toEqual([same('one')])
})
