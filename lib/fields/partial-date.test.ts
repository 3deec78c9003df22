import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messages } from '@/lib/messages/messages'
import { readPartialDate } from './partial-date'

test.each([
  ['2022', '2022'],
  ['2022-04', '2022-04'],
  ['2022-4-2', '2022-04-02'],
  ['3 Feb 2022', '2022-02-03'],
  ['February 3, 2022', '2022-02-03'],
  [' 3rd of february 2022 ', '2022-02-03'],
  ['Feb 2022', '2022-02'],
  ['3.2.2022', '2022-02-03'],
  ['29 February 2024', '2024-02-29'],
  ['22/04/2022', '2022-04-22'],
])('%j is %s', (text, date) => expect(readPartialDate(text)).toEqual({ date }))

test.each([
  ['32 Febuary', 'dateShape'],
  ['32 February 2022', 'noSuchDate'],
  ['2022-02-30', 'noSuchDate'],
  ['2022-13', 'noSuchDate'],
  ['13/13/2022', 'noSuchDate'],
  ['0000', 'noSuchDate'],
  ['3 February', 'dateWithoutYear'],
  ['04/05/2022', 'dateOfTwo'],
  ['spring 2022', 'dateShape'],
  ['2020s', 'dateShape'],
  ['the 19th century', 'dateShape'],
  ['last week', 'dateShape'],
  ['', 'dateShape'],
])('%j is none: %s', (text, fault) => expect(readPartialDate(text)).toEqual({ fault }))

test('a date is read from the words in which it is shown', () => {
  const day = fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.constantFrom(4, 7, 10), (at, length) => {
      const date = at.toISOString().slice(0, length)
      expect(readPartialDate(date)).toEqual({ date })
      if (at.getUTCFullYear() >= 1000)
        expect(readPartialDate(messages().dates.partialDateInWords(date))).toEqual({ date })
    }),
  )
})
