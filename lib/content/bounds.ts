import { type Place, placeOfDepth, placeOfExcess } from '@/lib/errors/place'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { MOST_BLOCKS } from './document'

/** Checks that run before every parser: nothing here recurses, so no nesting can overflow the stack. */
export const MOST_BYTES = 1_000_000
export const MOST_DEPTH = 32
export const MOST_NODES = 20_000
export const MOST_KEYS = 200
/**
 * The most levels of posted JSON: few enough for safe recursion, and enough for content that is nested too deeply in an
 * editor to be read and refused at its place.
 */
export const MOST_RAW_DEPTH = 512

/**
 * Reads posted JSON of any kind: at most 1 MB, at most 512 levels, both
 * checked on the raw text before it is parsed. Gives the value, or the message that says what is wrong.
 */
export function readJson(raw: string): { ok: true; value: unknown } | { ok: false; message: Message } {
  const { errors } = codes()
  const bytes = raw.length > MOST_BYTES ? raw.length : Buffer.byteLength(raw)
  if (bytes > MOST_BYTES) return wrong(errors.content.tooLarge(bytes, MOST_BYTES))
  if (deepestLevel(raw, MOST_RAW_DEPTH) > MOST_RAW_DEPTH) return wrong(errors.content.tooDeep(MOST_DEPTH))
  try {
    return { ok: true, value: JSON.parse(raw) }
  } catch {
    return wrong(errors.content.unreadable)
  }
}

/**
 * How deep brackets nest in JSON text, outside of strings; stops one past `most`. Text that is not JSON gives some
 * number.
 */
export function deepestLevel(raw: string, most: number): number {
  let level = 0
  let deepest = 0
  for (let at = 0; at < raw.length; at++) {
    const unit = raw.charCodeAt(at)
    if (unit === QUOTE) {
      at++
      while (at < raw.length && raw.charCodeAt(at) !== QUOTE) at += raw.charCodeAt(at) === BACKSLASH ? 2 : 1
    } else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      level++
      if (level > deepest) deepest = level
      if (deepest > most) return deepest
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) level--
  }
  return deepest
}

const [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [34, 92, 123, 125, 91, 93]

interface Open {
  value: unknown
  level: number
  key: string | number
  inside: Open | null
}

/**
 * What is out of bounds in a parsed value, and where, or null: more than 1 MB of text, 32 levels, 20,000 parts (the
 * members of all lists), 2,000 blocks in one `doc`, 200 keys in one object. Stops at the first.
 */
export function outOfBounds(value: unknown): Place | null {
  const { errors } = codes()
  const open: Open[] = [{ value, level: 0, key: '', inside: null }]
  let nodes = 0
  let text = 0
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value === 'string') text += next.value.length
    if (text > MOST_BYTES) return { path: [], message: errors.content.tooLarge(sizeOf(value), MOST_BYTES) }
    if (next.value === null || typeof next.value !== 'object') continue
    const level = next.level + 1
    // The content object and its field are two levels above the document.
    if (level > MOST_DEPTH + 1) return tooDeep(value, next)
    if (Array.isArray(next.value)) nodes += next.value.length
    if (nodes > MOST_NODES) return { path: pathOf(next), message: tooManyParts(value) }
    if (hasTooManyBlocks(next.value)) return placeOfExcess(value, [...pathOf(next), 'content'], MOST_BLOCKS)
    const members = Object.entries(next.value)
    if (!Array.isArray(next.value) && members.length > MOST_KEYS)
      return { path: pathOf(next), message: errors.content.tooMany(members.length, MOST_KEYS) }
    const isList = Array.isArray(next.value)
    // A stack takes the last first, so push in reverse: the first problem should be reported first.
    for (const [key, member] of members.reverse())
      open.push({ value: member, level, key: isList ? Number(key) : key, inside: next })
  }
  return null
}

function pathOf(at: Open): (string | number)[] {
  const path: (string | number)[] = []
  for (let step: Open | null = at; step?.inside; step = step.inside) path.unshift(step.key)
  return path
}

/** How much deeper it goes below: so many levels have to be removed. */
function tooDeep(whole: unknown, at: Open): Place {
  const path = pathOf(at)
  let deepest = { path, level: at.level + 1 }
  const open = [{ value: at.value, path, level: at.level + 1 }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.level > MOST_RAW_DEPTH) break
    if (next.level > deepest.level) deepest = next
    const isList = Array.isArray(next.value)
    for (const [key, value] of Object.entries(next.value as object))
      if (value !== null && typeof value === 'object')
        open.push({ value, path: [...next.path, isList ? Number(key) : key], level: next.level + 1 })
  }
  return placeOfDepth(whole, deepest.path, deepest.level - (MOST_DEPTH + 1), MOST_DEPTH)
}

const tooManyParts = (value: unknown) =>
  codes().errors.content.tooManyParts(total(value, partsIn), MOST_NODES)
const sizeOf = (value: unknown) => total(value, (one) => (typeof one === 'string' ? one.length : 0))
const partsIn = (value: unknown) => (Array.isArray(value) ? value.length : 0)

/** A sum over a value and everything in it; posted values have at most a megabyte. */
function total(value: unknown, of: (one: unknown) => number): number {
  const open = [value]
  let sum = 0
  while (open.length > 0) {
    const next = open.pop()
    sum += of(next)
    if (next !== null && typeof next === 'object') for (const member of Object.values(next)) open.push(member)
  }
  return sum
}

const hasTooManyBlocks = (value: object) =>
  'type' in value &&
  value.type === 'doc' &&
  'content' in value &&
  Array.isArray(value.content) &&
  value.content.length > MOST_BLOCKS

const wrong = (message: Message) => ({ ok: false as const, message })
