import { findMailAddress, findMailPlan } from '@/db/news/mail-choices'
import { primary } from '@/db/postgres/client'
import { findDecisionWish } from '@/db/submissions/decision-wishes'
import type { Parameter } from '@/lib/input/address'
import { canSendMail } from '@/lib/mail/send-mail'
import type { Case } from '@/lib/review/case'
import { wishOfToken } from './link'

/** Whether its author wants a mail about a decision, or may ask for one. */
export interface MailDecision {
  submissionId: number
  /** Where it is sent; null where none is asked for. */
  address: string | null
  isConfirmed: boolean
}

/**
 * What its author sees of the mail about the decision on a submission that waits; null where none can be sent, and where
 * what becomes of their submissions is mailed to them anyway.
 */
export async function loadMailDecision(
  { id, state, author }: Pick<Case, 'id' | 'state'> & { author: { id: number } },
  isAuthor: boolean,
): Promise<MailDecision | null> {
  if (!isAuthor || state !== 'waiting' || !canSendMail()) return null
  const [wish, plan, address] = await Promise.all([
    findDecisionWish(primary(), id),
    findMailPlan(primary(), author.id),
    findMailAddress(primary(), author.id),
  ])
  if (!wish && address !== null && plan?.choices.own) return null
  return { submissionId: id, address: wish?.address ?? null, isConfirmed: wish?.confirmedAt != null }
}

/** The address that a link confirms; null where it is no longer valid. Looking at it does not use it up. */
export async function loadWishLink(token: Parameter): Promise<{ token: string; address: string } | null> {
  const wish = token ? await wishOfToken(primary(), token) : null
  return token && wish ? { token, address: wish.address } : null
}
