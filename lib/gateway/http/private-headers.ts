import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { FILE_POLICY, privatePolicy, SAFETY_HEADERS } from './policy-headers'
import { PRIVATE_CACHING } from './send'
import type { OuterAddress } from './visitor'

/**
 * What of a visitor's headers goes on to private routes. Everything that could speak to the framework behind the gateway
 * (`x-*`, `rsc`, `next-*`, a policy of the visitor's own with a nonce of his choice) is not in the list.
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
const OF_ACTIONS = ['next-action', 'next-router-state-tree']

/**
 * About one connection (RFC 9110 §7.6.1), or the gateway's to say. The last tells the client's router to fetch the page
 * anew after an action that set a cookie; it would load it whole, and so overtake the form on its way to the next page.
 */
const NOT_PASSED_ON = new Set([
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
  'x-powered-by',
  'x-action-revalidated',
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
    'content-security-policy': `script-src 'nonce-${visit.nonce}'`,
    'x-nonce': visit.nonce,
    // Otherwise an action that another page calls is sent on to that page: a request of the server's own, with this
    // visitor's cookies, to whatever listens on the port that the framework supposes.
    ...(headers['next-action'] !== undefined && { 'x-action-forwarded': '1' }),
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
