import { expect, test } from 'vitest'
import { english } from '@/lib/messages/en/english'
import { disguised } from './disguise'
import { pseudo } from './pseudo'

/** All the texts of a catalogue, by where they stand in it. */
function textsOf(catalogue: unknown, path = ''): [string, string][] {
  if (typeof catalogue === 'string') return [[path, catalogue]]
  if (catalogue === null || typeof catalogue !== 'object' || catalogue instanceof RegExp) return []
  return Object.entries(catalogue).flatMap(([key, one]) => textsOf(one, `${path}.${key}`))
}

const spoken = textsOf({ ...pseudo(), language: null })

test('no word of the pseudo-language is English, and each sentence has its marks', () => {
  expect(spoken.length).toBeGreaterThan(1_000)
  expect(spoken.filter(([, text]) => /[A-Za-z]{2}/.test(text))).toEqual([])
  for (const [path, text] of spoken.filter(([, one]) => /\p{L}/u.test(one)))
    expect(text, path).toMatch(/^\s*\u200f\[.*\]\s*$/su)
})

test('it takes about two fifths more room than English', () => {
  const length = (texts: [string, string][]) => texts.reduce((sum, [, text]) => sum + text.length, 0)
  const ratio = length(spoken) / length(textsOf({ ...english, language: null }))
  expect(ratio).toBeGreaterThan(1.3)
  expect(ratio).toBeLessThan(1.6)
})

test('what a sentence repeats is kept, and what chooses a sentence still does', () => {
  const { frame, reading, writing, dates, mails, newFact } = pseudo()
  expect(frame.titleOf('%s', 'Wiki')).toBe('%s · Wiki')
  expect(reading.missing.lead('A “Kit” & "Nick"')[1]).toBe('A “Kit” & "Nick"')
  expect(writing.titleTaken('Kit Connor')).toContain('“Kit Connor”')
  const at = '2026-12-03T14:05:00.000Z'
  const decided = writing.alreadyDecided('accept', 'Rosa', at, at)
  expect(decided).not.toBe(writing.alreadyDecided('decline', 'Rosa', at, at))
  expect(decided).toMatch(/\[Rosa /)
  expect(decided).not.toContain('undefined')
  expect(dates.partialDateInWords('2022-04')).toMatch(/2022/)
  expect(mails.reset({ wiki: 'Wiki', name: 'Rosa' }, 'https://wiki.example/r?t=1').text).toContain(
    '\nhttps://wiki.example/r?t=1\n',
  )
  expect(newFact.meansNotSure.test('not sure')).toBe(true)
})

test('what is no sentence stays as it is', () => {
  expect(disguised({ none: '', number: '12+', gone: undefined, count: 3 })).toEqual({
    none: '',
    number: '12+',
    gone: undefined,
    count: 3,
  })
})
