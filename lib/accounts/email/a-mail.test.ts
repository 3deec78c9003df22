import { describe, expect, it, vi } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import { changePassword } from '@/lib/accounts/passwords/change-password'
import { here, newcomer, PASSWORD } from '@/lib/accounts/testing'
import { linkIn } from '@/lib/mail/testing'
import { visitor } from '@/lib/policy/actor'
import { sendOwedMail } from '@/lib/worker/tasks/send-mail'
import { doJobs } from '@/lib/worker/testing'
import { confirmEmail } from './confirm-email'
import { mailingWiki } from './testing'

const { mailbox, newAddress, nextMail, add, reachable, ask } = await mailingWiki()
const newPassword = 'orchard lantern gravel'

describe('a mail', () => {
  it('is one, to one, from the wiki; nothing typed becomes a header', async () => {
    const { actor, email } = await reachable()
    await ask(email)
    const mail = await nextMail(email)
    expect(mail.to).toEqual([email])
    expect(mail.headers).toMatch(/^From: Wiki <wiki@wiki\.example>$/m)
    expect(mail.headers).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect(mail.headers).not.toMatch(/^(?:Bcc|Cc):/im)
    expect(mail.text).toContain(actor.name)
    expect(mail.text).not.toContain(PASSWORD)
  })

  it('that was sent by a worker which was killed before it could say so is sent again as the same mail', async () => {
    const [actor, email] = [await newcomer(), newAddress()]
    await add(actor, email)
    const [owed] = await readRows(`select id, account_id, purpose, address, created_at::text from owed_mail`)
    const first = await nextMail(email)
    expect(await readRows('select 1 from owed_mail')).toEqual([])
    await changeRows(`insert into owed_mail (id, account_id, purpose, address, created_at)
      overriding system value values (${owed?.id}, ${owed?.account_id}, '${owed?.purpose}', '${owed?.address}',
      '${owed?.created_at}')`)
    await sendOwedMail({ mailId: Number(owed?.id) })
    const second = await mailbox.next(email)
    const idOf = (mail: typeof first) => /^Message-ID: (<.+@wiki\.example>)$/im.exec(mail.headers)?.[1]
    expect(idOf(first)).toBeTruthy()
    expect([idOf(second), second.text]).toEqual([idOf(first), first.text])
    expect(await readRows('select 1 from owed_mail')).toEqual([])
    const token = new URL(linkIn(second, '/confirm-email')).searchParams.get('token') ?? ''
    expect(await confirmEmail(visitor, { token })).toEqual({ ok: true })
  })

  it('that the server does not take stops nobody', async () => {
    const { actor } = await reachable()
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:9')
    expect(await changePassword(actor, { currentPassword: PASSWORD, newPassword }, here)).toEqual({
      ok: true,
    })
    await doJobs()
  })
})
