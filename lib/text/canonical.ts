import { isStorable } from './plain'

/**
 * The canonical text of a JSON value: keys sorted by UTF-16 units as in RFC 8785, no white space, `undefined` left out.
 * Equal values give equal text, whatever the order of their keys. The value must be of bounded depth. Throws a
 * TypeError at text that cannot be stored and at values that are not JSON.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (isObject(value)) {
    let members = ''
    for (const key of keysOf(value).sort())
      members += `${members && ','}${canonicalJson(key)}:${canonicalJson(value[key])}`
    return `{${members}}`
  }
  if (typeof value === 'string' && !isStorable(value)) throw new TypeError('text that cannot be stored')
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('a number that JSON lacks')
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`JSON has no ${typeof value}`)
  return text
}

/** Whether two JSON values are equal: whether their canonical texts are. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, at) => isSame(one, b[at]))
  if (!isObject(a) || !isObject(b) || Array.isArray(b)) return false
  const keys = keysOf(a)
  return (
    keys.length === keysOf(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object'

/** An object's keys that JSON includes. */
const keysOf = (value: Record<string, unknown>) =>
  Object.keys(value).filter((key) => value[key] !== undefined)
