import type { IncomingMessage, ServerResponse } from 'node:http'
import { chosenCoding } from '@/lib/gateway/cache/coding'
import { CODINGS, type Coding, type Page } from '@/lib/gateway/cache/rendered'
import { messages } from '@/lib/messages/messages'
import type { Messages } from '@/lib/messages/widened'
import { SAFETY_HEADERS, safetyHeaders, sharedPolicy } from './policy-headers'

/** Downstream caches may store a shared page for a second; browsers revalidate each time. */
export const SHARED_CACHING = 'public, max-age=0, s-maxage=1'
/** Names of built files change with their content. */
export const IMMUTABLE_CACHING = 'public, max-age=31536000, immutable'
export const NO_CACHING = 'no-store'
export const PRIVATE_CACHING = 'private, no-store'

/** The prepared headers of one page in one coding. */
interface Ready {
  etag: string | null
  /** Names and values in turn: the form that Node writes fastest. */
  headers: string[]
  /** The headers of a 304: without the length of a body. */
  unmodified: string[]
}

const made = new WeakMap<Page, Record<string, Ready>>()

/**
 * Sends finished bytes; only headers when the visitor has them already (304), and to a HEAD. What no cache may store has
 * no entity tag: nobody can have it already.
 */
export function sendPage(req: IncomingMessage, res: ServerResponse, page: Page, caching: string): void {
  const coding = chosenCoding(req.headers['accept-encoding'], page.bodies)
  const { etag, headers, unmodified } = readyToSend(page, coding, caching)
  if (etag && page.status === 200 && hasAlready(req.headers['if-none-match'], etag)) {
    res.writeHead(304, unmodified).end()
    return
  }
  res.writeHead(page.status, headers)
  res.end(req.method === 'HEAD' ? undefined : page.bodies[coding])
}

function readyToSend(page: Page, coding: Coding, caching: string): Ready {
  const ofPage = made.get(page) ?? {}
  made.set(page, ofPage)
  ofPage[`${coding} ${caching}`] ??= prepare(page, coding, caching)
  return ofPage[`${coding} ${caching}`] as Ready
}

/** Each coding is another representation, with an entity tag of its own (RFC 9110 §8.8.3.3). */
function prepare(page: Page, coding: Coding, caching: string): Ready {
  const etag =
    caching === PRIVATE_CACHING ? null : `"${page.etag}${coding === 'identity' ? '' : `-${coding}`}"`
  const isCoded = CODINGS.some((one) => one !== 'identity' && page.bodies[one])
  // Readers who have said how far they are get another representation of a page that named something.
  const varying = [isCoded && 'accept-encoding', page.named.length > 0 && 'cookie'].filter(
    (name) => name !== false,
  )
  const unmodified = Object.entries({
    ...safetyHeaders(page.headers['content-security-policy']),
    ...page.headers,
    ...(etag && { etag }),
    'cache-control': caching,
    ...(varying.length > 0 && { vary: varying.join(', ') }),
  }).flat()
  const body = page.bodies[coding] ?? page.bodies.identity
  const headers = [...unmodified, 'content-length', String(body.byteLength)]
  if (coding !== 'identity') headers.push('content-encoding', coding)
  return { etag, headers, unmodified }
}

/** Whether a request's `If-None-Match` names this entity tag, by the weak comparison of RFC 9110 §13.1.2. */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  return ifNoneMatch.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()))
}

/** Redirects permanently to the canonical spelling of an address. */
export function sendOn(res: ServerResponse, target: string): void {
  res.writeHead(308, { ...SAFETY_HEADERS, location: target, 'cache-control': SHARED_CACHING }).end()
}

/** Answers `OPTIONS *` (RFC 9110 §9.3.7): the supported methods. */
export function sendMethods(res: ServerResponse, methods: Iterable<string>): void {
  res.writeHead(204, { ...SAFETY_HEADERS, allow: [...methods].join(', '), 'cache-control': NO_CACHING }).end()
}

type Refused = keyof Messages['gateway']
type Said = { title: string; text: string }

/** The gateway's own page for a refusal. */
export function refusalPage(status: Refused, { title, text }: Said = messages().gateway[status]): string {
  const { tag, direction } = messages().language
  return (
    `<!doctype html><html lang="${tag}" dir="${direction}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${title}</title><h1>${title}</h1><p>${text}</p></html>`
  )
}

/** The headers of a refusal, which no cache may store. */
export function refusalHeaders(status: Refused, body: string): Record<string, string | number> {
  return {
    ...SAFETY_HEADERS,
    'content-security-policy': sharedPolicy([]),
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': NO_CACHING,
    ...(status === 503 && { 'retry-after': '5' }),
  }
}

/** Refuses a request with the gateway's own page. */
export function sendRefusal(
  req: IncomingMessage,
  res: ServerResponse,
  status: Refused,
  headers: Record<string, string> = {},
  said?: Said,
): void {
  const body = refusalPage(status, said)
  res.writeHead(status, { ...refusalHeaders(status, body), ...headers })
  res.end(req.method === 'HEAD' ? undefined : body)
}
