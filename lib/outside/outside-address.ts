import { LONGEST_ADDRESS } from '@/lib/text/limits'
import { literalAddress } from './public-address'

/** The ports at which pages are. */
export const WEB_PORTS: ReadonlySet<number> = new Set([80, 443])

/** Names that are no public host's, by their last part (RFC 6761, RFC 8375, and what networks use inside). */
const INSIDE =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|arpa|onion|invalid|localdomain)$/

/**
 * The address of a page outside, without its fragment; null for what is never fetched: another scheme, a name and
 * password in it, another port, a name that no public host has. Spellings of numbers (octal, hexadecimal, full-width)
 * are read by the platform's own parser first, so that nothing is judged by how it is written.
 */
export function outsideAddress(text: string, ports = WEB_PORTS): URL | null {
  if (text.length > LONGEST_ADDRESS) return null
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null
  if (!ports.has(portOf(url))) return null
  const host = hostOf(url)
  if (literalAddress(url.hostname) === null && (!host.includes('.') || INSIDE.test(host))) return null
  url.hash = ''
  return url
}

/** The port of an address, also where it is the scheme's own. */
export const portOf = (url: URL) => Number(url.port || (url.protocol === 'https:' ? 443 : 80))

/** The host of an address as hosts are compared: without a dot at its end. */
export const hostOf = (url: URL) => url.hostname.replace(/\.$/, '').toLowerCase()
