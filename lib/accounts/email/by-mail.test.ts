import { describe, expect, it, vi } from 'vitest'
import { findCredentialsOf } from '@/db/accounts/credentials'
import { primary } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { changePassword } from '@/lib/accounts/passwords/change-password'
import { codeOf, withSecondStep } from '@/lib/accounts/second-step/testing'
import { checkSignIn } from '@/lib/accounts/sign-in'
import { signUp } from '@/lib/accounts/sign-up'
import { here, newcomer, PASSWORD, signedInBrowser } from '@/lib/accounts/testing'
import { linkIn } from '@/lib/mail/testing'
import { saying } from '@/lib/messages/testing'
import { visitor } from '@/lib/policy/actor'
import { doJobs } from '@/lib/worker/testing'
import { removeEmail } from './add-email'
import { confirmEmail } from './confirm-email'
import { requestReset, requestSignInLink } from './request-reset'
import { resetPassword } from './reset-password'
import { signInByLink } from './sign-in-by-link'
import { mailingWiki } from './testing'

const said = saying(expect.any(String))
const { mailbox, newAddress, nextMail, tokenIn, confirm, add, reachable, ask } = await mailingWiki()
const newPassword = 'orchard lantern gravel'

const emailOf = async ({ id }: { id: number }) => (await findCredentialsOf(primary(), id))?.email

/** What came of everything that was put off. */
async function mailsSent() {
  await doJobs()
  return mailbox.received
}

describe('an address', () => {
  it('is an account’s own once its link was followed, and not before', async () => {
    const [actor, email] = [await newcomer(), newAddress()]
    expect(await add(actor, email)).toEqual({ ok: true })
    expect(await emailOf(actor)).toBeNull()
    const mail = await nextMail(email)
    expect(mail.text).toContain(`"${actor.name}"`)
    const link = linkIn(mail, '/confirm-email')
    expect(link).toMatch(/^https:\/\/wiki\.example\/confirm-email\?token=[\w-]{43}$/)
    const token = new URL(link).searchParams.get('token') ?? ''
    expect(await readRows(`select 1 from account_token t where t::text like '%${token}%'`)).toEqual([])
    expect(await confirmEmail(visitor, { token })).toEqual({ ok: true })
    expect(await emailOf(actor)).toBe(email)
    expect(await confirmEmail(visitor, { token })).toMatchObject({ ok: false })
  })

  it('can be given at sign-up, in place of a recovery code', async () => {
    const email = newAddress()
    const made = await signUp(visitor, { name: 'Mail Reader', password: PASSWORD, email: ` ${email} ` }, here)
    expect(made).toMatchObject({ ok: true, recoveryCode: null })
    expect(await confirm(email)).toEqual({
      ok: true,
    })
    expect(await signUp(visitor, { name: 'No Mail', password: PASSWORD, email: '' }, here)).toMatchObject({
      recoveryCode: expect.any(String),
    })
  })

  it('that is none is refused at its field, together with all else that is wrong', async () => {
    const email = 'tara@example.org\r\nBcc: all@example.org'
    expect(await signUp(visitor, { name: '', password: 'x', email }, here)).toMatchObject({
      fields: { name: said, password: said, email: said },
    })
    expect(await add(await newcomer(), email)).toMatchObject({
      fields: { email: said },
    })
    expect(await mailsSent()).toEqual([])
  })

  it('takes the password of the account', async () => {
    const actor = await newcomer()
    expect(await add(actor, newAddress(), 'wrong')).toMatchObject({
      fields: { currentPassword: said },
    })
    expect(await mailsSent()).toEqual([])
  })

  it('is good for a day only, and one link at a time', async () => {
    const [actor, one, other] = [await newcomer(), newAddress(), newAddress()]
    await add(actor, one)
    const first = await tokenIn(one, '/confirm-email')
    await add(actor, other)
    expect(await confirmEmail(visitor, { token: first })).toMatchObject({ ok: false })
    const second = await tokenIn(other, '/confirm-email')
    await changeRows(`update account_token set expires_at = expires_at - interval '1 day'`)
    expect(await confirmEmail(visitor, { token: second })).toMatchObject({ ok: false })
    expect(await emailOf(actor)).toBeNull()
  })

  it('before it is told when another one takes its place, or none', async () => {
    const { actor, email } = await reachable()
    const other = newAddress()
    await add(actor, other)
    await confirm(other)
    expect((await nextMail(email)).subject).toContain('was changed')
    expect(await removeEmail(actor, { currentPassword: PASSWORD }, here)).toEqual({ ok: true })
    expect(await emailOf(actor)).toBeNull()
    expect((await nextMail(other)).subject).toContain('was changed')
  })

  it('is not to be flooded', async () => {
    const [actor, email] = [await newcomer(), newAddress()]
    const seen: string[] = []
    for (let time = 0; time < 6; time++) {
      const answer = await add(actor, email)
      seen.push(answer.ok ? 'ok' : answer.reason)
    }
    expect(seen.indexOf('too_many')).toBe(5)
  })
})

