import type { IncomingMessage, ServerResponse } from 'node:http'
import { door } from '@/lib/texts/en/door'
import { SAFETY_HEADERS, sharedPolicy } from './policy-headers'
import type { Page } from './rendered'

/** Downstream caches may keep a shared page for a second; browsers ask each time. */
export const SHARED_CACHING = 'public, max-age=0, s-maxage=1'
/** Names of built files change with their content. */
export const IMMUTABLE_CACHING = 'public, max-age=31536000, immutable'
export const NO_CACHING = 'no-store'
export const PRIVATE_CACHING = 'private, no-store'

/** Sends finished bytes: nothing of them when the visitor has them already, no body to a HEAD. */
export function sendPage(req: IncomingMessage, res: ServerResponse, page: Page, caching: string): void {
  const headers = { ...SAFETY_HEADERS, ...page.headers, etag: page.etag, 'cache-control': caching }
  if (page.status === 200 && hasAlready(req.headers['if-none-match'], page.etag)) {
    res.writeHead(304, headers).end()
    return
  }
  res.writeHead(page.status, { ...headers, 'content-length': page.body.byteLength })
  res.end(req.method === 'HEAD' ? undefined : page.body)
}

/** The weak comparison of RFC 9110 §13.1.2. */
function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  return ifNoneMatch.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()))
}

/** Sends a visitor on, for good, to the canonical spelling of an address. */
export function sendOn(res: ServerResponse, target: string): void {
  res.writeHead(308, { ...SAFETY_HEADERS, location: target, 'cache-control': SHARED_CACHING }).end()
}

/** Answers for the door itself: one plain sentence, never remembered by anybody. */
export function sendRefusal(
  req: IncomingMessage,
  res: ServerResponse,
  status: keyof typeof door,
  headers: Record<string, string> = {},
): void {
  const { title, text } = door[status]
  const body =
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<title>${title}</title><h1>${title}</h1><p>${text}</p></html>`
  res.writeHead(status, {
    ...SAFETY_HEADERS,
    'content-security-policy': sharedPolicy([]),
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': NO_CACHING,
    ...(status === 503 && { 'retry-after': '5' }),
    ...headers,
  })
  res.end(req.method === 'HEAD' ? undefined : body)
}
