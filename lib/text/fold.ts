/**
 * Marks that are typed or left out at will: accents of Latin, Greek and Cyrillic letters, points of Hebrew and Arabic.
 * Marks of other scripts tell words apart, and those of kana are part of the letter.
 */
const LOOSE_MARKS = /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu

/** Soft hyphens, joiners, bidirectional controls, variation selectors: nobody sees them. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u2800]/gu

/** Letters that Unicode does not take apart, as people without them on the keyboard type them. */
const SPELLED: Record<string, string> = {
  ...{
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
    ð: 'd',
    đ: 'd',
    ø: 'o',
    ł: 'l',
    ħ: 'h',
    ŧ: 't',
    ı: 'i',
    ĸ: 'k',
    ŋ: 'n',
  },
  ...{ ς: 'σ', ـ: '', ٱ: 'ا' },
}
const SPELLED_LETTERS = new RegExp(`[${Object.keys(SPELLED).join('')}]`, 'gu')

/** Most texts of most wikis: of these only the case can be otherwise. */
const IS_PLAIN = /^[\x20-\x7e]*$/

/** Without the characters that nobody sees. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '')

/**
 * A text as search compares it, the same for everything that is stored and asked: compatible forms made one (NFKC, so
 * full-width and half-width letters too), lower case, without accents and invisible characters. Folding twice changes
 * nothing.
 */
export function fold(text: string): string {
  if (IS_PLAIN.test(text)) return text.toLowerCase()
  const bare = withoutUnseen(text.normalize('NFKD')).replace(LOOSE_MARKS, '')
  const lower = bare.toLowerCase().normalize('NFKD').replace(LOOSE_MARKS, '')
  return lower.replace(SPELLED_LETTERS, (letter) => SPELLED[letter] ?? letter).normalize('NFC')
}

/** The same with its accents: by these the rules of a language tell the endings of its words. */
export const foldCase = (text: string): string =>
  IS_PLAIN.test(text)
    ? text.toLowerCase()
    : withoutUnseen(text.normalize('NFKC')).toLowerCase().normalize('NFC')