describe('a forgotten password', () => {
  it('is replaced by a link to the confirmed address, asked for by name or address', async () => {
    const { actor, email } = await reachable()
    for (const who of [actor.name.toUpperCase(), email.toUpperCase()]) {
      expect(await ask(who)).toEqual({ ok: true })
      expect((await nextMail(email)).subject).toContain('new password')
    }
    await ask(actor.name)
    const token = await tokenIn(email, '/reset-password')
    const browsers = [await signedInBrowser(actor.id), await signedInBrowser(actor.id)]
    expect(await resetPassword(visitor, { token, newPassword: 'password' }, here)).toMatchObject({
      fields: { newPassword: said },
    })
    expect(await resetPassword(visitor, { token, newPassword }, here)).toEqual({ ok: true })
    for (const browser of browsers) expect(await browser.isSignedIn()).toBe(false)
    expect(
      await checkSignIn(visitor, { name: actor.name, password: newPassword }, { network: null }),
    ).toMatchObject({ ok: true })
    expect((await nextMail(email)).subject).toContain('was changed')
    expect(await resetPassword(visitor, { token, newPassword: PASSWORD }, here)).toMatchObject({ ok: false })
  })

  it('is answered the same, and before anything is looked up, whether or not there is such an account', async () => {
    const { actor } = await reachable()
    const without = await newcomer()
    await doJobs()
    mailbox.received.length = 0
    const answers = [await ask(actor.name), await ask(without.name), await ask('Nobody At All')]
    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }])
    expect(mailbox.received).toEqual([])
    expect(await mailsSent()).toHaveLength(1)
  })

  it('sends nothing to an address that nobody confirmed', async () => {
    const [actor, email] = [await newcomer(), newAddress()]
    await add(actor, email)
    await nextMail(email)
    for (const who of [actor.name, email]) await ask(who)
    expect(await mailsSent()).toEqual([])
  })

  it('takes a link of its own: the one that confirms an address sets no password, nor the other way round', async () => {
    const { actor, email } = await reachable()
    await ask(email)
    const reset = await tokenIn(email, '/reset-password')
    const other = newAddress()
    await add(actor, other)
    const confirm = await tokenIn(other, '/confirm-email')
    expect(await resetPassword(visitor, { token: confirm, newPassword }, here)).toMatchObject({
      ok: false,
    })
    expect(await confirmEmail(visitor, { token: reset })).toMatchObject({ ok: false })
  })

  it.each(['an hour', 'another link', 'another password', 'another address'])(
    'its link is good no more after %s',
    async (what) => {
      const { actor, email } = await reachable()
      await ask(email)
      const token = await tokenIn(email, '/reset-password')
      if (what === 'an hour')
        await changeRows(`update account_token set expires_at = expires_at - interval '1 hour'`)
      if (what === 'another link') await ask(email).then(() => doJobs())
      if (what === 'another password')
        await changePassword(actor, { currentPassword: PASSWORD, newPassword: 'gravel orchard tea' }, here)
      if (what === 'another address') await removeEmail(actor, { currentPassword: PASSWORD }, here)
      expect(await resetPassword(visitor, { token, newPassword }, here)).toMatchObject({
        reason: 'not_found',
      })
      expect(
        await checkSignIn(visitor, { name: actor.name, password: newPassword }, { network: null }),
      ).toMatchObject({
        ok: false,
      })
    },
  )

  it('used twice at once sets one password', async () => {
    const { email } = await reachable()
    await ask(email)
    const token = await tokenIn(email, '/reset-password')
    const answers = await Promise.all([
      resetPassword(visitor, { token, newPassword }, here),
      resetPassword(visitor, { token, newPassword: 'gravel orchard lantern' }, here),
    ])
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true])
  })

  it('asked for too often is refused alike for everybody, and no mailbox is flooded from many networks', async () => {
    const { actor, email } = await reachable()
    const times = async (who: string) => {
      const seen: string[] = []
      for (let time = 0; time < 6; time++) {
        const answer = await ask(who)
        seen.push(answer.ok ? 'ok' : answer.reason)
      }
      return seen
    }
    const [known, unknown] = [await times(actor.name), await times('Nobody At All')]
    expect(unknown).toEqual(known)
    expect(known.indexOf('too_many')).toBe(5)
    await doJobs()
    mailbox.received.length = 0
    for (let network = 0; network < 4; network++)
      await requestReset(visitor, { who: email }, { network: `network ${network}` })
    // One went out when the address was confirmed: five an hour, whoever asks.
    expect(await mailsSent()).toEqual([])
  })

  it('is nothing that mail does where there is none', async () => {
    const { actor, email } = await reachable()
    vi.stubEnv('SMTP_URL', '')
    expect(await ask(actor.name)).toMatchObject({ reason: 'not_found' })
    expect(await add(actor, newAddress())).toMatchObject({ reason: 'not_found' })
    expect(await signUp(visitor, { name: 'Without Mail', password: PASSWORD, email }, here)).toMatchObject({
      recoveryCode: expect.any(String),
    })
    expect(await changePassword(actor, { currentPassword: PASSWORD, newPassword }, here)).toEqual({
      ok: true,
    })
    expect(await mailsSent()).toEqual([])
  })
})

