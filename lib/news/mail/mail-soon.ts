import { noteSoon } from '@/db/news/mails'
import type { NewsFamily } from '@/db/news/schema'
import type { Tx } from '@/db/postgres/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { makeMailsKey } from '@/lib/jobs/keys'
import { canSendMail } from '@/lib/mail/send-mail'

/** What is to be told at once waits for so many seconds, so that several things are one mail. */
const GATHERED = 120

const MINUTE = 60_000

/** Has those of these accounts mailed soon who want to hear at once of this part of their news. */
export async function mailSoon(tx: Tx, accountIds: readonly number[], family: NewsFamily): Promise<void> {
  if (accountIds.length === 0 || !canSendMail()) return
  if (!(await noteSoon(tx, accountIds, family, GATHERED))) return
  // One job for everybody of a minute, at its end.
  const minute = Math.ceil((Date.now() + GATHERED * 1_000) / MINUTE) + 1
  enqueue(
    tx,
    'make-mails',
    {},
    { key: makeMailsKey(minute), runAt: new Date(minute * MINUTE), isOnlyIfAbsent: true },
  )
}
