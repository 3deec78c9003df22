import { beforeAll, beforeEach, expect, test } from 'vitest'
import { primary } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import {
  edited,
  holdBack,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
} from '@/lib/changesets/testing'
import { linkIn } from '@/lib/mail/testing'
import { type AccountActor, visitor } from '@/lib/policy/actor'
import { accept } from '@/lib/review/accept'
import { decline, requestChanges } from '@/lib/review/turn-down'
import { queueUndone } from '@/lib/worker/tasks/queue-undone'
import { tell } from '@/lib/worker/tasks/tell'
import { doJobs } from '@/lib/worker/testing'
import { newsByMail } from '../testing'
import { loadMailDecision } from './loaders'
import { confirmWish, mailDecision } from './mail-decision'

const { moderator } = await openTestWiki('moderator')
const { mailbox, reachable } = await newsByMail()

let fan: AccountActor
let page: number
let number = 1
let addresses = 0
beforeAll(async () => {
  page = await publishNew(moderator, 'page', pageContent('Truham', { p: 'one' }))
})
beforeEach(async () => {
  fan = await makeAccount('fan')
  await primary().delete(rateWindow)
})

const newAddress = () => `sender${++addresses}@example.org`
const sent = (by = fan) => holdBack(by, edited('page', page, number, pageContent('Truham', { p: newKey() })))
const click = (submissionId: number) => ({ submissionId, roundNumber: 1, key: newKey() })
const wishes = () => readRows('select address from decision_wish')
const follow = async (address: string) => {
  await doJobs()
  const link = linkIn(await mailbox.next(address), '/confirm-wish')
  return confirmWish(visitor, { token: new URL(link).searchParams.get('token') ?? '' })
}
const decided = async () => {
  await tell()
  await doJobs()
}

test('an address is confirmed first, then told once what was decided and why, and forgotten', async () => {
  const [id, address] = [await sent(), newAddress()]
  expect(await mailDecision(fan, { submissionId: id, email: address })).toEqual({ ok: true })
  expect(await follow(address)).toEqual({ ok: true })
  await requestChanges(moderator, { ...click(id), reason: 'Which video?' })
  await decided()
  const mail = await mailbox.next(address)
  expect(mail.subject).toMatch(/^Your turn: /)
  expect(mail.text).toContain('> Which video?')
  expect(mail.text).toContain('It is the only one.')
  expect(mail.headers).not.toContain('List-Unsubscribe')
  expect(await wishes()).toEqual([])
  await decided()
  expect(mailbox.received).toEqual([])
  expect(await readRows(`select email from account where id = ${fan.id}`)).toEqual([{ email: null }])
})

test.each(['accepted', 'declined'])('it is told when a submission is %s', async (how) => {
  const [id, address] = [await sent(), newAddress()]
  await mailDecision(fan, { submissionId: id, email: address })
  await follow(address)
  if (how === 'accepted') {
    expect(await accept(moderator, click(id))).toMatchObject({ outcome: 'published' })
    number++
  } else await decline(moderator, { ...click(id), reason: 'No source.' })
  await decided()
  expect((await mailbox.next(address)).subject).toMatch(
    how === 'accepted' ? /^Published: / : /^Not accepted: /,
  )
})

test('who never confirms gets nothing but the link; who does so after the decision is told at once', async () => {
  const [id, address] = [await sent(), newAddress()]
  await mailDecision(fan, { submissionId: id, email: address })
  await doJobs()
  const link = linkIn(await mailbox.next(address), '/confirm-wish')
  await decline(moderator, { ...click(id), reason: 'No source.' })
  await decided()
  await queueUndone()
  await doJobs()
  expect(mailbox.received).toEqual([])
  const token = new URL(link).searchParams.get('token') ?? ''
  for (const odd of [`${token}x`, `${id + 1}${token.slice(String(id).length)}`, '', 'x'])
    expect(await confirmWish(visitor, { token: odd })).toMatchObject({ ok: false, reason: 'not_found' })
  expect(await confirmWish(visitor, { token })).toEqual({ ok: true })
  expect(await confirmWish(visitor, { token })).toMatchObject({ ok: false })
  await doJobs()
  expect((await mailbox.next(address)).text).toContain('> No source.')
})

test('an address that the account has confirmed needs no link', async () => {
  const { actor, address } = await reachable({ own: 'never' })
  const id = await sent(actor)
  await mailDecision(actor, { submissionId: id, email: address })
  await doJobs()
  expect(mailbox.received).toEqual([])
  await decline(moderator, { ...click(id), reason: 'No source.' })
  await decided()
  expect((await mailbox.next(address)).subject).toMatch(/^Not accepted/)
})

test('only its author asks, while it waits, for an address that is one, and not to no end', async () => {
  const id = await sent()
  const ask = (by: AccountActor, email: string) => mailDecision(by, { submissionId: id, email })
  expect(await ask(moderator, newAddress())).toMatchObject({ ok: false, reason: 'not_found' })
  expect(await ask(fan, 'nowhere')).toMatchObject({ ok: false, fields: { email: expect.anything() } })
  const stranger = newAddress()
  const others = await Promise.all(Array.from({ length: 6 }, () => makeAccount('fan')))
  const answers = []
  for (const by of others)
    answers.push(await mailDecision(by, { submissionId: await sent(by), email: stranger.toUpperCase() }))
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false])
  await decline(moderator, { ...click(id), reason: 'No source.' })
  expect(await ask(fan, newAddress())).toMatchObject({ ok: false, reason: 'not_found' })
})

test('it is offered where nothing else would tell, and says what is asked for', async () => {
  const offered = (by: AccountActor, id: number, isAuthor = true) =>
    loadMailDecision({ id, state: 'waiting', author: by }, isAuthor)
  const id = await sent()
  expect(await offered(fan, id)).toEqual({ submissionId: id, address: null, isConfirmed: false })
  expect(await offered(fan, id, false)).toBeNull()
  const address = newAddress()
  await mailDecision(fan, { submissionId: id, email: address })
  expect(await offered(fan, id)).toEqual({ submissionId: id, address, isConfirmed: false })
  const { actor } = await reachable()
  expect(await offered(actor, await sent(actor))).toBeNull()
})
