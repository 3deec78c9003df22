import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ByteRange } from '@/lib/file-store/store'
import { SAFETY_HEADERS } from '@/lib/gateway/http/policy-headers'
import { hasAlready, PRIVATE_CACHING } from '@/lib/gateway/http/send'
import { logError } from '@/lib/log'
import { readRange } from './range'

/** Bytes as they are sent: what they are, and how to get them, all or a part. */
export interface Sendable {
  mediaType: string
  size: number
  /** The SHA-256 of the bytes: their entity tag. */
  digest: string
  /** The name under which a browser saves them. */
  name: string
  isPublic: boolean
  /** Throws `StoreAwayError`. */
  open: (range?: ByteRange) => Promise<Readable>
}

/** Caches may store it, and ask each time whether it is still there. */
export const PUBLIC_CACHING = 'public, no-cache'

/** A picture runs nothing, loads nothing, and is no document of this site. */
const PICTURE_POLICY = "default-src 'none'; sandbox"

/**
 * Answers GET and HEAD with bytes: the whole, a part of it (206), nothing but headers where the visitor has it already
 * (304). As fast as the visitor reads. Throws what `open` throws, before anything was sent.
 */
export async function sendBytes(req: IncomingMessage, res: ServerResponse, sent: Sendable): Promise<void> {
  const etag = `"${sent.digest}"`
  const headers = {
    ...SAFETY_HEADERS,
    ...pictureHeaders(sent),
    etag,
    'cache-control': sent.isPublic ? PUBLIC_CACHING : PRIVATE_CACHING,
  }
  if (hasAlready(req.headers['if-none-match'], etag)) return void res.writeHead(304, headers).end()
  const range =
    req.method === 'GET' && appliesTo(req.headers['if-range'], etag)
      ? readRange(req.headers.range, sent.size)
      : null
  if (range === 'unsatisfiable') {
    return void res
      .writeHead(416, { ...headers, 'content-range': `bytes */${sent.size}`, 'content-length': 0 })
      .end()
  }
  const length = range ? range.end - range.start + 1 : sent.size
  const all = {
    ...headers,
    'content-length': length,
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${sent.size}` }),
  }
  if (req.method === 'HEAD') return void res.writeHead(200, all).end()
  const bytes = await sent.open(range ?? undefined)
  res.writeHead(range ? 206 : 200, all)
  await stream(bytes, res)
}

/** What is said of a picture, besides how long it may be kept. */
export const pictureHeaders = ({
  name,
  isPublic,
  mediaType,
}: Omit<Sendable, 'open'>): Record<string, string> => ({
  'content-type': mediaType,
  'accept-ranges': 'bytes',
  'content-security-policy': PICTURE_POLICY,
  'content-disposition': `inline; filename="${name}"`,
  // What everybody may see may be shown elsewhere, too; nothing else.
  'cross-origin-resource-policy': isPublic ? 'cross-origin' : 'same-origin',
})

/** The strong comparison of RFC 9110 §13.1.5; a date never applies, since nothing has one here. */
const appliesTo = (ifRange: string | string[] | undefined, etag: string): boolean =>
  ifRange === undefined || ifRange === etag

/** A visitor who leaves is no fault; a store that breaks off cuts the connection, so that nobody takes a part for the whole. */
async function stream(bytes: Readable, res: ServerResponse): Promise<void> {
  let isStoreAway = false
  bytes.once('error', () => {
    isStoreAway = !res.destroyed
  })
  try {
    await pipeline(bytes, res)
  } catch (error) {
    if (isStoreAway) logError(error, { while: 'sending a picture' })
  }
}
