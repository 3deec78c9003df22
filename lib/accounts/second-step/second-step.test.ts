import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { primary } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { accountFor } from '@/lib/accounts/account-for'
import { changePassword } from '@/lib/accounts/passwords/change-password'
import { checkSignIn } from '@/lib/accounts/sign-in'
import { here, newcomer, PASSWORD, signedInBrowser } from '@/lib/accounts/testing'
import { openTestWiki } from '@/lib/changesets/testing'
import { saying } from '@/lib/messages/testing'
import { protect } from '@/lib/moderation/protect'
import { type AccountActor, visitor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { mustAddSecondStep } from '@/lib/policy/rank'
import { actorOfSession } from '@/lib/sessions/actor-of-session'
import { changeSetting } from '@/lib/wiki/change-setting'
import { newSpareCodes, removeSecondStep } from './change-second-step'
import { beginSettingUp, finishSettingUp } from './set-up-second-step'
import { codeOf, secretOf, withSecondStep } from './testing'
import { totpAddress } from './totp'

await openTestWiki()
beforeEach(async () => {
  await primary().delete(rateWindow)
})
afterEach(() => vi.useRealTimers())

const elsewhere = { network: 'elsewhere' }
const proof = { currentPassword: PASSWORD }

const byPassword = ({ name }: AccountActor, password = PASSWORD) =>
  checkSignIn(visitor, { name, password }, elsewhere)
const byCode = ({ name }: AccountActor, ticket: string, code: string, client = elsewhere) =>
  checkSignIn(visitor, { name, password: '', ticket, code }, client)

/** The ticket of somebody who has typed the right password. */
async function ticketOf(actor: AccountActor): Promise<string> {
  const first = await byPassword(actor)
  expect(first).toMatchObject({ ok: false, reason: 'second_step' })
  return (!first.ok && first.ticket) || ''
}

describe('a second step', () => {
  it('is asked for once a code has shown that the app has its secret, and not before', async () => {
    const fan = await newcomer()
    const browsers = [await signedInBrowser(fan.id), await signedInBrowser(fan.id)]
    expect(await beginSettingUp(fan, { currentPassword: 'wrong' }, here)).toMatchObject({
      fields: { currentPassword: saying(expect.stringMatching(/not the password/)) },
    })
    expect(await finishSettingUp(fan, { code: '123456' }, here)).toMatchObject({ reason: 'not_found' })
    await beginSettingUp(fan, proof, here)
    expect(await byPassword(fan)).toEqual({ ok: true, accountId: fan.id })
    const secret = await secretOf(fan)
    expect(await finishSettingUp(fan, { code: codeOf(secret, 40) }, here)).toMatchObject({
      fields: { code: saying(expect.stringMatching(/not the code/)) },
    })
    expect(await byPassword(fan)).toEqual({ ok: true, accountId: fan.id })
    expect(await finishSettingUp(fan, { code: codeOf(secret) }, here)).toMatchObject({ ok: true })
    for (const browser of browsers) expect(await browser.isSignedIn()).toBe(false)
    expect(await byPassword(fan)).toMatchObject({
      reason: 'second_step',
      fields: { code: saying(expect.stringMatching(/app/)) },
    })
    expect(await byPassword(fan, 'wrong')).toMatchObject({ reason: 'wrong_credentials' })
    expect(await beginSettingUp(fan, proof, here)).toMatchObject({ reason: 'already_decided' })
  })

  it('that was begun an hour ago is begun anew', async () => {
    const fan = await newcomer()
    await beginSettingUp(fan, proof, here)
    const secret = await secretOf(fan)
    await changeRows(`update second_step set created_at = now() - interval '61 minutes'`)
    expect(await finishSettingUp(fan, { code: codeOf(secret) }, here)).toMatchObject({ reason: 'not_found' })
    await beginSettingUp(fan, proof, here)
    expect(await secretOf(fan)).not.toBe(secret)
  })

  it('is kept encrypted, its codes as hashes, and what happened is recorded', async () => {
    const fan = await newcomer()
    const { secret, spareCodes } = await withSecondStep(fan)
    const rows = JSON.stringify([
      await readRows('select s::text from second_step s'),
      await readRows('select s::text from spare_code s'),
      await readRows('select a::text from audit_record a'),
    ])
    for (const word of [secret, ...spareCodes]) expect(rows).not.toContain(word)
    expect(await readRows(`select act, detail from audit_record where account_id = ${fan.id}`)).toEqual([
      { act: 'account.add-way', detail: { way: 'second step' } },
    ])
    expect(
      await readRows(`select name from event where account_id = ${fan.id} and name like '%way%'`),
    ).toEqual([{ name: 'account.way-added' }])
  })

  it('is removed by whoever proves who they are, and then the password is enough', async () => {
    const fan = await newcomer()
    await withSecondStep(fan)
    expect(await removeSecondStep(fan, { currentPassword: 'wrong' }, here)).toMatchObject({ ok: false })
    expect(await removeSecondStep(fan, proof, here)).toEqual({ ok: true })
    expect(await byPassword(fan)).toEqual({ ok: true, accountId: fan.id })
    expect(await removeSecondStep(fan, proof, here)).toMatchObject({ reason: 'already_decided' })
    expect(await newSpareCodes(fan, proof, here)).toMatchObject({ reason: 'already_decided' })
  })

  it('is described to an app by its wiki and account, whatever they are called', () => {
    const address = totpAddress('JBSWY3DPEHPK3PXP', { wiki: 'A: wiki', name: 'Tao & Elle?' })
    expect(address).toMatch(/^otpauth:\/\/totp\/A%20%20wiki:Tao%20%26%20Elle%3F\?/)
    expect(new URL(address).searchParams.get('secret')).toBe('JBSWY3DPEHPK3PXP')
  })
})

describe('a code', () => {
  it('signs in once: neither it nor an earlier one is taken again, also of two at the same moment', async () => {
    const fan = await newcomer()
    const { secret } = await withSecondStep(fan)
    const ticket = await ticketOf(fan)
    // The code of setting up is used up.
    expect(await byCode(fan, ticket, codeOf(secret))).toMatchObject({
      fields: { code: saying(expect.stringMatching(/not right/)) },
      ticket,
    })
    const code = codeOf(secret, 1)
    const answers = await Promise.all([1, 2, 3].map(() => byCode(fan, ticket, code)))
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, accountId: fan.id }])
    expect(await byCode(fan, await ticketOf(fan), code)).toMatchObject({ reason: 'second_step' })
    expect(await byCode(fan, await ticketOf(fan), codeOf(secret, 0))).toMatchObject({ reason: 'second_step' })
  })

  it.each([-2, 2])('%d steps away is not taken', async (steps) => {
    const fan = await newcomer()
    const { secret } = await withSecondStep(fan)
    expect(await byCode(fan, await ticketOf(fan), codeOf(secret, steps))).toMatchObject({ ok: false })
  })

  it('without a ticket, with somebody else’s, an old one, or one from before a new password, is none', async () => {
    const [fan, other] = [await newcomer(), await newcomer()]
    const { secret } = await withSecondStep(fan)
    await withSecondStep(other)
    const code = codeOf(secret, 1)
    const ticket = await ticketOf(fan)
    expect(await byCode(fan, 'made up', code)).toMatchObject({ reason: 'wrong_credentials' })
    expect(await byCode(fan, `${ticket.slice(0, -2)}AA`, code)).toMatchObject({ reason: 'wrong_credentials' })
    expect(await byCode(fan, await ticketOf(other), code)).toMatchObject({ reason: 'second_step' })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 })
    expect(await byCode(fan, ticket, codeOf(secret))).toMatchObject({ reason: 'wrong_credentials' })
    vi.useRealTimers()
    await changePassword(fan, { currentPassword: PASSWORD, newPassword: 'orchard lantern gravel' }, here)
    expect(await byCode(fan, ticket, code)).toMatchObject({ reason: 'wrong_credentials' })
  })

  it('cannot be guessed for ever, from one network or many', async () => {
    const fan = await newcomer()
    const { secret } = await withSecondStep(fan)
    const ticket = await ticketOf(fan)
    const guess = (from: string) => byCode(fan, ticket, '000000', { network: from })
    for (let time = 0; time < 10; time++) expect(await guess('one')).toMatchObject({ reason: 'second_step' })
    expect(await guess('one')).toMatchObject({ reason: 'too_many', ticket })
    for (let time = 0; time < 20; time++) await guess(`network ${time}`)
    expect(await byCode(fan, ticket, codeOf(secret, 1), { network: 'another' })).toMatchObject({
      reason: 'too_many',
    })
  })

  it('is asked for on the page for it, where a form signs in with the name and password that it carries', async () => {
    const fan = await newcomer()
    await withSecondStep(fan)
    for (const accountWay of ['old', 'new'] as const)
      expect(
        await accountFor({ accountWay, accountName: fan.name, accountPassword: PASSWORD }, elsewhere),
      ).toMatchObject({ ok: false, fields: { accountPassword: saying(expect.stringMatching(/other page/)) } })
  })
})

