import type { IncomingMessage, ServerResponse } from 'node:http'
import type { OwnRoute } from '@/lib/gateway/http/own-routes'
import { SAFETY_HEADERS } from '@/lib/gateway/http/policy-headers'
import { PRIVATE_CACHING, sendRefusal } from '@/lib/gateway/http/send'
import { messages } from '@/lib/messages/messages'
import { visitor } from '@/lib/policy/actor'
import { paths } from '@/lib/routes'
import { endMailByLink } from './change-mail'
import { readSmallBody } from './small-body'

/** The form that a mail program posts (RFC 8058 §3.2), as it or as a part of it. */
const ONE_CLICK = /List-Unsubscribe["\s]*=?\s*One-Click/i

const unkept = { ...SAFETY_HEADERS, 'cache-control': PRIVATE_CACHING, 'x-robots-tag': 'noindex' }

/**
 * Ends mails by one request of a mail program, which has no session and comes from elsewhere: who has the signed address may
 * do that and nothing else. Whoever only looks is led to the page with the button, since what scans mail opens links.
 */
export const unsubscribeRoute: OwnRoute = {
  async answer(req: IncomingMessage, res: ServerResponse, { words: [token = ''] }) {
    if (req.method === 'GET' || req.method === 'HEAD')
      return void res.writeHead(303, { ...unkept, location: paths.mailByLink(decoded(token)) }).end()
    if (req.method !== 'POST') return sendRefusal(req, res, 405, { allow: 'GET, HEAD, POST' })
    const body = await readSmallBody(req)
    if (body === null || !ONE_CLICK.test(body)) return sendRefusal(req, res, 400)
    const answer = await endMailByLink(visitor, { token: decoded(token) })
    const { byLink } = messages().newsMail
    const text = `${answer.ok ? byLink.ended : byLink.gone}\n`
    const headers = { ...unkept, 'content-type': 'text/plain; charset=utf-8' }
    res.writeHead(answer.ok ? 200 : 404, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text)
  },
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return ''
  }
}
