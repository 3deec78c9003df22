import { createHash } from 'node:crypto'
import { isStorable } from './plain'

/**
 * The one spelling of a JSON value: keys sorted by UTF-16 units as in RFC 8785, no white space, `undefined` left out.
 * Equal values give equal text, whatever order a database or a browser hands the keys back in. The value must be of
 * bounded depth. Throws a TypeError at text that cannot be stored and at what JSON does not know.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  if (typeof value === 'string' && !isStorable(value)) throw new TypeError('text that cannot be stored')
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('a number that JSON lacks')
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`JSON has no ${typeof value}`)
  return text
}

/** Whether two JSON values say the same. */
export const isSame = (a: unknown, b: unknown) => a === b || canonicalJson(a) === canonicalJson(b)

/** SHA-256 in hexadecimal of a salt and the canonical text of `content`. */
export function hashOf(salt: string, content: unknown): string {
  return createHash('sha256').update(salt).update('\n').update(canonicalJson(content)).digest('hex')
}
