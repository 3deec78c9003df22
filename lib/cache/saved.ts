import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

/**
 * A visitor who has just saved carries the id of that cache event, signed. The gateway makes this visitor wait until it
 * has received the event and then answers as usual; a forged cookie would gain nothing but a wait.
 */
export const SAVED_COOKIE = 'loreleaf_saved'

/** Max-age of the cookie in seconds: far longer than any event takes to arrive. */
const SAVED_SECONDS = 60

/** The cookie for a visitor who has changed what the public sees: its value and attributes. */
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
