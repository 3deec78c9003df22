import type { OutgoingHttpHeaders } from 'node:http'
import type { Render } from '@/lib/gateway/cache/rendered'
import { unpacked } from './frame'
import type { Pool } from './pool'
import { PUBLIC_RENDER } from './protocol'
import { readerHeader } from './reader-header'

/**
 * Makes the function that renders shared pages. It asks a renderer with nothing of the visitor but how far they are, for
 * all readers who are there: no cookies, no headers, the wiki's own host. `routed` gives, as each render begins, what else the renderer is told.
 */
export function createRender(
  pool: Pool,
  addressed: () => { host: string; isSecure: boolean },
  routed: () => OutgoingHttpHeaders = () => ({}),
): Render {
  return async (target, signal, reader) => {
    const { host, isSecure } = addressed()
    const headers = {
      host,
      'x-forwarded-host': host,
      'x-forwarded-proto': isSecure ? 'https' : 'http',
      'user-agent': 'Loreleaf',
      accept: '*/*',
      [PUBLIC_RENDER]: '1',
      ...readerHeader(reader),
      ...routed(),
    }
    const { status, body } = await pool.ask({ method: 'GET', target, headers, signal })
    if (status !== 200) throw new Error(`a renderer answered ${status}`)
    return unpacked(body)
  }
}
