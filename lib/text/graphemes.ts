const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The segmenter's steps take time in proportion to its whole text: it is given pieces of this size. */
const PIECE = 1_024

/** No grapheme that people write takes more UTF-16 units; a text longer than its bound times this is not counted. */
export const UNITS = 12

/**
 * How many graphemes `text` has (UAX #29 extended grapheme clusters), counted no further than one more than `most`.
 * Takes time in proportion to what it counts, however long the text is.
 */
export const countGraphemes = (text: string, most: number): number => counted(text, most).count

/**
 * The length of a text with more than `most` graphemes, null for one that has not. The rest behind the first excess
 * grapheme is counted in UTF-16 units, which is faster.
 */
export function lengthBeyond(text: string, most: number): number | null {
  if (text.length <= most) return null
  const { count, end } = counted(text, most)
  return count > most ? count + text.length - end : null
}

/** The graphemes of `text`, one more than `most` at most, and where the last of them ends. */
function counted(text: string, most: number): { count: number; end: number } {
  const head = text.slice(0, most + 1)
  if (eachIsItsOwn(head)) return { count: head.length, end: head.length }
  let count = 0
  let piece = PIECE
  for (let start = 0; start < text.length; ) {
    const isLast = start + piece >= text.length
    let at = start
    const cut = pieceOf(text, start, piece)
    for (const { index, segment } of segmenter.segment(cut)) {
      // The last grapheme of a piece may continue behind the cut: the next piece begins with it.
      if (!isLast && index + segment.length >= cut.length) break
      at = start + index + segment.length
      count++
      if (count > most) return { count, end: at }
    }
    piece = at === start ? piece * 2 : PIECE
    start = at
  }
  return { count, end: text.length }
}

/** Nothing below U+0300 joins its neighbour, except a line feed after a carriage return. */
function eachIsItsOwn(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x300 || unit === RETURN) return false
  }
  return true
}

const RETURN = 13

/** A piece that does not end within a character. */
function pieceOf(text: string, start: number, length: number): string {
  const end = start + length
  const last = text.charCodeAt(end - 1)
  return text.slice(start, last >= 0xd800 && last <= 0xdbff && end < text.length ? end - 1 : end)
}

/** Whether `text` has at most `most` graphemes. Graphemes are counted only where the UTF-16 length does not decide. */
export const isAtMost = (text: string, most: number): boolean =>
  text.length <= most || (text.length <= most * UNITS && countGraphemes(text, most) <= most)
