import { Resolver } from 'node:dns/promises'
import { env } from '@/lib/env'
import { WEB_PORTS } from './outside-address'
import { takeTurn } from './turns'

/** How hosts are reached: by the network, or in tests by what they put in its place. */
export interface Reach {
  /** Every IP address of a name. Throws where it has none. */
  resolve: (host: string, signal: AbortSignal) => Promise<string[]>
  /** The port of a local server that stands for this host in a test; null for every other. */
  standIn: (host: string) => { host: string; port: number } | null
  /** Waits for a turn to ask a host; gives how to end it, or until when there is none. */
  takeTurn: typeof takeTurn
  ports: ReadonlySet<number>
  /** How the wiki names itself. */
  userAgent: string
}

/** The network, as the environment has it. `wiki` is its name. */
export const network = (wiki: string): Reach => ({
  resolve,
  standIn: (host) => env.outside.hosts.get(host) ?? null,
  takeTurn,
  ports: WEB_PORTS,
  userAgent: userAgentOf(wiki, env.origin),
})

/** A header holds printable ASCII: what a name has beyond it is left out. */
export const userAgentOf = (wiki: string, origin: string | undefined): string =>
  `${wiki.replace(/[^\x20-\x7e]|[()]/g, '').trim() || 'A wiki'} (Loreleaf${origin ? `; +${origin}` : ''})`

/** Asks the name servers themselves: neither the hosts file nor a search domain makes a name of ours out of another. */
async function resolve(host: string, signal: AbortSignal): Promise<string[]> {
  // Where hosts stand for others in a test, nothing else is asked.
  if (env.outside.hosts.size > 0) throw new Error('no address')
  const resolver = new Resolver({ timeout: 3_000, tries: 2 })
  const stop = () => resolver.cancel()
  signal.addEventListener('abort', stop)
  try {
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    const found = answers.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    if (found.length === 0) throw new Error('no address')
    return found
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
