/* Identifiers of publications, read in whichever spelling they are typed or printed. */

const DOI =
  /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*(?:https?:\/\/(?:dx\.)?doi\.org\/)?)?(10\.\d{4,9}\/\S+)$/i

/**
 * A DOI (ISO 26324) in lower case, without its resolver or the word before it; null where the text is none. Case does not
 * matter in a DOI.
 */
export function readDoi(text: string): string | null {
  const [, found] = DOI.exec(text.trim()) ?? []
  return found === undefined ? null : found.normalize('NFC').toLowerCase()
}

const ISBN_WORD = /^(?:urn:)?isbn(?:-1[03])?\s*:?\s*/i

/** Whether a text has the shape of an ISBN, whatever its check digit says. */
export const looksLikeIsbn = (text: string): boolean => /^(?:\d{9}[\dX]|\d{13})$/.test(digitsOf(text))

/**
 * An ISBN (ISO 2108) of thirteen digits; one of ten digits becomes the thirteen that stand for the same book. Null where
 * the text is none, or its check digit is wrong.
 */
export function readIsbn(text: string): string | null {
  if (!looksLikeIsbn(text)) return null
  const digits = digitsOf(text)
  if (digits.length === 13) return /^97[89]/.test(digits) && withCheck13(digits) === digits ? digits : null
  return isChecked10(digits) ? withCheck13(`978${digits}`) : null
}

const digitsOf = (text: string) =>
  text
    .trim()
    .replace(ISBN_WORD, '')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()

function isChecked10(digits: string): boolean {
  const sum = [...digits].reduce((all, one, at) => all + (10 - at) * (one === 'X' ? 10 : Number(one)), 0)
  return sum % 11 === 0
}

/** The first twelve digits with the check digit that belongs to them. */
function withCheck13(digits: string): string {
  const first = digits.slice(0, 12)
  const sum = [...first].reduce((all, one, at) => all + Number(one) * (at % 2 === 0 ? 1 : 3), 0)
  return `${first}${(10 - (sum % 10)) % 10}`
}
