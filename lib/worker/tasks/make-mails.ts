import { type DuePlan, makeNewsMails, type SettledPlan, takeDuePlans } from '@/db/news/mails'
import { transaction } from '@/db/postgres/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { newsMailKey } from '@/lib/jobs/keys'
import { isWeeklyDay, nextDigest } from '@/lib/mail/next-digest'
import { canSendMail } from '@/lib/mail/send-mail'

/** For how many accounts one transaction makes mails. */
const AT_ONCE = 250

/**
 * Makes the mails about news that are due, and queues them: what is to be told at once, and digests at their hour. A mail is
 * made in the transaction that notes when the next is due, so nobody gets one twice; and who has no news gets none.
 */
export async function makeMails(): Promise<void> {
  if (!canSendMail()) return
  while ((await makeSome()) === AT_ONCE);
}

function makeSome(): Promise<number> {
  return transaction(async (tx) => {
    const due = await takeDuePlans(tx, AT_ONCE)
    const now = new Date()
    const mailIds =
      due.length === 0
        ? []
        : await makeNewsMails(
            tx,
            due.map((plan) => settled(plan, now)),
          )
    for (const mailId of mailIds) enqueue(tx, 'send-news-mail', { mailId }, { key: newsMailKey(mailId) })
    return due.length
  })
}

function settled(
  { accountId, timeZone, hour, isSoonDue, digestDueAt, rhythms }: DuePlan,
  now: Date,
): SettledPlan {
  const isWeekly = digestDueAt !== null && isWeeklyDay(digestDueAt, timeZone)
  const isDaily = rhythms.includes('daily')
  const hasDigest = isDaily || rhythms.includes('weekly')
  return {
    accountId,
    rhythms: [
      ...(isSoonDue ? (['at_once'] as const) : []),
      ...(digestDueAt !== null ? (['daily'] as const) : []),
      ...(isWeekly ? (['weekly'] as const) : []),
    ],
    isSoonDone: isSoonDue,
    ...(digestDueAt && { nextDigestAt: hasDigest ? nextDigest(now, { timeZone, hour, isDaily }) : null }),
  }
}
