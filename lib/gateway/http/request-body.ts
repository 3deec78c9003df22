import type { IncomingMessage } from 'node:http'
import type { Holding } from './body-budget'
import { TooBusyError } from './limiter'

/** A document has at most 1 MB; the rest is what a form puts around it. */
export const MOST_BODY = 1_500_000

/** So much of a refused body is read and thrown away, so that the refusal can be read; then the connection is closed. */
const MOST_THROWN_AWAY = 16_000_000

/**
 * The whole body of a request, each byte of it counted in `holding`; null when it says that it is, or turns out to be,
 * longer than `most` bytes. `onWanted` is called once it is: who waits to be told to go on may be told so. Throws `TooBusyError` when all bodies together are too much, and when the visitor leaves.
 */
export async function readBody(
  req: IncomingMessage,
  holding: Holding,
  onWanted: () => void = () => {},
  most = MOST_BODY,
): Promise<Buffer | null> {
  if (Number(req.headers['content-length'] ?? 0) > most) {
    throwAway(req)
    return null
  }
  onWanted()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    const keep = (chunk: Buffer) => {
      length += chunk.length
      const isTooMuch = length > most
      if (!isTooMuch && holding.take(chunk.length)) return void chunks.push(chunk)
      req.off('data', keep)
      throwAway(req)
      if (isTooMuch) resolve(null)
      else reject(new TooBusyError())
    }
    req.on('data', keep)
    req.on('end', () => resolve(Buffer.concat(chunks)))
    req.on('error', reject)
    req.on('close', () => reject(new Error('the visitor left')))
  })
}

function throwAway(req: IncomingMessage): void {
  let length = 0
  req.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > MOST_THROWN_AWAY) req.destroy()
  })
}
