import { MATCH_END, MATCH_START } from '@/db/search/search'

/** A piece of a snippet; `isMatch` when it matched the query. Plain text: the view escapes it. */
export interface Piece {
  text: string
  isMatch: boolean
}

/** Splits a snippet at its markers. */
export function piecesOf(snippet: string): Piece[] {
  const pieces: Piece[] = []
  for (const part of snippet.split(MATCH_START)) {
    const [match, rest] = part.split(MATCH_END)
    if (rest === undefined) pieces.push({ text: part, isMatch: false })
    else pieces.push({ text: match ?? '', isMatch: true }, { text: rest, isMatch: false })
  }
  return pieces.filter((piece) => piece.text !== '')
}
