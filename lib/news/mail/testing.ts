import { afterAll, beforeEach, vi } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { changeRows, readJobs, readRows } from '@/db/postgres/testing'
import { beginMail } from '@/lib/accounts/email/begin-mail'
import { makeAccount } from '@/lib/changesets/testing'
import { startMailbox } from '@/lib/mail/testing'
import type { AccountActor } from '@/lib/policy/actor'
import { makeMails } from '@/lib/worker/tasks/make-mails'
import { tell } from '@/lib/worker/tasks/tell'
import { doJobs } from '@/lib/worker/testing'
import { changeMail } from './change-mail'
import type { WantedMail } from './schema'

const never = { own: 'never', talk: 'never', watched: 'never', account: 'never' } as const
const usual = { ...never, timeZone: 'Europe/Berlin', hour: 18 } as const

let addresses = 0

/** A mail server for the wiki of a test, and what people there do with the mail about their news. */
export async function newsByMail() {
  const mailbox = await startMailbox()
  beforeEach(() => {
    vi.stubEnv('SMTP_URL', mailbox.url)
    vi.stubEnv('MAIL_FROM', 'Wiki <wiki@wiki.example>')
    vi.stubEnv('LORELEAF_ORIGIN', 'https://wiki.example')
    mailbox.received.length = 0
    mailbox.refusals.clear()
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await mailbox.close()
  })

  /** An account with a confirmed address, and the mail that it has chosen. */
  async function reachable(wanted: Partial<WantedMail> = {}, role: AccountActor['role'] = 'fan') {
    const actor = await makeAccount(role)
    const address = `reader${++addresses}@example.org`
    await changeRows(
      `update account set email = '${address}', email_confirmed_at = now() where id = ${actor.id}`,
    )
    await transaction((tx) => beginMail(tx, actor.id, 'Europe/Berlin'))
    if (Object.keys(wanted).length > 0) await changeMail(actor, { ...usual, ...wanted })
    return { actor, address }
  }

  /** Makes an account's next digest, or the mail that it is to get at once, due now. */
  const due = async ({ id }: AccountActor, column: 'digest_at' | 'soon_at' = 'digest_at') =>
    changeRows(`update mail_plan set ${column} = now() - interval '1 minute' where account_id = ${id}`)

  /** Tells everybody, makes what is due, and sends it. */
  async function post(actor: AccountActor, column?: 'digest_at' | 'soon_at') {
    await tell()
    await due(actor, column)
    await makeMails()
    await doJobs()
  }

  const mailsOf = ({ id }: AccountActor) =>
    readRows(
      `select id::int, settled_at is not null as "isSettled" from news_mail where account_id = ${id} order by id`,
    )
  const jobsOf = (task: string) =>
    readJobs(`select attempts::int, run_at from jobs.jobs where task_identifier = '${task}'`)

  return { mailbox, reachable, due, post, mailsOf, jobsOf, wanted: usual }
}
