import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findActor } from '@/db/accounts/actors'
import { primary } from '@/db/postgres/client'
import { createTestDatabase, readRows } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { checkSignIn } from '@/lib/accounts/sign-in'
import { signUp } from '@/lib/accounts/sign-up'
import { here, newcomer, PASSWORD, signedInBrowser } from '@/lib/accounts/testing'
import { sentenceOf } from '@/lib/messages/message'
import { saying } from '@/lib/messages/testing'
import { visitor } from '@/lib/policy/actor'
import { newRecoveryCode } from './new-recovery-code'
import { recoverWithCode } from './recover-with-code'

beforeAll(createTestDatabase)
beforeEach(async () => {
  await primary().delete(rateWindow)
})

const newPassword = 'orchard lantern gravel'
let people = 0

async function somebody() {
  const name = `Keeper ${++people}x`
  const made = await signUp(visitor, { name, password: PASSWORD, email: '' }, { network: 'here' })
  if (!made.ok) throw new Error(sentenceOf(made.message))
  return { name, id: made.accountId, code: made.recoveryCode ?? '' }
}

const recover = (name: string, code: string, password = newPassword) =>
  recoverWithCode(visitor, { name, code, newPassword: password }, { network: 'here' })

describe('a recovery code', () => {
  it('is given at sign-up, and no table holds it', async () => {
    const { code } = await somebody()
    const [row] = await readRows(
      `select count(*)::int as found from account a where a::text ilike '%${code.slice(0, 9)}%'`,
    )
    expect(row).toEqual({ found: 0 })
  })

  it('sets another password, in any spelling of name and code', async () => {
    const { name, id, code } = await somebody()
    const answer = await recover(name.toUpperCase(), code.toLowerCase().replaceAll('-', ' '))
    expect(answer).toMatchObject({ ok: true, accountId: id })
    expect(await checkSignIn(visitor, { name, password: newPassword }, { network: 'here' })).toMatchObject({
      ok: true,
    })
    expect(await checkSignIn(visitor, { name, password: PASSWORD }, { network: 'here' })).toMatchObject({
      ok: false,
    })
  })

  it('is used up by it, and another one is given', async () => {
    const { name, code } = await somebody()
    const first = await recover(name, code)
    expect(await recover(name, code, 'gravel orchard lantern')).toMatchObject({ reason: 'wrong_credentials' })
    const next = first.ok ? first.recoveryCode : ''
    expect(next).not.toBe(code)
    expect(await recover(name, next, 'gravel orchard lantern')).toMatchObject({ ok: true })
  })

  it('ends every session of the account', async () => {
    const { name, id, code } = await somebody()
    const browsers = [await signedInBrowser(id), await signedInBrowser(id)]
    await recover(name, code)
    for (const browser of browsers) expect(await browser.isSignedIn()).toBe(false)
  })

  it('used twice at once sets one password', async () => {
    const { name, code } = await somebody()
    const answers = await Promise.all([recover(name, code), recover(name, code, 'gravel orchard lantern')])
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true])
  })

  it('that is wrong, and a name that nobody bears, are answered alike', async () => {
    const { name } = await somebody()
    const other = (await somebody()).code
    const wrong = await recover(name, other)
    expect(wrong).toMatchObject({ ok: false, reason: 'wrong_credentials' })
    expect(await recover('Nobody At All', other)).toEqual(wrong)
    expect(await recover(name, 'no code')).toEqual(wrong)
  })

  it('does not open an account that has none', async () => {
    const { name } = await newcomer()
    for (const code of ['', '0000-0000-0000-0000-0000-0000'])
      expect(await recover(name, code)).toMatchObject({ ok: false })
  })

  it('stays good when the new password is weak: that is told first, whether or not the rest is right', async () => {
    const { name, code } = await somebody()
    for (const who of [name, 'Nobody At All'])
      expect(await recover(who, code, 'password')).toMatchObject({
        fields: { newPassword: saying(expect.any(String)) },
      })
    expect(await recover(name, code)).toMatchObject({ ok: true })
  })

  it('is not to be tried for ever, and trying it locks nobody out from elsewhere', async () => {
    const { name, code } = await somebody()
    const seen: string[] = []
    for (let time = 0; time < 12; time++) {
      const answer = await recoverWithCode(
        visitor,
        { name, code: 'no code', newPassword },
        { network: 'another network' },
      )
      seen.push(answer.ok ? 'ok' : answer.reason)
    }
    expect(seen.indexOf('too_many')).toBe(10)
    expect(await recover(name, code)).toMatchObject({ ok: true })
  })
})

describe('another recovery code', () => {
  it('is made for the password, and the one before is good no more', async () => {
    const { name, id, code } = await somebody()
    const actor = await findActor(primary(), id)
    if (!actor) throw new Error('nobody')
    expect(await newRecoveryCode(actor, { currentPassword: 'wrong' }, here)).toMatchObject({
      fields: { currentPassword: saying(expect.any(String)) },
    })
    const made = await newRecoveryCode(actor, { currentPassword: PASSWORD }, here)
    expect(made).toMatchObject({ ok: true })
    expect(await recover(name, code)).toMatchObject({ ok: false })
    expect(await recover(name, made.ok ? made.recoveryCode : '')).toMatchObject({ ok: true })
  })

  it('cannot be made by guessing the password: that counts as signing in does', async () => {
    const actor = await newcomer()
    const seen: string[] = []
    for (let time = 0; time < 21; time++) {
      const answer = await newRecoveryCode(actor, { currentPassword: 'wrong' }, here)
      seen.push(answer.ok ? 'ok' : answer.reason)
    }
    expect(seen.indexOf('too_many')).toBe(20)
    expect(await newRecoveryCode(actor, { currentPassword: PASSWORD }, here)).toMatchObject({
      reason: 'too_many',
    })
    expect(await checkSignIn(visitor, { name: actor.name, password: PASSWORD }, here)).toMatchObject({
      reason: 'too_many',
    })
  })
})
