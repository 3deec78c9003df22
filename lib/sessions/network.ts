import { createHmac } from 'node:crypto'
import { isIP } from 'node:net'
import { env } from '@/lib/env'

/**
 * A network as stored: an HMAC of the address, under a key derived from `AUTH_SECRET`, so that nobody without it can
 * try addresses. IPv6 counts by its /64, which is what one household has. Null for no address.
 */
export function hashNetwork(address: string | null): string | null {
  const network = networkOf(address)
  if (network === null) return null
  const key = createHmac('sha256', env.authSecret).update('loreleaf network trace').digest()
  return createHmac('sha256', key).update(network).digest('base64url')
}

/** The part of an address that stands for a household: all of IPv4, the first 64 bits of IPv6; null for neither. */
export function networkOf(address: string | null): string | null {
  const plain = address?.trim().replace(/^::ffff:(?=\d+\.)/i, '') ?? ''
  const version = isIP(plain)
  if (version === 4) return plain
  if (version !== 6) return null
  const [head = '', tail] = plain.replace(/%.*$/, '').toLowerCase().split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)]
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
