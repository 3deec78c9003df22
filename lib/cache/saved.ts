import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

/**
 * Who has just saved carries the id of that cache event, signed. The gateway makes this visitor wait until it has
 * received the event and then answers as it answers anybody; so a forged cookie could gain nothing but a wait, and a
 * visitor without the secret cannot even have that.
 */
export const SAVED_COOKIE = 'loreleaf_saved'

/** How long the cookie is worth keeping, in seconds: far longer than any event takes to be received. */
const SAVED_SECONDS = 60

/** The cookie that whoever has changed what the public sees is given: its value, and how it is kept. */
export const savedCookie = (event: number) => ({
  name: SAVED_COOKIE,
  value: signEvent(event),
  options: {
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    maxAge: SAVED_SECONDS,
    secure: env.isSecure,
  },
})

/** The cookie's value for a cache event's id. Keyed by `AUTH_SECRET` unless another secret is given. */
export function signEvent(id: number, secret = env.authSecret): string {
  return `${id}.${signature(id, secret)}`
}

/** The id that a cookie's value was signed for; null when it is malformed or was signed by somebody else. */
export function verifyEvent(value: string | undefined, secret = env.authSecret): number | null {
  const [, digits, signed] = value?.match(/^([1-9]\d{0,15})\.([\w-]{43})$/) ?? []
  if (!digits || !signed) return null
  const id = Number(digits)
  if (!Number.isSafeInteger(id)) return null
  return timingSafeEqual(Buffer.from(signed), Buffer.from(signature(id, secret))) ? id : null
}

function signature(id: number, secret: string): string {
  return createHmac('sha256', secret).update(`${SAVED_COOKIE}:${id}`).digest('base64url')
}
