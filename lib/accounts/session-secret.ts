import { createHash, randomBytes } from 'node:crypto'

/** A new session's secret: 32 random bytes in base64url. It lives in the cookie's token and nowhere else. */
export const newSessionSecret = () => randomBytes(32).toString('base64url')

/** The id of the session row that a secret opens: its SHA-256, so that a leaked table opens no door. */
export const sessionIdOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
