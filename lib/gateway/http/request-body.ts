import type { IncomingMessage, ServerResponse } from 'node:http'
import { TooBusyError } from '@/lib/rate-limit/limiter'
import type { Holding } from './body-budget'

/** A document has at most 1 MB; the rest is for the form's encoding. */
export const MOST_BODY = 1_500_000

/** How much of a refused body is discarded before the connection is closed, so that the client can read the refusal. */
const MOST_THROWN_AWAY = 16_000_000

/**
 * The whole body of a request, each byte counted in `holding`; null when it is declared to be, or turns out to be,
 * longer than `most` bytes. `onWanted` is called before it is read: a client that expects `100 Continue` may get it then.
 * Throws `TooBusyError` when all bodies together are too long, and when the visitor disconnects.
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

/** Answers `Expect: 100-continue` (RFC 9110 §10.1.1): the body may be sent. */
export function goOn(req: IncomingMessage, res: ServerResponse): void {
  if (req.headers.expect !== undefined && req.httpVersionMinor > 0) res.writeContinue()
}

/** Discards what comes of a refused body, so that the refusal can be read; the connection is cut if there is no end. */
export function throwAway(req: IncomingMessage): void {
  let length = 0
  req.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > MOST_THROWN_AWAY) req.destroy()
  })
}
