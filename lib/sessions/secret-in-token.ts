import { decode } from 'next-auth/jwt'
import { env } from '@/lib/env'
import { idOfSecret } from '@/lib/secret'

interface Held {
  secret: string
  /** In milliseconds since 1970. */
  expiresAt: number
}

const MOST_KNOWN = 1_000

/**
 * Cached by hash: a token's content never changes, and decrypting it takes longer than all other checks of a request.
 */
const known = new Map<string, Held>()

/**
 * The session secret in a session cookie's token; null where the token is not ours, damaged, or expired. `salt` is the
 * name of the cookie. Whether the session is still open, the database decides.
 */
export async function secretInToken(token: string, salt: string): Promise<string | null> {
  const key = idOfSecret(`${env.authSecret} ${salt} ${token}`)
  const held = known.get(key) ?? (await takeOut(token, salt))
  if (!held || held.expiresAt <= Date.now()) return null
  known.delete(key)
  known.set(key, held)
  const [oldest] = known.keys()
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
  return held.secret
}

async function takeOut(token: string, salt: string): Promise<Held | null> {
  try {
    const payload = await decode({ token, secret: env.authSecret, salt })
    if (typeof payload?.session !== 'string' || typeof payload.exp !== 'number') return null
    return { secret: payload.session, expiresAt: payload.exp * 1_000 }
  } catch {
    // Signed with another secret, damaged, or forged: treated as missing.
    return null
  }
}
