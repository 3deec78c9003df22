import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

/**
 * A new secret: 32 random bytes in base64url. It is stored in a session's cookie, or in a link sent by mail, and
 * nowhere else.
 */
export const newSecret = () => randomBytes(32).toString('base64url')

/** The id of the row that a secret belongs to: its SHA-256, so that a leaked table is of no use. */
export const idOfSecret = (secret: string) => createHash('sha256').update(secret).digest('base64url')

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The key of a purpose, derived from `AUTH_SECRET` (RFC 5869): what is sealed for one purpose is noise for another. */
const keyFor = (purpose: string) =>
  Buffer.from(hkdfSync('sha256', env.authSecret, 'loreleaf', `sealed: ${purpose}`, 32))

/** Encrypts a text under the wiki's secret, so that nobody without it can read or change it; in base64url. */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyFor(purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The text that was sealed for this purpose; null when it was not, or under another secret. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  try {
    const decipher = createDecipheriv(CIPHER, keyFor(purpose), bytes.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return (
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    )
  } catch {
    return null
  }
}

/** Seals an object that is valid for so many seconds. */
export const sealFor = (purpose: string, value: object, seconds: number): string =>
  seal(purpose, JSON.stringify({ ...value, until: Date.now() + seconds * 1_000 }))

/** The object that was sealed for this purpose; null when it was not, or is no longer valid. */
export function unsealed<T extends object>(purpose: string, sealed: string): T | null {
  const text = unseal(purpose, sealed)
  if (text === null) return null
  const { until, ...value } = JSON.parse(text) as T & { until: number }
  return until > Date.now() ? (value as unknown as T) : null
}
