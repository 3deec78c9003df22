import { expect, test } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { blockAccount } from '@/lib/accounts/block-account'
import { makeAccount, openTestWiki } from '@/lib/changesets/testing'
import { sentenceOf } from '@/lib/messages/message'
import { listNews } from '@/lib/news/list'
import type { AccountActor } from '@/lib/policy/actor'
import { actorNow } from '@/lib/policy/actor-now'
import { writersScope } from '@/lib/policy/policy'
import { doJobs } from '@/lib/worker/testing'
import { answerAppeal } from './answer-appeal'
import { sendAppeal } from './send-appeal'

const { owner, moderator } = await openTestWiki('owner', 'moderator')
const other = await makeAccount('moderator')

const now = (one: AccountActor) => transaction((tx) => actorNow(tx, one.id))

async function blocked(by: AccountActor, role: 'fan' | 'moderator' = 'fan'): Promise<AccountActor> {
  const person = await makeAccount(role)
  const input = {
    accountId: person.id,
    reason: 'Sent the same 30 times',
    rule: 'spam' as const,
    length: 'week' as const,
  }
  expect(await blockAccount(by, input)).toMatchObject({ ok: true })
  return now(person)
}

const openId = async () =>
  Number((await readRows('select id::int from appeal where answered_at is null order by id desc'))[0]?.id)

const answer = async (by: AccountActor, outcome: 'lifted' | 'stays') =>
  answerAppeal(by, { appealId: await openId(), outcome, answer: 'Welcome back.' })

test('a blocked account is told the rule and how to contest, and does so once; somebody else answers, and it is told', async () => {
  const fan = await blocked(moderator)
  const { whyNot } = await import('@/lib/policy/refusals')
  const said = sentenceOf(whyNot(fan, 'propose').message)
  expect(said).toContain('nothing sent over and over')
  expect(said).toContain('how to contest it')
  expect(await sendAppeal(fan, { words: 'It was one time.' })).toMatchObject({ ok: true })
  expect(await sendAppeal(fan, { words: 'Again.' })).toMatchObject({ reason: 'already_decided' })
  expect(await answer(fan, 'lifted')).toMatchObject({ reason: 'blocked' })
  expect(await answer(moderator, 'stays')).toMatchObject({ reason: 'not_allowed' })
  expect(await answer(other, 'lifted')).toMatchObject({ ok: true })
  expect((await now(fan)).isBlocked).toBe(false)
  await doJobs()
  const { days } = await listNews(await now(fan), writersScope, { family: null, before: null })
  const lines = days.flatMap((day) => day.lines)
  expect(lines.find((line) => line.kind === 'appeal-answered')).toMatchObject({
    says: 'It is lifted.',
    words: { text: 'Welcome back.' },
  })
  expect(await sendAppeal(await now(fan), { words: 'Once more.' })).toMatchObject({
    reason: 'already_decided',
  })
})

test('a block that stays is contested again 30 days later, and not before', async () => {
  const fan = await blocked(moderator)
  await sendAppeal(fan, { words: 'Please.' })
  const appealId = await openId()
  expect(await answer(owner, 'stays')).toMatchObject({ ok: true })
  expect(await answerAppeal(owner, { appealId, outcome: 'lifted', answer: 'Yes.' })).toMatchObject({
    reason: 'already_decided',
  })
  expect(await sendAppeal(fan, { words: 'Please.' })).toMatchObject({ reason: 'too_many' })
  await changeRows(`update appeal set at = now() - interval '31 days' where id = ${appealId}`)
  expect(await sendAppeal(fan, { words: 'Please.' })).toMatchObject({ ok: true })
})

test('where nobody else can answer, who set the block does', async () => {
  const fallen = await blocked(owner, 'moderator')
  await sendAppeal(fallen, { words: 'I have learned.' })
  // Moderators lift no block of a moderator, and there is one owner.
  expect(await answer(other, 'lifted')).toMatchObject({ reason: 'not_allowed' })
  expect(await answer(owner, 'lifted')).toMatchObject({ ok: true })
})
