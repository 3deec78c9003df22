import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { primary } from '@/db/postgres/client'
import { createTestDatabase } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { endOtherSessions, endOwnSession } from '@/lib/accounts/end-sessions'
import { checkSignIn } from '@/lib/accounts/sign-in'
import { here, newcomer, PASSWORD, signedInBrowser } from '@/lib/accounts/testing'
import { saying } from '@/lib/messages/testing'
import { visitor } from '@/lib/policy/actor'
import { idOfSecret } from '@/lib/secret'
import { changePassword } from './change-password'

beforeAll(createTestDatabase)
beforeEach(async () => {
  await primary().delete(rateWindow)
})

const newPassword = 'orchard lantern gravel'

describe('changing one’s password', () => {
  it('takes the one that one has, and ends every session of the account and of no other', async () => {
    const [fan, other] = [await newcomer(), await newcomer()]
    const theirs = [await signedInBrowser(fan.id), await signedInBrowser(fan.id)]
    const anothers = await signedInBrowser(other.id)
    expect(await changePassword(fan, { currentPassword: PASSWORD, newPassword }, here)).toEqual({ ok: true })
    for (const browser of theirs) expect(await browser.isSignedIn()).toBe(false)
    expect(await anothers.isSignedIn()).toBe(true)
    const signIn = (password: string) => checkSignIn(visitor, { name: fan.name, password }, { network: null })
    expect(await signIn(newPassword)).toMatchObject({ ok: true })
    expect(await signIn(PASSWORD)).toMatchObject({ ok: false })
  })

  it.each([
    ['wrong', newPassword, 'currentPassword'],
    ['', newPassword, 'currentPassword'],
    [PASSWORD, 'password', 'newPassword'],
    [PASSWORD, '', 'newPassword'],
    [PASSWORD, PASSWORD, 'newPassword'],
    [PASSWORD, 'x'.repeat(600), 'newPassword'],
  ])('from %j to %j is refused at its field, and nothing changes', async (currentPassword, wanted, field) => {
    const fan = await newcomer()
    const browser = await signedInBrowser(fan.id)
    const answer = await changePassword(fan, { currentPassword, newPassword: wanted }, here)
    expect(answer).toMatchObject({ ok: false, fields: { [field]: saying(expect.any(String)) } })
    expect(await browser.isSignedIn()).toBe(true)
    expect(
      await checkSignIn(visitor, { name: fan.name, password: PASSWORD }, { network: null }),
    ).toMatchObject({ ok: true })
  })

  it('twice at once, in two browsers, is done once: the other is told that its password is no longer right', async () => {
    const fan = await newcomer()
    const answers = await Promise.all(
      [newPassword, 'gravel orchard lantern'].map((wanted) =>
        changePassword(fan, { currentPassword: PASSWORD, newPassword: wanted }, here),
      ),
    )
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.reason)).sort()).toEqual([
      'ok',
      'wrong_credentials',
    ])
  })

  it('cannot be tried for ever', async () => {
    const fan = await newcomer()
    const seen: string[] = []
    for (let time = 0; time < 21; time++) {
      const answer = await changePassword(fan, { currentPassword: 'wrong', newPassword }, here)
      seen.push(answer.ok ? 'ok' : answer.reason)
    }
    expect(seen.indexOf('too_many')).toBe(20)
    expect(await changePassword(fan, { currentPassword: PASSWORD, newPassword }, here)).toMatchObject({
      reason: 'too_many',
    })
  })
})

describe('ending sessions', () => {
  it('ends one of one’s own, once', async () => {
    const fan = await newcomer()
    const [one, other] = [await signedInBrowser(fan.id), await signedInBrowser(fan.id)]
    const ending = () => endOwnSession(fan, { sessionId: idOfSecret(one.secret) })
    expect(await ending()).toEqual({ ok: true })
    expect(await one.isSignedIn()).toBe(false)
    expect(await other.isSignedIn()).toBe(true)
    expect(await ending()).toMatchObject({ ok: false })
  })

  it('of somebody else ends nothing', async () => {
    const [fan, owner] = [await newcomer(), await newcomer('owner')]
    const theirs = await signedInBrowser(fan.id)
    const answer = await endOwnSession(owner, { sessionId: idOfSecret(theirs.secret) })
    expect(answer).toMatchObject({ ok: false })
    expect(await theirs.isSignedIn()).toBe(true)
  })

  it('ends all but the one that asks', async () => {
    const fan = await newcomer()
    const browsers = [await signedInBrowser(fan.id), await signedInBrowser(fan.id)]
    const mine = await signedInBrowser(fan.id)
    await endOtherSessions(fan, { currentId: idOfSecret(mine.secret) })
    for (const browser of browsers) expect(await browser.isSignedIn()).toBe(false)
    expect(await mine.isSignedIn()).toBe(true)
  })
})
