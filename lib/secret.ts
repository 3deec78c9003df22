import { createHash, randomBytes } from 'node:crypto'

/**
 * A new secret: 32 random bytes in base64url. It is stored in a session's cookie, or in a link sent by mail, and
 * nowhere else.
 */
export const newSecret = () => randomBytes(32).toString('base64url')

/** The id of the row that a secret belongs to: its SHA-256, so that a leaked table is of no use. */
export const idOfSecret = (secret: string) => createHash('sha256').update(secret).digest('base64url')
