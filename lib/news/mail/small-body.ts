import type { IncomingMessage } from 'node:http'
import { throwAway } from '@/lib/gateway/http/request-body'

/** The longest body, in bytes. */
const MOST = 16_000

/** The body of a request that comes from elsewhere, as text; null when it is longer than 16 kB. */
export function readSmallBody(req: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    const keep = (chunk: Buffer) => {
      length += chunk.length
      if (length <= MOST) return void chunks.push(chunk)
      req.off('data', keep)
      throwAway(req)
      resolve(null)
    }
    req.on('data', keep)
    req.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    req.on('error', reject)
    req.on('close', () => reject(new Error('the sender left')))
  })
}
