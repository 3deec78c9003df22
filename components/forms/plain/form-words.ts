/** The values of a plain form, by field name. */
export type Words = Record<string, string>

/** Fields that are not stored in a draft: the key, the framework's own, and those of an account. */
const NO_WORDS = /^(?:key$|knownAs$|writtenAs$|sendAs$|account|\$)|password/i

/** A form's values, empty fields included; never a name or a password for signing in. */
export function wordsIn(form: HTMLFormElement | FormData): Words {
  const data = form instanceof FormData ? form : new FormData(form)
  const words: Words = {}
  for (const [name, value] of data) if (typeof value === 'string' && !NO_WORDS.test(name)) words[name] = value
  return words
}

/** Whether two forms have the same values; an empty field equals a missing one. */
export function isSameWords(one: Words, other: Words): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => (one[name] ?? '') === (other[name] ?? ''))
}
