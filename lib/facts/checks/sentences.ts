import { shorten } from '@/lib/text/shorten'
import { MOST_PLACE } from './schema'

/** A sentence of a page; whether it holds the words that are cited. */
export interface Sentence {
  text: string
  isCited: boolean
}

/** Shorter than any real sentence: what is cut off at an end. */
const STUB = 12

/** The sentences that hold the cited words, and one on each side of them. */
export function sentencesAround({
  before,
  words,
  after,
}: {
  before: string
  words: string
  after: string
}): Sentence[] {
  const text = `${before}${words}${after}`
  const [from, to] = [before.length, before.length + words.length]
  const all = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(
    ({ segment, index }) => ({
      text: shorten(segment.replace(/\s+/g, ' ').trim(), MOST_PLACE - 1),
      isCited: index < to && index + segment.length > from,
    }),
  )
  const first = all.findIndex(({ isCited }) => isCited)
  const last = all.findLastIndex(({ isCited }) => isCited)
  return all
    .slice(Math.max(0, first - 1), last + 2)
    .filter(({ text, isCited }) => isCited || text.length >= STUB)
}
