import { createHmac, timingSafeEqual } from 'node:crypto'
import { findFeedSalt } from '@/db/news/watches'
import type { Queryable } from '@/db/postgres/client'
import { env } from '@/lib/env'
import { numberOfAddress } from '@/lib/input/addresses'

const ENDING = '.atom'

/** The name of an account's private feed: who knows it may read the feed, and nobody can guess it. */
const nameOf = (accountId: number, salt: string) => {
  const signature = createHmac('sha256', env.authSecret).update(`watch feed ${accountId} ${salt}`)
  return `${accountId}-${signature.digest('base64url')}${ENDING}`
}

/** The name of one's own private feed; null where there is none. */
export async function findFeedName(db: Queryable, accountId: number): Promise<string | null> {
  const salt = await findFeedSalt(db, accountId)
  return salt === null ? null : nameOf(accountId, salt)
}

/** The account whose private feed has this name; null where none has it, or not any more. */
export async function accountOfFeed(db: Queryable, name: string): Promise<number | null> {
  const accountId = numberOfAddress(name.split('-')[0])
  const valid = accountId === null ? null : await findFeedName(db, accountId)
  if (valid === null || valid.length !== name.length) return null
  return timingSafeEqual(Buffer.from(valid), Buffer.from(name)) ? accountId : null
}
