import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { primary, transaction } from '@/db/postgres/client'
import { changeRows, createTestDatabase, readRows } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { writeSettings } from '@/db/wiki/wiki'
import { accountFor } from '@/lib/accounts/account-for'
import { signUp } from '@/lib/accounts/sign-up'
import { here, PASSWORD } from '@/lib/accounts/testing'
import { saying } from '@/lib/messages/testing'
import { visitor } from '@/lib/policy/actor'
import { type Given, isBusy } from './turnstile'
import { newWork } from './work'
import { doWork, isWorkDone } from './work-to-do'

/** How many accounts an hour are made here without work. */
const BUSY = 40
vi.stubEnv('LORELEAF_SIGN_UPS', String(BUSY))

beforeAll(createTestDatabase)
beforeEach(async () => {
  await primary().delete(rateWindow)
  await ask(null, null)
  await changeRows(`update account set created_at = now() - interval '2 hours'`)
})
afterEach(() => vi.useRealTimers())

let people = 0
const join = (given: Given & { name?: string } = {}) =>
  signUp(visitor, { name: `Newcomer ${++people}`, password: PASSWORD, email: '', ...given }, here)
const ask = (question: string | null, answers: string | null) =>
  transaction((tx) => writeSettings(tx, { sign_up_question: question, sign_up_answers: answers }))
const crowd = (many: number) =>
  changeRows(
    `insert into account (name, name_key)
     select 'crowd ' || n, 'crowd ' || n || random() from generate_series(1, ${many}) n`,
  )
const done = async () => (await doWork(newWork(), new AbortController().signal)) ?? ''

describe('an owner’s question', () => {
  it('is asked of everybody who signs up, in any spelling of one of its answers', async () => {
    await ask('Who plays Nick?', 'Kit Connor, Kit')
    const refused = { fields: { answer: saying(expect.stringMatching(/Who plays Nick\?/)) } }
    expect(await join()).toMatchObject(refused)
    expect(await join({ answer: 'Joe' })).toMatchObject(refused)
    expect(await join({ answer: '' })).toMatchObject(refused)
    for (const answer of ['Kit Connor', ' kit ', 'KIT  CONNOR!'])
      expect(await join({ answer })).toMatchObject({ ok: true })
  })

  it('without an answer is not asked, nor is work where there is one', async () => {
    await ask('Who plays Nick?', ' , ')
    expect(await join()).toMatchObject({ ok: true })
    await crowd(BUSY + 1)
    await ask('Who plays Nick?', 'Kit')
    expect(await join({ answer: 'kit' })).toMatchObject({ ok: true })
  })

  it('is asked inside a form that brings a new account along, too', async () => {
    await ask('Who plays Nick?', 'Kit')
    const bring = (accountAnswer?: string) =>
      accountFor(
        { accountWay: 'new', accountName: `Bringer ${++people}`, accountPassword: PASSWORD, accountAnswer },
        here,
      )
    expect(await bring()).toMatchObject({ fields: { accountAnswer: saying(expect.stringMatching(/Nick/)) } })
    expect(await bring('kit')).toMatchObject({ ok: true })
  })
})

describe('while many sign up', () => {
  it('a new account takes work, which counts once', async () => {
    expect(await isBusy()).toBe(false)
    expect(await join()).toMatchObject({ ok: true })
    await crowd(BUSY)
    expect(await isBusy()).toBe(true)
    expect(await join()).toMatchObject({ reason: 'too_many', ticket: expect.any(String) })
    const work = await done()
    const answers = await Promise.all([join({ work }), join({ work })])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await join({ work })).toMatchObject({ reason: 'too_many' })
  }, 30_000)

  it.each([
    ['made up', () => 'made-up:1'],
    ['not done', () => `${newWork().challenge}:1`],
    ['without a number', () => `${newWork().challenge}:`],
  ])('work that is %s counts for nothing', async (_, work) => {
    await crowd(BUSY + 1)
    expect(await join({ work: work() })).toMatchObject({ reason: 'too_many' })
  })

  it('work is not used up by a name that is taken', async () => {
    await crowd(BUSY + 1)
    const work = await done()
    const [first] = await readRows(`select name from account where password_hash is not null limit 1`)
    expect(await join({ work, name: String(first?.name) })).toMatchObject({ reason: 'name_taken' })
    expect(await join({ work })).toMatchObject({ ok: true })
  })

  it('who does no work waits a minute, and is let in once then', async () => {
    await crowd(BUSY + 1)
    const first = await join()
    const ticket = (!first.ok && first.ticket) || ''
    const early = await join({ ticket })
    expect(early).toMatchObject({ reason: 'too_many', ticket })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    expect(await join({ ticket })).toMatchObject({ ok: true })
    expect(await join({ ticket })).toMatchObject({ reason: 'too_many' })
  })
})

it('bits are counted from the first', () => {
  const hash = new Uint8Array([0, 0b0000_0001, 255, 255, 9])
  expect(isWorkDone(hash, 15)).toBe(true)
  expect(isWorkDone(hash, 16)).toBe(false)
  expect(isWorkDone(new Uint8Array([255, 0, 0, 0]), 0)).toBe(true)
})
