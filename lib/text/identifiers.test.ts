import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeIsbn, readDoi, readIsbn } from './identifiers'

describe('a DOI', () => {
  test.each([
    '10.1093/ae/Exam-PLE',
    'doi:10.1093/ae/exam-ple',
    'DOI: 10.1093/AE/exam-ple',
    'https://doi.org/10.1093/ae/exam-ple',
    'http://dx.doi.org/10.1093/ae/exam-ple ',
  ])('%s is one and the same', (text) => expect(readDoi(text)).toBe('10.1093/ae/exam-ple'))

  test.each(['', '10.1/x', '10.1093/', 'a paper 10.1093/x', 'https://example.org/10.1093/x'])(
    '%j is none',
    (text) => expect(readDoi(text)).toBeNull(),
  )
})

describe('an ISBN', () => {
  test.each([
    '9781444951387',
    '978-1-4449-5138-7',
    'ISBN 978 1 4449 5138 7',
    'isbn-13: 9781444951387',
    '1444951386',
    '1-4449-5138-6',
  ])('%s is one and the same', (text) => expect(readIsbn(text)).toBe('9781444951387'))

  test('ends in X where its check digit is ten', () => {
    expect(readIsbn('0-8044-2957-X')).toBe('9780804429573')
  })

  test.each(['9781444951388', '1444951387', '9771444951387', '', '123', 'X444951386'])('%j is none', (text) =>
    expect(readIsbn(text)).toBeNull(),
  )

  test('with a wrong digit still looks like one', () => {
    expect(looksLikeIsbn('978-1-4449-5138-8')).toBe(true)
    expect(looksLikeIsbn('a book')).toBe(false)
  })

  test('with one digit changed is never one', () => {
    const change = fc.tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(change, ([at, by]) => {
        const digits = [...'9781444951387']
        digits[at] = String((Number(digits[at]) + by) % 10)
        expect(readIsbn(digits.join(''))).toBeNull()
      }),
    )
  })
})
