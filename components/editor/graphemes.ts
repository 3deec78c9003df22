const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How many characters a person would count, as the server counts them. */
export function graphemesIn(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count++
  return count
}
