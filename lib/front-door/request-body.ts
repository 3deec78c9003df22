import type { IncomingMessage } from 'node:http'

/** A document has at most 1 MB; the rest is what a form puts around it. */
export const MOST_BODY = 1_500_000

/**
 * The whole body of a request; null when it says that it is, or turns out to be, longer than `most` bytes. What comes
 * after that is read and thrown away, so that the refusal can be heard. Throws when the visitor leaves.
 */
export async function readBody(req: IncomingMessage, most = MOST_BODY): Promise<Buffer | null> {
  if (Number(req.headers['content-length'] ?? 0) > most) {
    req.resume()
    return null
  }
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = []
    let length = 0
    req.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= most) return void chunks.push(chunk)
      chunks = []
      resolve(null)
    })
    req.on('end', () => resolve(Buffer.concat(chunks)))
    req.on('error', reject)
    req.on('close', () => reject(new Error('the visitor left')))
  })
}
