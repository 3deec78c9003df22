import type { Render } from '@/lib/gateway/cache/rendered'
import { unpacked } from './frame'
import type { Pool } from './pool'
import { PUBLIC_RENDER, READ_POSITION } from './protocol'

/**
 * Makes the gateway's way to finished pages. It asks a renderer without anything of the visitor: no cookies, no headers,
 * the wiki's own host. `position` tells, as each render begins, how far a replica must be to be read from.
 */
export function createRender(
  pool: Pool,
  addressed: () => { host: string; isSecure: boolean },
  position: () => string = () => 'primary',
): Render {
  return async (target, signal) => {
    const { host, isSecure } = addressed()
    const headers = {
      host,
      'x-forwarded-host': host,
      'x-forwarded-proto': isSecure ? 'https' : 'http',
      'user-agent': 'Loreleaf',
      accept: '*/*',
      [PUBLIC_RENDER]: '1',
      [READ_POSITION]: position(),
    }
    const { status, body } = await pool.ask({ method: 'GET', target, headers, signal })
    if (status !== 200) throw new Error(`a renderer answered ${status}`)
    return unpacked(body)
  }
}
