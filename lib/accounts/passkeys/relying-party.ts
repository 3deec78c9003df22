import { isIP } from 'node:net'
import { env } from '@/lib/env'

/** The site that passkeys are made for: browsers use them at this host, and nowhere else. */
export interface RelyingParty {
  id: string
  /** Whether an answer's origin is this site's. */
  isOrigin: (origin: string) => boolean
}

/**
 * The site that passkeys are made for: the host of `LORELEAF_ORIGIN`, without one this machine itself (`localhost`, at any
 * port). Null where browsers allow none: at a bare address, and without https elsewhere than on this machine.
 */
export function relyingParty(): RelyingParty | null {
  const { origin } = env
  if (origin === undefined) return { id: 'localhost', isOrigin: isOnThisMachine }
  const { hostname, protocol } = new URL(origin)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null
  if (protocol !== 'https:' && hostname !== 'localhost') return null
  return { id: hostname, isOrigin: (given) => given === origin }
}

function isOnThisMachine(origin: string): boolean {
  const url = URL.parse(origin)
  return url?.hostname === 'localhost' && url.origin === origin
}
