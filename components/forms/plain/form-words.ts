/** The words of a plain form, by the names of its fields. */
export type Words = Record<string, string>

/** What is no word of the form: its key, what the framework adds, and whatever belongs to an account. */
const NO_WORDS = /^(?:key$|knownAs$|writtenAs$|sendAs$|account|\$)|password/i

/** What stands in a form, fields left empty included; never a name or a password to sign in with. */
export function wordsIn(form: HTMLFormElement | FormData): Words {
  const data = form instanceof FormData ? form : new FormData(form)
  const words: Words = {}
  for (const [name, value] of data) if (typeof value === 'string' && !NO_WORDS.test(name)) words[name] = value
  return words
}

/** Whether two forms say the same; an empty field says as much as a missing one. */
export function isSameWords(one: Words, other: Words): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => (one[name] ?? '') === (other[name] ?? ''))
}
