const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Enough UTF-16 units of a word for its first letter. */
const BEGINNING = 24

/** The first letters of the first and the last word of a name: two at most. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last].flatMap((word) => (word ? letterOf(word) : [])).join('')
}

function letterOf(word: string): string {
  const [letter] = segmenter.segment(word.slice(0, BEGINNING))
  return letter?.segment.toUpperCase() ?? ''
}