describe('a spare code', () => {
  it('replaces a code once, however it is typed', async () => {
    const fan = await newcomer()
    const { spareCodes } = await withSecondStep(fan)
    expect(new Set(spareCodes).size).toBe(10)
    const [one = '', two = ''] = spareCodes
    const ticket = await ticketOf(fan)
    const typed = one.toLowerCase().replaceAll('-', ' ')
    const answers = await Promise.all([1, 2].map(() => byCode(fan, ticket, typed)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await byCode(fan, await ticketOf(fan), one)).toMatchObject({ reason: 'second_step' })
    expect(await byCode(fan, await ticketOf(fan), two)).toMatchObject({ ok: true })
  })

  it('of another account, or replaced by new ones, is none', async () => {
    const [fan, other] = [await newcomer(), await newcomer()]
    const { spareCodes } = await withSecondStep(fan)
    const theirs = await withSecondStep(other)
    expect(await byCode(fan, await ticketOf(fan), theirs.spareCodes[0] ?? '')).toMatchObject({ ok: false })
    expect(await newSpareCodes(fan, { currentPassword: 'wrong' }, here)).toMatchObject({ ok: false })
    const renewed = await newSpareCodes(fan, proof, here)
    expect(await byCode(fan, await ticketOf(fan), spareCodes[1] ?? '')).toMatchObject({ ok: false })
    const [now = ''] = renewed.ok ? renewed.spareCodes : []
    expect(await byCode(fan, await ticketOf(fan), now)).toMatchObject({ ok: true })
  })

  it('still signs in where the secret cannot be read any more', async () => {
    const fan = await newcomer()
    const { spareCodes } = await withSecondStep(fan)
    await changeRows(`update second_step set sealed_secret = 'of another wiki' where account_id = ${fan.id}`)
    expect(await byCode(fan, await ticketOf(fan), spareCodes[0] ?? '')).toMatchObject({ ok: true })
  })
})

describe('an account without a password', () => {
  it('proves who asks by having signed in within a quarter of an hour', async () => {
    const fan = await newcomer()
    await changeRows(`update account set password_hash = null where id = ${fan.id}`)
    const { secret } = await signedInBrowser(fan.id)
    const now = async () => (await actorOfSession(secret)) as AccountActor
    const asking = { currentPassword: '' }
    expect(await beginSettingUp(await now(), asking, here)).toEqual({ ok: true })
    await changeRows(`update session set created_at = now() - interval '16 minutes'`)
    expect(await beginSettingUp(await now(), asking, here)).toMatchObject({
      fields: { currentPassword: saying(expect.stringMatching(/sign in again/)) },
    })
    expect(await beginSettingUp(fan, asking, here)).toMatchObject({ ok: false })
  })
})

describe('a wiki that asks moderators for a second step', () => {
  it('lets those without one read and edit, but not moderate, until they have it', async () => {
    const [owner, moderator, fan] = [await newcomer('owner'), await newcomer('moderator'), await newcomer()]
    const ask = (by: AccountActor, value: boolean) =>
      changeSetting(by, { setting: 'moderators_second_step', value, reason: 'They can do much' }, here)
    const actorNow = async (person: AccountActor) =>
      (await actorOfSession((await signedInBrowser(person.id)).secret)) as AccountActor

    expect(await ask(owner, true)).toMatchObject({
      fields: { value: saying(expect.stringMatching(/your own account first/)) },
    })
    await withSecondStep(owner)
    expect(await ask(owner, true)).toMatchObject({ ok: true })
    expect(can(await actorNow(owner), 'changeSettings')).toBe(true)

    const lacking = await actorNow(moderator)
    expect(mustAddSecondStep(lacking)).toBe(true)
    expect(can(lacking, 'moderate')).toBe(false)
    expect(can(lacking, 'propose')).toBe(true)
    expect(can(lacking, 'read', { isDeleted: true } as never)).toBe(true)
    // As the transaction knows them, also where they ask as they were before.
    const closing = { entryId: 1, protection: 'moderators' as const, reason: 'Edit war' }
    expect(await protect(moderator, closing as never, here)).toMatchObject({
      message: saying(expect.stringMatching(/second step/)),
    })
    expect(mustAddSecondStep(await actorNow(fan))).toBe(false)

    await withSecondStep(moderator)
    expect(can(await actorNow(moderator), 'moderate')).toBe(true)
    await removeSecondStep(moderator, proof, here)
    expect(can(await actorNow(moderator), 'moderate')).toBe(false)
    expect(await ask(owner, false)).toMatchObject({ ok: true })
    expect(can(await actorNow(moderator), 'moderate')).toBe(true)
  })
})
