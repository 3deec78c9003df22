import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from '@/lib/secret'

const PURPOSE = 'second step'
/** The length of a time step, in seconds: the one that apps take for granted. */
const PERIOD = 30
/** A code is also taken one step early or late, since clocks differ. */
const WINDOW = 1

/** A new secret for codes by time (RFC 6238, with SHA-1, six digits and 30 seconds): 160 bits in base 32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The secret as the database holds it. */
export const sealTotp = (secret: string): string => seal(PURPOSE, secret)

/** The secret behind what the database holds; null when it was encrypted under another `AUTH_SECRET`. */
export const unsealTotp = (sealed: string): string | null => unseal(PURPOSE, sealed)

/** What an app reads from a QR code: an `otpauth:` address that names the wiki and the account. */
export const totpAddress = (secret: string, { wiki, name }: { wiki: string; name: string }): string =>
  new TOTP({ issuer: wiki.replaceAll(':', ' '), label: name.replaceAll(':', ' '), secret }).toString()

/** The time step of a code as typed, with any spaces; null when it is no code of this secret at this time. */
export function stepOfCode(secret: string, typed: string, now = Date.now()): number | null {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const off = new TOTP({ secret, period: PERIOD }).validate({ token, timestamp: now, window: WINDOW })
  return off === null ? null : Math.floor(now / 1_000 / PERIOD) + off
}
