import { makeAlarmMails } from '@/db/news/mails'
import type { Tx } from '@/db/postgres/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { newsMailKey } from '@/lib/jobs/keys'
import { canSendMail } from '@/lib/mail/send-mail'

/** Mails these accounts what they were told by these events, whatever mail they have chosen; `send-news-mail` keeps quiet hours. */
export async function mailAlarm(
  tx: Tx,
  eventIds: readonly number[],
  accountIds: readonly number[],
): Promise<void> {
  if (accountIds.length === 0 || !canSendMail()) return
  for (const mailId of await makeAlarmMails(tx, eventIds, accountIds))
    enqueue(tx, 'send-news-mail', { mailId }, { key: newsMailKey(mailId) })
}
