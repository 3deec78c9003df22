import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import {
  ACTION_FORWARDED,
  ACTION_HEADER,
  NOT_FOR_VISITORS,
  nonceHeader,
  ROUTER_STATE_HEADER,
} from '@/lib/framework/headers'
import { FILE_POLICY, privatePolicy, SAFETY_HEADERS } from './policy-headers'
import { PRIVATE_CACHING } from './send'
import type { OuterAddress } from './visitor'

/**
 * The headers of a visitor that are forwarded to private routes. None of them can control the framework or choose a
 * nonce.
 */
const FROM_VISITOR = [
  'accept',
  'accept-language',
  'content-type',
  'cookie',
  'referer',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'user-agent',
]

/** Forwarded on POST only, for server actions. The second says what the client's router shows. */
const OF_ACTIONS = [ACTION_HEADER, ROUTER_STATE_HEADER]

/**
 * Headers of one connection (RFC 9110 §7.6.1), headers that the gateway sets itself, and the framework's own: told that
 * an action set a cookie, the client's router would reload the page before the form has moved on to the next one.
 */
const NOT_PASSED_ON = new Set<string>([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'date',
  'etag',
  ...NOT_FOR_VISITORS,
])

/** The headers of a request to a private route, made for a visitor. */
export function towardsPrivate(
  req: IncomingMessage,
  visit: {
    address: OuterAddress
    network: string
    nonce: string
    body?: Buffer | undefined
  },
): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {}
  const names = req.method === 'POST' ? [...FROM_VISITOR, ...OF_ACTIONS] : FROM_VISITOR
  for (const name of names) if (req.headers[name] !== undefined) headers[name] = req.headers[name]
  return {
    ...headers,
    host: visit.address.host,
    'x-forwarded-host': visit.address.host,
    'x-forwarded-proto': visit.address.isSecure ? 'https' : 'http',
    'x-forwarded-for': visit.network,
    'x-loreleaf-network': visit.network,
    ...nonceHeader(visit.nonce),
    // The renderer must not forward an action's call, with this visitor's cookies, to another server.
    ...(headers[ACTION_HEADER] !== undefined && ACTION_FORWARDED),
    // The gateway has checked the origin; the framework compares it with the host once more.
    ...(visit.body && { origin: visit.address.origin, 'content-length': visit.body.byteLength }),
  }
}

/** The headers of a private answer, which no cache may store. */
export function fromPrivate(given: IncomingHttpHeaders, nonce: string): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {}
  for (const [name, value] of Object.entries(given)) if (!NOT_PASSED_ON.has(name)) headers[name] = value
  const isDocument = /^text\/html\b/i.test(given['content-type'] ?? '')
  return {
    ...headers,
    ...SAFETY_HEADERS,
    'referrer-policy': 'same-origin',
    'content-security-policy': isDocument ? privatePolicy(nonce) : FILE_POLICY,
    'cache-control': PRIVATE_CACHING,
  }
}
