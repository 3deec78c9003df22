import { messages } from '@/lib/messages/messages'
import { withoutNote } from './note'
import { inPlainDigits } from './read-date'
import type { NumberValue } from './typed-value'
import { vocabularyOf } from './vocabulary'

/** UTF-16 units: no number with its unit is longer. */
const LONGEST_NUMBER = 120
const MOST_DIGITS = 15

/** A sign, symbols of a currency, digits with separators, and the rest. */
const SHAPE = /^([-−+]?)\s*([\p{Sc}]?)\s*([-−+]?)(\d[\d.,'’\s_]*\d|\d)\s*(.*)$/su

/** Up to three words without digits: "people", "km/h", "main episodes", "m²", "%". */
const UNIT = /^[\p{L}\p{M}\p{Sc}°%‰′″²³µ/.·-]{1,30}(?: [\p{L}\p{M}/.·-]{1,30}){0,2}$/u

/**
 * Reads a number with its unit, with the separators of the language: "about 10,000 people", "1 757", "£434,000". The
 * unit is what was written, else the field's. A note in brackets behind it is not looked at. Null where it is none.
 */
export function readNumber(text: string, fieldUnit: string | null, language: string): NumberValue | null {
  const written = withoutNote(text)
  if (written === '' || written.length > LONGEST_NUMBER) return null
  const vocabulary = vocabularyOf(language)
  const { about } = messages().fields
  const [, sign, currency, inner, digits, rest] =
    SHAPE.exec(inPlainDigits(written, vocabulary).replace(about, '').trim()) ?? []
  if (digits === undefined || (sign && inner)) return null
  const size = sizeOf(digits, vocabulary)
  const { factor, unit } = unitOf(rest?.trim() ?? '')
  if (size === null || unit === null || (currency && unit)) return null
  const isNegative = /[-−]/.test(`${sign}${inner}`)
  const number = (isNegative ? -size : size) * factor
  return { kind: 'number', number: number === 0 ? 0 : number, unit: currency || unit || fieldUnit }
}

/** The size of digits whose separators the language allows: thousands by its own sign, a space or an apostrophe. */
function sizeOf(digits: string, { group, decimal }: { group: string; decimal: string }): number | null {
  const [whole = '', fraction, ...more] = digits.split(decimal)
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null
  const groups = whole.split(/[^\d]/)
  const signs = new Set(whole.match(/[^\d]/g))
  const isGrouped =
    signs.size <= 1 &&
    [...signs].every((sign) => sign === group || /[\s'’]/.test(sign)) &&
    groups.every(
      (part, at) => at === 0 || part.length === 3 || (part.length === 2 && at < groups.length - 1),
    ) &&
    (groups.length === 1 || (groups[0] ?? '').length <= 3)
  const plain = groups.join('')
  if (!isGrouped || plain.length + (fraction?.length ?? 0) > MOST_DIGITS) return null
  return Number(fraction === undefined ? plain : `${plain}.${fraction}`)
}

/** The unit behind a number, and what "million" multiplies it by; a null unit where the words can be none. */
function unitOf(rest: string): { factor: number; unit: string | null } {
  const multiple = messages().fields.multiples.find(({ word }) => word.test(rest))
  const unit = multiple ? rest.replace(multiple.word, '').trim() : rest
  return { factor: multiple?.factor ?? 1, unit: unit === '' || UNIT.test(unit) ? unit : null }
}
