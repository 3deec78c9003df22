import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest'
import { primary } from '@/db/postgres/client'
import { createTestDatabase } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { here, newcomer, PASSWORD } from '@/lib/accounts/testing'
import { linkIn, startMailbox } from '@/lib/mail/testing'
import { type AccountActor, visitor } from '@/lib/policy/actor'
import { doJobs } from '@/lib/worker/testing'
import { addEmail } from './add-email'
import { confirmEmail } from './confirm-email'
import { requestReset } from './request-reset'

/** A wiki with its own database, whose mails go to `mailbox`, and what people do there with their addresses. */
export async function mailingWiki() {
  const mailbox = await startMailbox()
  let addresses = 0
  const newAddress = () => `reader${++addresses}@example.org`

  beforeAll(createTestDatabase)
  beforeEach(async () => {
    vi.stubEnv('SMTP_URL', mailbox.url)
    vi.stubEnv('MAIL_FROM', 'Wiki <wiki@wiki.example>')
    vi.stubEnv('LORELEAF_ORIGIN', 'https://wiki.example')
    await doJobs()
    mailbox.received.length = 0
    await primary().delete(rateWindow)
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await mailbox.close()
  })

  /** The newest mail to an address, after everything queued is done. */
  async function nextMail(to: string) {
    await doJobs()
    return mailbox.next(to)
  }

  const tokenIn = async (to: string, path: string) =>
    new URL(linkIn(await nextMail(to), path)).searchParams.get('token') ?? ''

  /** Follows the link that confirms an address. */
  const confirm = async (email: string) =>
    confirmEmail(visitor, { token: await tokenIn(email, '/confirm-email') })

  const add = (actor: AccountActor, email: string, currentPassword = PASSWORD) =>
    addEmail(actor, { email, currentPassword }, here)

  /** Somebody whose address is confirmed. */
  async function reachable(email = newAddress()) {
    const actor = await newcomer()
    await add(actor, email)
    expect(await confirm(email)).toEqual({ ok: true })
    return { actor, email }
  }

  const ask = (who: string) => requestReset(visitor, { who }, here)

  return { mailbox, newAddress, nextMail, tokenIn, confirm, add, reachable, ask }
}