describe('a link that signs in', () => {
  const request = (who: string) => requestSignInLink(visitor, { who }, here)
  const signIn = (token: string, code = '') => signInByLink(visitor, { token, code }, here)

  it('goes to the confirmed address, works once, for a quarter of an hour', async () => {
    const { actor, email } = await reachable()
    expect(await request(actor.name)).toEqual({ ok: true })
    const token = await tokenIn(email, '/sign-in/link')
    const answers = await Promise.all([signIn(token), signIn(token)])
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, accountId: actor.id }])
    expect(await signIn(token)).toMatchObject({ reason: 'not_found' })
    await request(email)
    const late = await tokenIn(email, '/sign-in/link')
    const [row] = await readRows(
      `select round(extract(epoch from expires_at - now()) / 60)::int as minutes from account_token
       where purpose = 'sign_in' and used_at is null`,
    )
    expect(row?.minutes).toBe(15)
    await changeRows(`update account_token set expires_at = now() where purpose = 'sign_in'`)
    expect(await signIn(late)).toMatchObject({ reason: 'not_found' })
  })

  it('is answered alike for nobody, and goes to no address that was not confirmed', async () => {
    const [actor, email] = [await newcomer(), newAddress()]
    await add(actor, email)
    await nextMail(email)
    mailbox.received.length = 0
    for (const who of ['Nobody at all', actor.name, email, 'nobody@example.org'])
      expect(await request(who)).toEqual({ ok: true })
    expect(await mailsSent()).toEqual([])
  })

  it('is worth nothing after a new password or another address, and sets no password', async () => {
    const { actor, email } = await reachable()
    await request(email)
    const token = await tokenIn(email, '/sign-in/link')
    expect(await resetPassword(visitor, { token, newPassword })).toMatchObject({ ok: false })
    await changePassword(actor, { currentPassword: PASSWORD, newPassword }, here)
    expect(await signIn(token)).toMatchObject({ reason: 'not_found' })
  })

  it('stands for the first step where an account has a second', async () => {
    const { actor, email } = await reachable()
    const { secret } = await withSecondStep(actor)
    await nextMail(email)
    await request(email)
    const token = await tokenIn(email, '/sign-in/link')
    for (const code of ['', '000000'])
      expect(await signIn(token, code)).toMatchObject({ reason: 'second_step', fields: { code: said } })
    expect(await signIn(token, codeOf(secret, 1))).toEqual({ ok: true, accountId: actor.id })
    expect(await signIn(token, codeOf(secret, 1))).toMatchObject({ reason: 'not_found' })
  })
})
