import { findOwedMail, type OwedMail, settleMail } from '@/db/mail/owed-mails'
import { primary } from '@/db/postgres/client'
import { env } from '@/lib/env'
import { composeMail } from '@/lib/mail/compose-mail'
import { deliver } from '@/lib/mail/deliver'

/**
 * Sends a queued mail, and marks it as sent. Killed in between it is sent once more, under the same Message-ID and with
 * the same link. Throws when the server does not take it; where no mail server is configured any more it stays queued.
 */
export async function sendOwedMail({ mailId }: { mailId: number }): Promise<void> {
  const owed = await findOwedMail(primary(), mailId)
  if (!owed) return
  const { mail } = env
  if (!mail) throw new Error('no mail is configured')
  const letter = await composeMail(owed, mail.origin)
  if (letter) await deliver(owed.address, letter, messageIdOf(owed, mail.origin))
  await settleMail(primary(), mailId)
}

/** The same for the same mail, however often it is sent, and unique among all mails of any wiki (RFC 5322 §3.6.4). */
const messageIdOf = ({ id, createdAt }: OwedMail, origin: string): string =>
  `<mail.${id}.${createdAt.getTime()}@${new URL(origin).hostname}>`
