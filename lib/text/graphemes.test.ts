import { describe, expect, it } from 'vitest'
import { watchWork } from '@/lib/input/testing-work'
import { countGraphemes, isAtMost } from './graphemes'

const whole = new Intl.Segmenter('en', { granularity: 'grapheme' })
const family = '👩‍👩‍👧‍👦'
const texts = {
  letters: 'a'.repeat(5_000),
  'letters with marks, cut anywhere': 'e\u0301'.repeat(3_000),
  families: family.repeat(700),
  flags: '🇩🇪'.repeat(900),
  'flags behind a letter': `a${'🇩🇪'.repeat(900)}`,
  'lines of two signs each': 'x\r\n'.repeat(2_000),
  'one letter under three thousand marks': `a${'\u0301'.repeat(3_000)}b`,
  'half characters': '\ud83d'.repeat(2_000),
  'every letter of Latin-1': String.fromCharCode(...Array(0x300).keys()).replace('\r', ''),
  nothing: '',
}

describe('counting what a person would count', () => {
  it.each(Object.entries(texts))('%s: in pieces as in one', (_, text) => {
    expect(countGraphemes(text, 100_000)).toBe([...whole.segment(text)].length)
  })

  it('stops one past the bound, having seen no more than that', () => {
    expect(watchWork(() => countGraphemes('a'.repeat(1_000_000), 90))).toMatchObject({
      ...{ result: 91, longest: 0, segments: 0 },
    })
    for (const text of ['e\u0301'.repeat(500_000), family.repeat(90_000)]) {
      const work = watchWork(() => countGraphemes(text, 90))
      expect(work).toMatchObject({ result: 91, segments: 91 })
      expect(work.longest).toBeLessThanOrEqual(1_024)
    }
  })

  it('is not done for what is short enough anyhow, or far too long', () => {
    const work = watchWork(() => [isAtMost('x'.repeat(600), 600), isAtMost('x'.repeat(600 * 12 + 1), 600)])
    expect(work).toMatchObject({ result: [true, false], segments: 0 })
    expect(isAtMost(family.repeat(600), 600)).toBe(true)
    expect(isAtMost('x'.repeat(601), 600)).toBe(false)
  })
})
