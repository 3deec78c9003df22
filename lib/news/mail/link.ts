import { createHmac, timingSafeEqual } from 'node:crypto'
import { findCredentialsOf } from '@/db/accounts/credentials'
import { type NewsFamily, newsFamilies } from '@/db/news/schema'
import type { Queryable } from '@/db/postgres/client'
import { env } from '@/lib/env'
import { numberOfAddress } from '@/lib/input/addresses'

/** The account that a mail was sent to, where, and which parts of its news it belongs to. */
export interface MailLink {
  accountId: number
  address: string
  families: NewsFamily[]
}

/**
 * The token in a mail's links that change what is sent: whoever has it can do that and nothing else, and nobody can guess
 * it. It is good for as long as the account uses this address.
 */
export function mailTokenOf({ accountId, address, families }: MailLink): string {
  const about = newsFamilies.filter((one) => families.includes(one)).join('.')
  const signed = `mail about ${about} to account ${accountId} at ${address}`
  const signature = createHmac('sha256', env.authSecret).update(signed)
  return `${accountId}-${about}-${signature.digest('base64url')}`
}

/** Which mail a token is of; null where it is none, or of an address that the account does not use any more. */
export async function mailLinkOf(db: Queryable, token: string): Promise<MailLink | null> {
  const [id, about = ''] = token.split('-', 2)
  const accountId = numberOfAddress(id)
  const families = newsFamilies.filter((one) => about.split('.').includes(one))
  if (accountId === null || families.length === 0) return null
  const address = (await findCredentialsOf(db, accountId))?.email ?? null
  if (address === null) return null
  const link = { accountId, address, families }
  const [valid, given] = [mailTokenOf(link), token].map((one) => Buffer.from(one))
  return valid && given && valid.length === given.length && timingSafeEqual(valid, given) ? link : null
}
