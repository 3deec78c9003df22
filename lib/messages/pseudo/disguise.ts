/** English letters and their replacements: still readable, and never typed by hand. */
const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const STRANGE = 'àƀçđéƒĝĥîĵķļɱñöþǫŕşţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ'
const strange = new Map([...PLAIN].map((letter, index) => [letter, [...STRANGE][index] ?? letter]))

/** The mark of right-to-left text; without it, `dir="auto"` would follow the letters. */
const RIGHT_TO_LEFT = '\u200f'

// Private use characters: these are in no text.
const FROM = '\ue000'
const TO = '\ue001'
const KEPT = new RegExp(`${FROM}([^${FROM}${TO}]*)${TO}`)

const letters = (text: string) =>
  [...text].map((letter) => (strange.get(letter) ?? letter).repeat(/[aeiou]/i.test(letter) ? 2 : 1)).join('')

/**
 * A sentence of the pseudo-language: other letters, about two fifths longer, and with marks at its ends that show where
 * it is cut or joined. Spaces around it are kept.
 */
function strangely(text: string): string {
  const parts = text.split(KEPT)
  const said = parts.map((part, index) => (index % 2 === 0 ? letters(part) : part)).join('')
  if (said === parts.join('')) return said
  return said.replace(/^(\s*)(.*?)(\s*)$/s, `$1${RIGHT_TO_LEFT}[$2]$3`)
}

/** Every text in a sentence's parameters, as a place that can be written to. */
function placesIn(holder: Record<string, unknown>): [Record<string, unknown>, string][] {
  return Object.keys(holder).flatMap((key) => {
    const value = holder[key]
    if (typeof value === 'string') return [[holder, key]] as [Record<string, unknown>, string][]
    return isHolder(value) ? placesIn(value) : []
  })
}

const isHolder = (value: unknown): value is Record<string, unknown> =>
  Array.isArray(value) || (typeof value === 'object' && value?.constructor === Object)

/** Copies of arrays and objects, so that they can be changed. */
function copied<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copied) as T
  if (!isHolder(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one)])) as T
}

/** The parameters with names and other quoted texts marked, so that they are kept. */
function marked(sentence: (...given: unknown[]) => unknown, given: unknown[]): unknown[] {
  const marking = copied(given)
  for (const [holder, key] of placesIn(marking as unknown as Record<string, unknown>)) {
    const text = holder[key]
    holder[key] = `${FROM}${text}${TO}`
    if (!repeats(sentence, marking, holder[key] as string)) holder[key] = text
  }
  return marking
}

/** Whether a text appears in the sentence, and does not only choose between sentences. */
function repeats(sentence: (...given: unknown[]) => unknown, given: unknown[], text: string): boolean {
  try {
    return JSON.stringify(sentence(...given)).includes(JSON.stringify(text).slice(1, -1))
  } catch {
    return false
  }
}

/** A catalogue, or a part of it, in the pseudo-language. Values that are no sentences stay as they are. */
export function disguised<T>(said: T): T {
  if (typeof said === 'string') return strangely(said) as T
  if (typeof said === 'function') {
    const sentence = said as unknown as (...given: unknown[]) => unknown
    return ((...given: unknown[]) => disguised(sentence(...marked(sentence, given)))) as T
  }
  if (Array.isArray(said)) return said.map(disguised) as T
  if (!isHolder(said)) return said
  return Object.fromEntries(Object.entries(said).map(([key, one]) => [key, disguised(one)])) as T
}
