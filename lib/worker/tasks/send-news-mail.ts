import { findUnsentNewsMail, settleNewsMail, type UnsentNewsMail } from '@/db/news/mails'
import { primary, transaction } from '@/db/postgres/client'
import { env } from '@/lib/env'
import { enqueue } from '@/lib/jobs/enqueue'
import { newsMailKey } from '@/lib/jobs/keys'
import { deliver } from '@/lib/mail/deliver'
import { quietUntil } from '@/lib/mail/quiet-hours'
import { returnPathFor } from '@/lib/news/mail/bounces/return-path'
import { composeNewsMail } from '@/lib/news/mail/compose-news-mail'

/**
 * Writes a mail about news, sends it, and notes that. Killed in between it is sent once more, under the same Message-ID, in
 * words that hold by then. An alarm waits for the end of its reader's quiet hours. Throws when the server does not take it; where none is configured any more it stays queued.
 */
export async function sendNewsMail({ mailId }: { mailId: number }): Promise<void> {
  const owed = await findUnsentNewsMail(primary(), mailId)
  if (!owed) return
  const { mail } = env
  if (!mail) throw new Error('no mail is configured')
  const runAt = owed.isAlarm ? quietUntil(new Date(), owed) : null
  if (runAt)
    return transaction(async (tx) =>
      enqueue(tx, 'send-news-mail', { mailId }, { key: newsMailKey(mailId), runAt }),
    )
  const { address } = owed
  const letter = address === null ? null : await composeNewsMail(owed, address, mail.origin)
  if (letter && address !== null) {
    const returnPath = returnPathFor(owed.accountId, address)
    await deliver(address, { ...letter, returnPath }, messageIdOf(owed, mail.origin))
  }
  await settleNewsMail(primary(), mailId)
}

/** The same for the same mail, however often it is sent (RFC 5322 §3.6.4). */
const messageIdOf = ({ id, madeAt }: UnsentNewsMail, origin: string): string =>
  `<news.${id}.${madeAt.getTime()}@${new URL(origin).hostname}>`
