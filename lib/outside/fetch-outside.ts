import { env } from '@/lib/env'
import { ask, type Wanted } from './ask'
import type { Outcome, Unread } from './outcome'
import { hostOf, outsideAddress } from './outside-address'
import type { Reach } from './reach'

/** How long everything may take together, redirects included, in milliseconds. */
const PATIENCE = 10_000
/** How many redirects are followed. */
const MOST_REDIRECTS = 5
/** How many bytes of a page are read: titles and metadata stand at its beginning. */
const MOST_BYTES = 2_000_000

/** A web page. */
export const aPage: Wanted = {
  accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
  types: /^(?:text\/html|application\/xhtml\+xml|)$/,
  most: MOST_BYTES,
}

/** JSON, of this type first. */
export const json = (type = 'application/json'): Wanted => ({
  accept: type,
  types: /^(?:application|text)\/(?:[\w.-]+\+)?(?:json|javascript)$/,
  most: 500_000,
})

interface Manner {
  /** How long to wait for a turn with a busy host, in milliseconds. */
  turnWithin?: number
  patience?: number
}

/**
 * Fetches something that somebody named, from public addresses of the web alone: every address on the way is judged
 * anew, a host is asked by one of us at a time, and after so many bytes or seconds reading ends. Never throws for what an
 * address or its host does.
 */
export async function fetchOutside(
  address: string,
  wanted: Wanted,
  reach: Reach,
  { turnWithin = 3_000, patience = PATIENCE }: Manner = {},
): Promise<Outcome> {
  if (env.outside.isOff) return { ok: false, why: 'off' }
  const signal = AbortSignal.timeout(patience)
  let url = outsideAddress(address, reach.ports)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (!url) return { ok: false, why: redirects === 0 ? 'address' : 'inside' }
    const turn = await reach.takeTurn(hostOf(url), turnWithin)
    if ('until' in turn) return { ok: false, why: 'later', again: turn.until }
    let again: Date | undefined
    try {
      const answer = await ask(url, wanted, reach, { signal, patience })
      if (answer.ok !== 'onward') {
        again = (answer as Unread).again
        return answer
      }
      // Within a host the next request is part of the same visit, and waits no longer than the pause.
      url = outsideAddress(URL.parse(answer.to, url)?.href ?? '', reach.ports)
    } finally {
      await turn.end(again)
    }
  }
  return { ok: false, why: 'redirects' }
}
