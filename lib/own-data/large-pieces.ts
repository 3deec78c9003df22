/** How long a piece is at least, in characters. */
const LARGE = 32_768

/** The same text in fewer pieces, so that little is spent on each. */
export async function* inLargePieces(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let held = ''
  for await (const piece of pieces) {
    held += piece
    if (held.length < LARGE) continue
    yield Buffer.from(held)
    held = ''
  }
  if (held) yield Buffer.from(held)
}
