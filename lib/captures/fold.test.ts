import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoteFinder } from './find-quote'
import { foldWords } from './fold-words'
import { quoteKey } from './keys'
import { isRecording, linkToTime, linkToWords } from './link-to'

const PAGE =
  'The makers speak.\n“We wanted it to feel like—well, like a\u00a0‘Heartstopper moment’,” said Patrick Walters. He laughed: ' +
  'the ﬁrst  cut was un\u00adusable… Joe\u200b Locke agreed. “Je n’ai pas de regrets, même aujourd’hui.”'

describe('quoted words are found', () => {
  test.each([
    ["like a 'Heartstopper moment'", 'like a ‘Heartstopper moment'],
    [
      '“We wanted it to feel like - well, like a "heartstopper Moment"',
      'We wanted it to feel like—well, like a ‘Heartstopper moment',
    ],
    ['WE WANTED IT TO FEEL LIKE-WELL', null],
    ['We wanted it to feel like–well', 'We wanted it to feel like—well'],
    ['the first cut was unusable', 'the ﬁrst cut was un\u00adusable'],
    ['Joe Locke agreed.', 'Joe\u200b Locke agreed'],
    ["«Je n'ai pas de regrets, me\u0302me aujourd'hui»", 'Je n’ai pas de regrets, même aujourd’hui'],
    [
      'We wanted it […] Patrick Walters',
      'We wanted it to feel like—well, like a ‘Heartstopper moment’,” said Patrick Walters',
    ],
    ['We wanted it ... Joe Locke', null],
  ])('%s', (quote, words) => {
    const found = quoteFinder(PAGE)(quote)
    if (words !== null) expect(found?.words).toBe(words.replace(/\s+/g, ' '))
    else expect(found).not.toBeNull()
  })

  test.each(['We wanted nothing', '', '“”', '…', 'Locke Joe', 'Patrick Walters […] We wanted it'])(
    'and these are not: %s',
    (quote) => expect(quoteFinder(PAGE)(quote)).toBeNull(),
  )

  test('with what stands around them, at most 300 characters on each side and in whole words', () => {
    const text = `${'word '.repeat(200)}the words themselves${' other'.repeat(200)}`
    const found = quoteFinder(text)('the words themselves')
    expect(found?.before.length).toBeLessThanOrEqual(300)
    expect(found?.before).toMatch(/^word (?:word )+$/)
    expect(found?.after.length).toBeLessThanOrEqual(300)
    expect(found?.after).toMatch(/^(?: other)+$/)
  })
})

test('every piece of a text is found in it, whatever it is made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(59), fc.nat(59), (text, one, other) => {
      const characters = [...text]
      const piece = characters.slice(Math.min(one, other), Math.max(one, other)).join('')
      const isEmpty = foldWords(piece).folded.replace(/[\s'.,;:!()[\]-]/g, '') === ''
      if (isEmpty || /\.\.\./.test(foldWords(piece).folded)) return
      expect(quoteFinder(text)(piece)).not.toBeNull()
    }),
  )
})

test('a long page and a quotation that almost repeats are searched in no time', () => {
  const text = 'a '.repeat(500_000)
  const before = performance.now()
  expect(quoteFinder(text)(`${'a '.repeat(140)}b`)).toBeNull()
  expect(performance.now() - before).toBeLessThan(3_000)
})

test('the same words set otherwise have the same name', () => {
  expect(quoteKey('“It’s  all — fine”')).toBe(quoteKey('"it\'s all – Fine"'))
  expect(quoteKey('fine')).not.toBe(quoteKey('fines'))
})

describe('a link to a passage', () => {
  test('names short words in full, and the ends of longer ones', () => {
    expect(linkToWords('https://news.example/a', 'well-known, & true')).toBe(
      'https://news.example/a#:~:text=well%2Dknown%2C%20%26%20true',
    )
    expect(
      linkToWords('https://news.example/a#part', 'one two three four five six seven eight nine ten eleven'),
    ).toBe('https://news.example/a#part:~:text=one%20two%20three%20four,eight%20nine%20ten%20eleven')
  })

  test('of a recording goes to its time', () => {
    const video = 'https://www.youtube.com/watch?v=abc'
    expect(linkToTime(video, '12:34')).toBe(`${video}&t=754s`)
    expect(linkToTime(video, 'at 1:02:03, near the end')).toBe(`${video}&t=3723s`)
    expect(linkToTime(video, 'page 12')).toBe(video)
    expect(linkToTime(video, null)).toBe(video)
    expect(linkToTime('https://vimeo.com/1', '0:30')).toBe('https://vimeo.com/1#t=30s')
    expect(linkToTime('https://news.example/a', '12:34')).toBe('https://news.example/a')
    expect([video, 'https://x.example/a.mp3', 'https://x.example/a'].map(isRecording)).toEqual([
      true,
      true,
      false,
    ])
  })
})
