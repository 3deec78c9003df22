import { findActor } from '@/db/accounts/actors'
import { findProgress } from '@/db/accounts/progress'
import { findMailPlan } from '@/db/news/mail-choices'
import { findOneNews } from '@/db/news/news'
import { primary } from '@/db/postgres/client'
import type { OutgoingMail } from '@/lib/mail/send-mail'
import { UTC } from '@/lib/mail/time-zones'
import { messages } from '@/lib/messages/messages'
import { groupNews } from '@/lib/news/group'
import { lineOf } from '@/lib/news/line'
import { lookUp } from '@/lib/news/look-up'
import { scopeOfProgress } from '@/lib/places/loaders'
import { parseTokens } from '@/lib/progress/progress'
import { readSettings } from '@/lib/settings/settings'
import { writeLetter } from '../letter'

/**
 * The mail about the decision on a submission, with the reason as its author may read it now; null where the decision is
 * told no more.
 */
export async function composeDecision(
  accountId: number,
  eventId: number,
  origin: string,
): Promise<OutgoingMail | null> {
  const [actor, row, progress, plan] = await Promise.all([
    findActor(primary(), accountId),
    findOneNews(primary(), accountId, eventId),
    findProgress(primary(), accountId),
    findMailPlan(primary(), accountId),
  ])
  const [group] = row ? groupNews([row]) : []
  if (!actor || !row || !group) return null
  const within = await scopeOfProgress(progress === null ? null : parseTokens(progress.split('~')))
  const [facts, { name: wiki }] = await Promise.all([lookUp(actor, within, [row]), readSettings(primary())])
  return writeLetter({
    ...{ wiki, name: actor.name, origin, timeZone: plan?.timeZone ?? UTC },
    ...{ lines: [lineOf(group, facts)], more: 0, why: messages().newsMail.decision.why, token: null },
  })
}
