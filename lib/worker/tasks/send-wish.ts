import { primary } from '@/db/postgres/client'
import { findDecisionWish, noteLinkSent, settleDecisionWish } from '@/db/submissions/decision-wishes'
import { env } from '@/lib/env'
import { deliver } from '@/lib/mail/deliver'
import { messages } from '@/lib/messages/messages'
import { composeDecision } from '@/lib/news/mail/decision/compose-decision'
import { wishTokenOf } from '@/lib/news/mail/decision/link'
import { paths } from '@/lib/routes'
import { readSettings } from '@/lib/settings/settings'

/**
 * Sends what is to be sent of a wish for one mail: the link that confirms its address, or the decision, after which the wish
 * and its address are forgotten. Killed in between it sends the same once more, under the same Message-ID.
 */
export async function sendWish({ submissionId }: { submissionId: number }): Promise<void> {
  const wish = await findDecisionWish(primary(), submissionId)
  if (!wish) return
  const { mail } = env
  if (!mail) throw new Error('no mail is configured')
  const idOf = (what: string) =>
    `<${what}.${submissionId}.${wish.askedAt.getTime()}@${new URL(mail.origin).hostname}>`
  if (wish.confirmedAt === null) {
    if (wish.linkSentAt !== null) return
    const { decision } = messages().newsMail
    const { name: wiki } = await readSettings(primary())
    const link = mail.origin + paths.confirmWish({ token: wishTokenOf(wish) })
    const letter = { subject: decision.subject(wiki), text: decision.text(wiki, link) }
    await deliver(wish.address, letter, idOf('wish'))
    await noteLinkSent(primary(), submissionId)
  } else if (wish.eventId !== null) {
    const letter = await composeDecision(wish.authorId, wish.eventId, mail.origin)
    if (letter) await deliver(wish.address, letter, idOf('decision'))
    await settleDecisionWish(primary(), submissionId)
  }
}
