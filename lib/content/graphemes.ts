const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How many graphemes a person would count in `text` (UAX #29 extended grapheme clusters). */
export function countGraphemes(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count++
  return count
}
