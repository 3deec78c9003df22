import { errors } from '@/lib/texts/en/errors'
import { MOST_BLOCKS } from './document'

/** Guards that stand before every parser: nothing here recurses, so no nesting can overflow the stack. */
export const MOST_BYTES = 1_000_000
export const MOST_DEPTH = 32
export const MOST_NODES = 20_000
export const MOST_KEYS = 200
/** A posted changeset wraps its documents in this many levels of its own. */
const WRAPPING = 8

/**
 * Reads posted JSON of any kind: at most 1 MB, at most 40 levels (a document's 32 and the changeset around it), both
 * checked on the raw text before it is parsed. Gives the value, or the sentence that says what is wrong.
 */
export function readJson(raw: string): { ok: true; value: unknown } | { ok: false; message: string } {
  if (raw.length > MOST_BYTES || Buffer.byteLength(raw) > MOST_BYTES) return wrong(errors.content.tooLarge)
  if (deepestLevel(raw, MOST_DEPTH + WRAPPING) > MOST_DEPTH + WRAPPING) return wrong(errors.content.tooDeep)
  try {
    return { ok: true, value: JSON.parse(raw) }
  } catch {
    return wrong(errors.content.unreadable)
  }
}

/** How deep brackets nest in JSON text, strings left aside; stops one past `most`. Text that is no JSON gives some number. */
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

/**
 * What is out of bounds in a parsed value, or null: more than 1 MB of text, 32 levels, 20,000 parts (the members of all
 * lists), 2,000 blocks in one `doc`, 200 keys in one object. Stops at the first.
 */
export function outOfBounds(value: unknown): string | null {
  const open: { value: unknown; level: number }[] = [{ value, level: 0 }]
  let nodes = 0
  let text = 0
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value === 'string') text += next.value.length
    if (text > MOST_BYTES) return errors.content.tooLarge
    if (next.value === null || typeof next.value !== 'object') continue
    const level = next.level + 1
    // The content object and its field stand around the document.
    if (level > MOST_DEPTH + 1) return errors.content.tooDeep
    if (Array.isArray(next.value)) nodes += next.value.length
    if (nodes > MOST_NODES) return errors.content.tooManyNodes
    if (hasTooManyBlocks(next.value)) return errors.content.tooManyBlocks
    const members = Object.values(next.value)
    if (!Array.isArray(next.value) && members.length > MOST_KEYS) return errors.content.tooManyNodes
    for (const member of members) open.push({ value: member, level })
  }
  return null
}

const hasTooManyBlocks = (value: object) =>
  'type' in value &&
  value.type === 'doc' &&
  'content' in value &&
  Array.isArray(value.content) &&
  value.content.length > MOST_BLOCKS

const wrong = (message: string) => ({ ok: false as const, message })
