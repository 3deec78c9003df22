import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findCredentialsOf } from '@/db/accounts/credentials'
import { primary } from '@/db/postgres/client'
import { changeRows, createTestDatabase, readRows } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { withSecondStep } from '@/lib/accounts/second-step/testing'
import { checkSignIn } from '@/lib/accounts/sign-in'
import { here, newcomer, PASSWORD } from '@/lib/accounts/testing'
import { saying } from '@/lib/messages/testing'
import { type AccountActor, visitor } from '@/lib/policy/actor'
import { sealFor } from '@/lib/secret'
import { enterOutside } from './enter-outside'
import { beginLink, linkOutside, unlinkOutside } from './link'
import { signUpOutside } from './sign-up-outside'

beforeAll(createTestDatabase)
beforeEach(async () => {
  await primary().delete(rateWindow)
})

let people = 0
const somebody = () => ({ issuer: 'https://login.example', subject: `person ${++people}`, label: 'Tara J' })
type Somebody = ReturnType<typeof somebody>
const enter = (who: Somebody) => enterOutside(visitor, who, here)
const link = (by: AccountActor, who: Somebody) => linkOutside(by, who, here)
const unlink = (by: AccountActor, { issuer, subject }: Somebody, currentPassword = PASSWORD) =>
  unlinkOutside(by, { issuer, subject, currentPassword }, here)
const signUp = (name: string, who: Somebody, seconds = 60) =>
  signUpOutside(
    visitor,
    { name, newcomer: sealFor('outside newcomer', { ...who, next: '/' }, seconds) },
    here,
  )

describe('somebody from another site', () => {
  it('is nobody here, and nothing is kept, until they choose a name; then they are found by who they are there', async () => {
    const who = somebody()
    expect(await enter(who)).toMatchObject({ reason: 'not_found' })
    expect(await readRows(`select 1 from outside_identity where subject = '${who.subject}'`)).toEqual([])
    const taken = await newcomer()
    expect(await signUp(taken.name, who)).toMatchObject({
      fields: { name: saying(expect.stringMatching(/taken/)) },
    })
    expect(await signUp('', who)).toMatchObject({ fields: { name: expect.anything() } })
    expect(await enter(who)).toMatchObject({ reason: 'not_found' })
    const made = await signUp('Tara from elsewhere', who)
    expect(made).toMatchObject({ ok: true, recoveryCode: expect.any(String) })
    const accountId = made.ok ? made.accountId : 0
    expect(await enter(who)).toEqual({ ok: true, accountId })
    expect((await findCredentialsOf(primary(), accountId))?.passwordHash).toBeNull()
    for (const password of ['', 'a'])
      expect(await checkSignIn(visitor, { name: 'Tara from elsewhere', password }, here)).toMatchObject({
        ok: false,
      })
  })

  it('with a made-up, an old or a used answer of the site makes no account', async () => {
    const who = somebody()
    expect(await signUpOutside(visitor, { name: 'Made up', newcomer: 'none' }, here)).toMatchObject({
      ok: false,
    })
    expect(await signUp('Too late', who, -1)).toMatchObject({ ok: false })
    const answers = await Promise.all([signUp('First come', who), signUp('First served', who)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await readRows(`select 1 from account where name in ('Made up', 'Too late')`)).toEqual([])
    expect(await readRows(`select 1 from account where name like 'First %'`)).toHaveLength(1)
  })

  it('is nobody’s account here for having their address, nor for having the same id at another site', async () => {
    const fan = await newcomer()
    await changeRows(
      `update account set email = 'somebody@example.org', email_confirmed_at = now() where id = ${fan.id}`,
    )
    const who = somebody()
    await link(fan, who)
    const stranger = { ...somebody(), label: 'somebody@example.org', email: 'somebody@example.org' }
    expect(await enter(stranger)).toMatchObject({ reason: 'not_found' })
    expect(await enter({ ...who, issuer: 'https://evil.example' })).toMatchObject({ reason: 'not_found' })
  })

  it('needs the second step of the account, too', async () => {
    const fan = await newcomer()
    const who = somebody()
    await link(fan, who)
    await withSecondStep(fan)
    expect(await enter(who)).toMatchObject({ reason: 'second_step', ticket: expect.any(String) })
  })
})

describe('linking', () => {
  it('is begun by whoever proves who they are, to a site that is set up', async () => {
    const fan = await newcomer()
    const begin = (currentPassword: string) => beginLink(fan, { provider: 'github', currentPassword }, here)
    expect(await begin(PASSWORD)).toMatchObject({ reason: 'not_found' })
    vi.stubEnv('LORELEAF_ORIGIN', 'https://wiki.example')
    vi.stubEnv('GITHUB_CLIENT_ID', 'wiki')
    vi.stubEnv('GITHUB_CLIENT_SECRET', 'a secret')
    try {
      expect(await begin('wrong')).toMatchObject({ reason: 'wrong_credentials' })
      expect(await begin(PASSWORD)).toEqual({ ok: true, provider: 'github' })
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it('is once for an account there, and recorded; also of two at the same moment', async () => {
    const [fan, other] = [await newcomer(), await newcomer()]
    const who = somebody()
    const answers = await Promise.all([link(fan, who), link(other, who)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const first = answers[0].ok ? fan : other
    expect(await enter(who)).toEqual({ ok: true, accountId: first.id })
    expect(await link(first, who)).toMatchObject({ reason: 'already_decided' })
    expect(await readRows(`select act, detail from audit_record where account_id = ${first.id}`)).toEqual([
      { act: 'account.add-way', detail: { way: 'another site', issuer: who.issuer } },
    ])
  })

  it('is undone by its owner alone, and not where it is the last way in', async () => {
    const [fan, other] = [await newcomer(), await newcomer()]
    const [one, two] = [somebody(), somebody()]
    await link(fan, one)
    await link(fan, two)
    expect(await unlink(other, one)).toMatchObject({ reason: 'already_decided' })
    expect(await unlink(fan, one, 'wrong')).toMatchObject({ reason: 'wrong_credentials' })
    expect(await unlink(fan, one)).toEqual({ ok: true })
    expect(await enter(one)).toMatchObject({ reason: 'not_found' })
    await changeRows(`update account set password_hash = null where id = ${fan.id}`)
    expect(await unlink({ ...fan, signedInAt: new Date() }, two, '')).toMatchObject({ reason: 'not_allowed' })
    expect(await enter(two)).toEqual({ ok: true, accountId: fan.id })
  })
})
