import { beforeEach, describe, expect, it, vi } from 'vitest'
import { primary } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { withSecondStep } from '@/lib/accounts/second-step/testing'
import { checkSignIn } from '@/lib/accounts/sign-in'
import { here, newcomer, PASSWORD, signedInBrowser } from '@/lib/accounts/testing'
import { openTestWiki } from '@/lib/changesets/testing'
import { saying } from '@/lib/messages/testing'
import { type AccountActor, visitor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { actorOfSession } from '@/lib/sessions/actor-of-session'
import { changeSetting } from '@/lib/wiki/change-setting'
import { addPasskey, beginPasskey } from './add-passkey'
import { relyingParty } from './relying-party'
import { removePasskey } from './remove-passkey'
import { challengeToAdd, challengeToSignIn, device, signInWith, withPasskey } from './testing'

await openTestWiki()
beforeEach(async () => {
  vi.unstubAllEnvs()
  await primary().delete(rateWindow)
})

const refused = { ok: false, reason: 'wrong_credentials' }
const add = (by: AccountActor, answer: ReturnType<ReturnType<typeof device>['makes']>, name = 'Mine') =>
  addPasskey(by, { name, answer }, here)

describe('a passkey', () => {
  it('signs in to its account, without a name and without a code', async () => {
    const fan = await newcomer()
    await withSecondStep(fan)
    const key = await withPasskey(fan)
    expect(await signInWith(key.signs(await challengeToSignIn()))).toEqual({ ok: true, accountId: fan.id })
    expect(
      await readRows(`select name, last_used_at is not null as used from passkey where id = '${key.id}'`),
    ).toEqual([{ name: 'My phone', used: true }])
    expect(
      await readRows(`select act, detail from audit_record where account_id = ${fan.id}`),
    ).toContainEqual({
      act: 'account.add-way',
      detail: { way: 'passkey' },
    })
  })

  it('is added by whoever proves who they are, once, and not beyond twenty', async () => {
    const [fan, other] = [await newcomer(), await newcomer()]
    expect(await beginPasskey(fan, { currentPassword: 'wrong' }, here)).toMatchObject({
      fields: { currentPassword: saying(expect.stringMatching(/not the password/)) },
    })
    const key = await withPasskey(fan)
    const again = key.makes((await challengeToAdd(other)).challenge)
    expect(await add(other, again)).toMatchObject({ reason: 'already_decided' })
    await changeRows(
      `insert into passkey (id, account_id, name, public_key, counter)
       select 'more ' || n, ${fan.id}, 'more', '', 0 from generate_series(1, 19) n`,
    )
    expect(await beginPasskey(fan, { currentPassword: PASSWORD }, here)).toMatchObject({ reason: 'too_many' })
  })

  it('made for another account’s challenge, an old one, one used before, or for signing in, is not added', async () => {
    const [fan, other] = [await newcomer(), await newcomer()]
    const { challenge } = await challengeToAdd(fan)
    expect(await add(other, device().makes(challenge))).toMatchObject({ reason: 'invalid' })
    expect(await add(fan, device().makes(challenge))).toEqual({ ok: true })
    expect(await add(fan, device().makes(challenge))).toMatchObject({ reason: 'invalid' })
    expect(await add(fan, device().makes(await challengeToSignIn()))).toMatchObject({ reason: 'invalid' })
    const late = (await challengeToAdd(fan)).challenge
    await changeRows(`update passkey_challenge set expires_at = now() - interval '1 second'`)
    expect(await add(fan, device().makes(late))).toMatchObject({ reason: 'invalid' })
  })

  it.each([
    ['of another site', { origin: 'https://evil.example' }],
    ['of another port than an address', { origin: 'http://localhost:3000/more' }],
    ['for another host', { host: 'evil.example' }],
    ['that was not unlocked', { flags: 0x01 }],
  ])('%s is not added, and does not sign in', async (_, how) => {
    const fan = await newcomer()
    const { challenge } = await challengeToAdd(fan)
    expect(await add(fan, device().makes(challenge, how))).toMatchObject({ reason: 'invalid' })
    const key = await withPasskey(fan)
    expect(await signInWith(key.signs(await challengeToSignIn(), how))).toMatchObject(refused)
  })

  it('is not an answer twice, not for a challenge of nobody, and not for another account', async () => {
    const [fan, other] = [await newcomer(), await newcomer()]
    const key = await withPasskey(fan)
    await withPasskey(other)
    const answer = key.signs(await challengeToSignIn())
    const answers = await Promise.all([signInWith(answer), signInWith(answer)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await signInWith(answer)).toMatchObject(refused)
    expect(await signInWith(key.signs('bWFkZSB1cA'))).toMatchObject(refused)
    const { handle } = await challengeToAdd(other)
    expect(await signInWith(key.signs(await challengeToSignIn(), { userHandle: handle }))).toMatchObject(
      refused,
    )
    expect(await signInWith(device().signs(await challengeToSignIn()))).toMatchObject(refused)
    // The key of one under the name of another.
    const stranger = { ...device().signs(await challengeToSignIn()), id: key.id, rawId: key.id }
    expect(await signInWith(stranger)).toMatchObject(refused)
    const { challenge } = await challengeToAdd(fan)
    expect(await signInWith(key.signs(challenge))).toMatchObject(refused)
  })

  it('whose device counts must count up: a copy of it is refused', async () => {
    const fan = await newcomer()
    const key = await withPasskey(fan, { counter: 5 })
    const sign = async (counter: number) => signInWith(key.signs(await challengeToSignIn(), { counter }))
    expect(await sign(7)).toMatchObject({ ok: true })
    expect(await sign(7)).toMatchObject(refused)
    expect(await sign(6)).toMatchObject(refused)
    expect(await sign(8)).toMatchObject({ ok: true })
  })

  it('is removed by its owner; the last way into an account stays', async () => {
    const fan = await newcomer()
    const [one, two] = [await withPasskey(fan), await withPasskey(fan)]
    const remove = (passkeyId: string, by = fan, currentPassword = PASSWORD) =>
      removePasskey(by, { passkeyId, currentPassword }, here)
    expect(await remove(one.id, fan, 'wrong')).toMatchObject({ ok: false })
    expect(await remove(one.id)).toEqual({ ok: true })
    expect(await remove(one.id)).toMatchObject({ reason: 'already_decided' })
    expect(await signInWith(one.signs(await challengeToSignIn()))).toMatchObject(refused)
    await changeRows(`update account set password_hash = null where id = ${fan.id}`)
    const recent = { ...fan, signedInAt: new Date() }
    expect(await remove(two.id, recent, '')).toMatchObject({ reason: 'not_allowed' })
    expect(await signInWith(two.signs(await challengeToSignIn()))).toMatchObject({ ok: true })
  })

  it('counts as both steps: who must have two moderates with it, and does not get in by the password alone', async () => {
    const [owner, moderator] = [await newcomer('owner'), await newcomer('moderator')]
    await withPasskey(owner)
    const ask = (value: boolean) =>
      changeSetting(owner, { setting: 'moderators_second_step', value, reason: 'Much to lose' }, here)
    expect(await ask(true)).toMatchObject({ ok: true })
    const byPassword = ({ name }: AccountActor) => checkSignIn(visitor, { name, password: PASSWORD }, here)
    expect(await byPassword(owner)).toMatchObject({ message: saying(expect.stringMatching(/passkey/)) })
    expect(await byPassword(moderator)).toMatchObject({ ok: true })
    await withPasskey(moderator)
    expect(await byPassword(moderator)).toMatchObject({ ok: false })
    const { secret } = await signedInBrowser(moderator.id)
    expect(can((await actorOfSession(secret)) as AccountActor, 'moderate')).toBe(true)
    expect(await ask(false)).toMatchObject({ ok: true })
    expect(await byPassword(moderator)).toMatchObject({ ok: true })
  })
})

describe('the site of passkeys', () => {
  it.each([
    [undefined, 'localhost', 'http://localhost:3999', 'http://127.0.0.1:3999'],
    ['https://wiki.example', 'wiki.example', 'https://wiki.example', 'https://a.wiki.example'],
    ['http://localhost:4450', 'localhost', 'http://localhost:4450', 'http://localhost:4451'],
    ['http://wiki.example', null, null, null],
    ['https://192.0.2.7', null, null, null],
    ['https://[2001:db8::7]', null, null, null],
  ])('with the address %s is %s', (origin, id, itsOwn, anothers) => {
    vi.stubEnv('LORELEAF_ORIGIN', origin)
    const party = relyingParty()
    expect(party?.id ?? null).toBe(id)
    if (itsOwn) expect(party?.isOrigin(itsOwn)).toBe(true)
    if (anothers) expect(party?.isOrigin(anothers)).toBe(false)
  })
})
