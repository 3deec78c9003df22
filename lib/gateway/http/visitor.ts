import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** The wiki's address as this visitor requested it. */
export interface OuterAddress {
  origin: string
  host: string
  isSecure: boolean
}

/**
 * The wiki's public address: the configured one, or else the request's host. Null when that is not valid. A proxy's
 * `X-Forwarded-Proto` counts only when a proxy is trusted.
 */
export function outerAddress(
  req: IncomingMessage,
  options: { origin?: string | undefined; trustedProxies: number },
): OuterAddress | null {
  if (options.origin) {
    const { origin, host, protocol } = new URL(options.origin)
    return { origin, host, isSecure: protocol === 'https:' }
  }
  const host = req.headers.host?.toLowerCase() ?? ''
  if (!/^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\da-f:.]+\])(?::\d{1,5})?$/.test(host)) return null
  const isSecure = options.trustedProxies > 0 && req.headers['x-forwarded-proto'] === 'https'
  const origin = `${isSecure ? 'https' : 'http'}://${host}`
  return URL.canParse(origin) ? { origin: new URL(origin).origin, host, isSecure } : null
}

/**
 * Whether a request that changes something comes from the wiki's own pages: this is the project's rule against forged
 * requests, for every action and handler. Its `Origin` must be ours; without one, the browser itself must say
 * `Sec-Fetch-Site: same-origin`, which no page of another site can make it say.
 */
export function isSameOrigin(req: IncomingMessage, address: OuterAddress): boolean {
  const { origin } = req.headers
  if (origin !== undefined) return origin === address.origin
  return req.headers['sec-fetch-site'] === 'same-origin'
}

/**
 * The visitor's network address. Each trusted proxy adds the address that it saw to the end of `X-Forwarded-For`; so
 * many steps from the end is an address that no client could have forged.
 */
export function visitorNetwork(req: IncomingMessage, trustedProxies: number): string {
  const peer = plainAddress(req.socket.remoteAddress ?? '')
  if (trustedProxies === 0) return peer
  const hops = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => plainAddress(hop.trim()))
  const claimed = hops.at(-Math.min(trustedProxies, hops.length)) ?? ''
  return isIP(claimed) ? claimed : peer
}

/** Without brackets, port, zone, or the prefix of an IPv4 address in IPv6. */
function plainAddress(text: string): string {
  const bare = text.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  return bare.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
}
