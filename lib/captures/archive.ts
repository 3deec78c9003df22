import { fetchOutside, json } from '@/lib/outside/fetch-outside'
import type { Reach } from '@/lib/outside/reach'

/** The Wayback Machine's availability API (https://archive.org/help/wayback_api.php). */
const ASKED = 'https://archive.org/wayback/available?url='

/** The newest copy of a page that the Wayback Machine offers; null where it has none, or does not answer. */
export async function findArchived(url: string, reach: Reach): Promise<string | null> {
  const answer = await fetchOutside(ASKED + encodeURIComponent(url), json(), reach)
  return answer.ok ? copyIn(answer.bytes.toString('utf8')) : null
}

function copyIn(text: string): string | null {
  try {
    const { closest } =
      (JSON.parse(text) as { archived_snapshots?: { closest?: unknown } }).archived_snapshots ?? {}
    const { available, url, status } = (closest ?? {}) as {
      available?: unknown
      url?: unknown
      status?: unknown
    }
    if (available !== true || typeof url !== 'string' || (status !== undefined && status !== '200'))
      return null
    const copy = URL.parse(url)
    if (!copy || !/^https?:$/.test(copy.protocol) || copy.hostname !== 'web.archive.org') return null
    copy.protocol = 'https:'
    return copy.href
  } catch {
    return null
  }
}
