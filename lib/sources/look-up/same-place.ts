import { hostIn } from './content'

/**
 * Whether the address that a page calls its own may stand for the one that was typed: on the same site, and not its front
 * page, which some sites name for every page.
 */
export function isSamePlace(typed: string, own: string): boolean {
  const [one, other] = [new URL(typed), new URL(own)]
  if (!/^https?:$/.test(other.protocol) || other.username || other.password) return false
  return hostIn(typed) === hostIn(own) && (other.pathname !== '/' || one.pathname === '/')
}
