import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'
import { TICKET_SECONDS } from './limits'

/** What a ticket says: one upload of one account, so many bytes long, until a second since 1970. */
export interface Ticket {
  uploadId: string
  accountId: number
  bytes: number
  expiresAt: number
}

/** The spelling of a ticket: what it says, and its signature. It can stand in an address as it is. */
export const TICKET_SHAPE =
  /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([1-9]\d{0,14})\.([1-9]\d{0,8})\.([1-9]\d{0,10})\.([\w-]{43})$/
export const LONGEST_TICKET = 160

/** Signs a ticket for an upload, which takes bytes for an hour. */
export function ticketFor(
  upload: Pick<Ticket, 'uploadId' | 'accountId' | 'bytes'>,
  now = Date.now(),
): string {
  const expiresAt = Math.floor(now / 1_000) + TICKET_SECONDS
  const said = `${upload.uploadId}.${upload.accountId}.${upload.bytes}.${expiresAt}`
  return `${said}.${signature(said)}`
}

/** What a ticket says; null when it was not signed here. Whether it has expired, and whose it is, the caller asks. */
export function readTicket(text: string): Ticket | null {
  const [, uploadId, accountId, bytes, expiresAt, signed] = TICKET_SHAPE.exec(text) ?? []
  if (!uploadId || !signed) return null
  const expected = signature(text.slice(0, text.lastIndexOf('.')))
  if (!timingSafeEqual(Buffer.from(signed), Buffer.from(expected))) return null
  return { uploadId, accountId: Number(accountId), bytes: Number(bytes), expiresAt: Number(expiresAt) }
}

/** Whether a ticket takes no more bytes. */
export const isExpired = ({ expiresAt }: Ticket, now = Date.now()): boolean => expiresAt * 1_000 <= now

function signature(said: string): string {
  const key = createHmac('sha256', env.authSecret).update('loreleaf upload ticket').digest()
  return createHmac('sha256', key).update(said).digest('base64url')
}
