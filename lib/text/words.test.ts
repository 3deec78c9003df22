import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, withoutUnseen } from './fold'
import { foldedName, indexedWords } from './words'

describe('what people type differently is the same once it is folded:', () => {
  test.each([
    ['accents', 'Zoë, éclair, Ángel, Việt', 'zoe, eclair, angel, viet'],
    [
      'letters that Unicode does not take apart',
      'Øystein Łódź Þór Straße Ægir',
      'oystein lodz thor strasse aegir',
    ],
    ['full-width and half-width letters', 'Ｈｅａｒｔ ｶﾞ', 'heart ガ'],
    ['composed and decomposed letters', 'e\u0301 か\u3099 각', 'e が 각'],
    ['what nobody sees', 'so\u00adft \u200bz\u200ber\u2060o \u202eabc\u202c \ufeff', 'soft zero abc '],
    ['Greek, Cyrillic, Hebrew and Arabic marks', 'ΣΑΣ ё שָׁ كِتَاب', 'σασ е ש كتاب'],
    ['marks that tell words apart stay', 'กี่ हि', 'กี่ हि'],
  ])('%s', (_, text, folded) => expect(fold(text)).toBe(folded))

  test('apostrophes and hyphens in names', () => {
    for (const one of ["Nick's", 'Nick’s', 'nicks', 'NICK＇S', 'Ni\u00adck`s'])
      expect(foldedName(one)).toBe('nicks')
    for (const one of ['Spider-Man', 'spider‑man', 'Spider – Man', 'SPIDER MAN'])
      expect(foldedName(one)).toBe('spider man')
    expect(foldedName('?!')).toBe('?!')
  })
})

describe('the words of a text that are indexed:', () => {
  test.each([
    ["Zoë O’Brien's", 'zoe o brien s zoë obriens'],
    ['あの販売店で', 'あの の販 販売 売店 店で で'],
    ['第3話 B’z', '第 3 話 b z bz'],
    ['ジョー・ロック', 'ジョ ョー ー ロッ ック ク ジョ ョー ーロ ロッ ック ク'],
    ['서울에서', '서울 울에 에서 서'],
    ['😀 – "!', ''],
  ])('%s', (text, words) => expect(indexedWords(text)).toBe(words))

  test('are no more than an index entry holds', () => {
    const all = Array.from({ length: 200_000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + (at % 20_000), 0x4e00 + ((at * 7919) % 20_000)),
    )
    expect(new Set(indexedWords(all.join('')).split(' ')).size).toBeLessThan(45_000)
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('é', 'ﬁ', 'İ', 'ς', 'ß', '\u200d', "'", '販', 'ㄱ', 'ᄀ', 'ᅡ', 'ｶ', 'ﾞ', '\u0301'))
    .map((all) => all.join('')),
)

test('folding twice changes nothing, whatever the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fold(fold(text))).toBe(fold(text))
      expect(foldedName(foldedName(text))).toBe(foldedName(text))
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
    }),
    { numRuns: 2_000 },
  )
})

test('an invisible character changes no word, wherever it stands', () => {
  fc.assert(
    fc.property(
      anyText,
      anyText,
      fc.constantFrom('\u200b', '\u00ad', '\u202e', '\u2066', '\ufeff'),
      (a, b, unseen) => {
        expect(indexedWords(withoutUnseen(a) + unseen + withoutUnseen(b))).toBe(
          indexedWords(withoutUnseen(a) + withoutUnseen(b)),
        )
      },
    ),
    { numRuns: 1_000 },
  )
})
