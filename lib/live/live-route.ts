import type { IncomingMessage, ServerResponse } from 'node:http'
import { cookieOf } from '@/lib/gateway/http/cookie'
import type { OwnRoute } from '@/lib/gateway/http/own-routes'
import { NO_CACHING, sendRefusal } from '@/lib/gateway/http/send'
import { idOfSecret } from '@/lib/secret'
import { sessionCookie } from '@/lib/sessions/cookies'
import { secretInToken } from '@/lib/sessions/secret-in-token'
import { LIVE_LIMITS, type LiveLimits } from './limits'
import { lookUpNumbers } from './look'
import { createStreams } from './streams'

/** In how many seconds to ask again: where there are too many it will not be better soon. */
const MUCH_LATER = { 'retry-after': '300' }

/**
 * Answers `paths.live()`: a stream of server-sent events (WHATWG HTML §9.2) for the session of the request's cookie, each
 * one the numbers of `lib/live/numbers.ts`, or null when the session has ended. It stands outside of the gateway's
 * limiters, with bounds of its own; beyond them it is refused with 503. Nobody who is not signed in gets anything: 204.
 */
export function createLiveRoute(given: { limits?: Partial<LiveLimits>; lookUp?: typeof lookUpNumbers } = {}) {
  const streams = createStreams(given.lookUp ?? lookUpNumbers, { ...LIVE_LIMITS, ...given.limits })

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.method !== 'GET') return sendRefusal(req, res, 405, { allow: 'GET' })
    const { name } = sessionCookie()
    const token = cookieOf(req, name)
    const secret = token ? await secretInToken(token, name) : null
    const how = secret ? await streams.open(idOfSecret(secret), res) : 'nobody'
    if (how === 'open' || res.destroyed) return
    if (how === 'nobody') res.writeHead(204, { 'cache-control': NO_CACHING }).end()
    else sendRefusal(req, res, 503, how === 'too-many' ? MUCH_LATER : {})
  }

  return {
    answer,
    onNotice: streams.notice,
    openStreams: streams.count,
    /** Ends all streams: those who listen come back to whoever answers then. */
    close: streams.close,
  } satisfies OwnRoute & { close: () => void }
}
