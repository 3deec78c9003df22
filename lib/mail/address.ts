import { domainToASCII } from 'node:url'

/** RFC 5321 §4.5.3.1: 64 before the @, 254 in all. */
const MOST_LOCAL = 64
const MOST_ADDRESS = 254

/** What HTML's `type=email` allows before the @: nothing with a meaning in a header, a list or a route. */
const LOCAL = /^[\w.!#$%&'*+/=?^`{|}~-]+$/
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/

/**
 * A valid e-mail address, its domain in lower case and ASCII (IDNA); null for anything else. One address, never a list,
 * a name or a second line: nothing typed here can become a header.
 */
export function parseAddress(typed: string): string | null {
  if (typed.length > 4 * MOST_ADDRESS) return null
  const text = typed.trim()
  const at = text.lastIndexOf('@')
  const local = text.slice(0, Math.max(0, at))
  const domain = domainToASCII(text.slice(at + 1))
  const address = `${local}@${domain}`
  const isOne = at > 0 && LOCAL.test(local) && DOMAIN.test(domain)
  return isOne && local.length <= MOST_LOCAL && address.length <= MOST_ADDRESS ? address : null
}
