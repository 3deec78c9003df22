import { createHash } from 'node:crypto'

/** A table's rows as a count and a SHA-256, for comparing two databases. */
export interface Digest {
  rows: number
  sha256: string
}

/** Takes rows piece by piece and gives their digest at the end. */
export function createDigest() {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add(piece: Buffer): void {
      hash.update(piece)
      for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) rows += 1
    },
    end: (): Digest => ({ rows, sha256: hash.digest('hex') }),
  }
}

/** The digest of a stream of rows. */
export async function digestOf(pieces: AsyncIterable<Buffer>): Promise<Digest> {
  const digest = createDigest()
  for await (const piece of pieces) digest.add(piece)
  return digest.end()
}
