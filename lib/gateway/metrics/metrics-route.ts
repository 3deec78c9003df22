import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendRefusal } from '@/lib/gateway/http/send'
import type { Metrics, Watched } from './metrics'

/**
 * Answers the metrics to requests with the token (`Authorization: Bearer`, RFC 6750). Without a configured token there is
 * no such page. The gateway answers this route itself, so no renderer sees the token.
 */
export function createMetricsRoute(token: string | undefined, metrics: Metrics, watched: () => Watched) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (!token) return sendRefusal(req, res, 404)
    if (req.method !== 'GET' && req.method !== 'HEAD')
      return sendRefusal(req, res, 405, { allow: 'GET, HEAD' })
    const [, named = ''] = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '') ?? []
    if (!isSame(named, token)) return sendRefusal(req, res, 401, { 'www-authenticate': 'Bearer' })
    const text = await metrics.text(watched())
    res.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
    res.end(req.method === 'HEAD' ? undefined : text)
  }
}

/** Compares two secrets in a time that reveals neither where they differ nor how long they are. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}
