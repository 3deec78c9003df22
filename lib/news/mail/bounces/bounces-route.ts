import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { markAddressRefused } from '@/db/accounts/credentials'
import { primary } from '@/db/postgres/client'
import { env } from '@/lib/env'
import type { OwnRoute } from '@/lib/gateway/http/own-routes'
import { SAFETY_HEADERS } from '@/lib/gateway/http/policy-headers'
import { PRIVATE_CACHING, sendRefusal } from '@/lib/gateway/http/send'
import { parseAddress } from '@/lib/mail/address'
import { storable } from '@/lib/text/plain'
import { readSmallBody } from '../small-body'
import { addressOfReturnPath } from './return-path'

/** Mail that could not be delivered for good: the recipient, or the return path that it came back to. */
export const bounceSchema = z.object({ address: storable(1_000) })

const hash = (text: string) => createHash('sha256').update(text).digest()

/**
 * Is told by the mail server, or a program beside it, of mail that came back later: `{"address": "…"}` with the token as
 * `Authorization: Bearer`. From then on no news is sent to that address until it is confirmed again. An address that nobody
 * here has is answered like any other.
 */
export const bouncesRoute: OwnRoute = {
  async answer(req: IncomingMessage, res: ServerResponse) {
    const { bounces } = env
    if (!bounces) return sendRefusal(req, res, 404)
    if (req.method !== 'POST') return sendRefusal(req, res, 405, { allow: 'POST' })
    const given = req.headers.authorization ?? ''
    if (!timingSafeEqual(hash(given), hash(`Bearer ${bounces.token}`))) return answer(res, 401)
    const bounce = bounceSchema.safeParse(parsed(await readSmallBody(req)))
    if (!bounce.success) return answer(res, 400)
    const { address } = bounce.data
    const refused = (await addressOfReturnPath(primary(), address)) ?? parseAddress(address)
    if (refused === null) return answer(res, 400)
    await markAddressRefused(primary(), refused)
    answer(res, 204)
  },
}

function answer(res: ServerResponse, status: number): void {
  res.writeHead(status, { ...SAFETY_HEADERS, 'cache-control': PRIVATE_CACHING }).end()
}

function parsed(body: string | null): unknown {
  try {
    return JSON.parse(body ?? '')
  } catch {
    return null
  }
}
