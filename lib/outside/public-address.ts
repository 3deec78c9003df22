import ipaddr from 'ipaddr.js'

/** All that is routed to the public in IPv6 (RFC 4291, IANA's global unicast space). */
const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

/**
 * Whether an IP address leads to the public internet. Everything else is refused: loopback, private and link-local
 * networks, the metadata addresses of clouds, and every IPv6 form that wraps an IPv4 address (mapped, NAT64, 6to4,
 * Teredo, `::127.0.0.1`), whatever it wraps.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv4
    ? ipaddr.IPv4.isValidFourPartDecimal(text)
    : address.match(PUBLIC_IPV6)
}

/** The IP address that a host of a parsed URL is, without its brackets; null for a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(bare) ? bare : null
}
