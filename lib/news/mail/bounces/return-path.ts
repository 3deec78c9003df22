import { createHmac, timingSafeEqual } from 'node:crypto'
import { findCredentialsOf } from '@/db/accounts/credentials'
import type { Queryable } from '@/db/postgres/client'
import { env } from '@/lib/env'
import { numberOfAddress } from '@/lib/input/addresses'

/** In lower case, since servers may change the case of what stands before the @; 80 bits cannot be guessed. */
const signatureOf = (accountId: number, address: string) =>
  createHmac('sha256', env.authSecret)
    .update(`bounce of ${address}, account ${accountId}`)
    .digest('hex')
    .slice(0, 20)

/**
 * Where a mail to an account's address is sent back to when it cannot be delivered: `bounces+17-ab12…@wiki.example`, so that
 * it says itself which address that was (VERP). Undefined where the wiki has no address for that.
 */
export function returnPathFor(accountId: number, address: string): string | undefined {
  const [local, domain] = env.bounces?.address?.split('@') ?? []
  return local && domain && `${local}+${accountId}-${signatureOf(accountId, address)}@${domain}`
}

/** The address that a mail to this return path could not be delivered to; null where it is none, or is used no more. */
export async function addressOfReturnPath(db: Queryable, path: string): Promise<string | null> {
  const [, id, given] = /^[^+@]+\+(\d{1,15})-([0-9a-f]{20})@/i.exec(path) ?? []
  const accountId = numberOfAddress(id)
  const address = accountId === null ? null : ((await findCredentialsOf(db, accountId))?.email ?? null)
  if (accountId === null || address === null || !given) return null
  const valid = Buffer.from(signatureOf(accountId, address))
  return timingSafeEqual(valid, Buffer.from(given.toLowerCase())) ? address : null
}
