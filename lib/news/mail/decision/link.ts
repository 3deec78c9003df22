import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Queryable } from '@/db/postgres/client'
import { type DecisionWish, findDecisionWish } from '@/db/submissions/decision-wishes'
import { env } from '@/lib/env'
import { numberOfAddress } from '@/lib/input/addresses'

/** The token in the link that confirms the address of a wish. */
export function wishTokenOf({ submissionId, address, askedAt }: DecisionWish): string {
  const signed = `wish of submission ${submissionId}, ${askedAt.getTime()}, at ${address}`
  return `${submissionId}-${createHmac('sha256', env.authSecret).update(signed).digest('base64url')}`
}

/** The wish whose address a link confirms; null where it is confirmed, decided and mailed, or was never asked for. */
export async function wishOfToken(db: Queryable, token: string): Promise<DecisionWish | null> {
  const submissionId = numberOfAddress(token.split('-', 1)[0])
  const wish = submissionId === null ? null : await findDecisionWish(db, submissionId)
  if (!wish || wish.confirmedAt !== null) return null
  const [valid, given] = [wishTokenOf(wish), token].map((one) => Buffer.from(one))
  return valid && given && valid.length === given.length && timingSafeEqual(valid, given) ? wish : null
}
