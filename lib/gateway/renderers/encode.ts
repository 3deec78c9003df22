import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Bodies } from '@/lib/gateway/cache/rendered'

const gzip = promisify(zlib.gzip)
const brotli = promisify(zlib.brotliCompress)

/** Content types that compress; fonts and pictures are compressed already. */
const SHRINKS = /^(?:text\/|image\/svg|application\/(?:javascript|json|manifest|xml|[\w.-]+\+(?:json|xml)))/i

/** Below this, in bytes, a coding costs more than it saves. */
const LEAST = 600

/** How strongly to compress: a built file once for good, a page while its first reader waits, an answer just once. */
const EFFORT = {
  'keep for ever': { gzip: 9, brotli: 10 },
  keep: { gzip: 9, brotli: 5 },
  'pass on': { gzip: 5, brotli: null },
}

/** The same bytes in every coding that makes them smaller, of those that `effort` allows. */
export async function encoded(
  identity: Buffer,
  contentType: string | undefined,
  purpose: keyof typeof EFFORT,
): Promise<Bodies> {
  if (identity.length < LEAST || !SHRINKS.test(contentType ?? '')) return { identity }
  const effort = EFFORT[purpose]
  const zipped = gzip(identity, { level: effort.gzip })
  if (effort.brotli === null) return { identity, gzip: await zipped }
  const params = {
    [zlib.constants.BROTLI_PARAM_QUALITY]: effort.brotli,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  }
  const [gz, br] = await Promise.all([zipped, brotli(identity, { params })])
  return { identity, gzip: gz, br }
}
