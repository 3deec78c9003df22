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
 * What of a visitor's headers goes on to private routes. Everything that could speak to the framework behind the gateway,
 * or name a nonce of the visitor's choice, is not in the list.
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

/** What a server action is called with; only on POST. The second tells the client's router what to show afterwards. */
const OF_ACTIONS = [ACTION_HEADER, ROUTER_STATE_HEADER]

/**
 * About one connection (RFC 9110 §7.6.1), or the gateway's to say, or the framework's: told that an action set a cookie,
 * the client's router would load the page whole, and so overtake the form on its way to the next page.
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

/** The headers with which a private route is asked for on behalf of a visitor. */
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
    // No call of an action leaves the renderer again, with this visitor's cookies.
    ...(headers[ACTION_HEADER] !== undefined && ACTION_FORWARDED),
    // The gateway has checked where the request came from; what stands behind it compares this with the host once more.
    ...(visit.body && { origin: visit.address.origin, 'content-length': visit.body.byteLength }),
  }
}

/** The headers of a private answer: for this visitor, now, and for nobody to keep. */
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
