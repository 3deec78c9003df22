import { expect, test } from 'vitest'
import { findActor } from '@/db/accounts/actors'
import { findMine } from '@/db/me/me'
import { primary } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { blockAccount } from '@/lib/accounts/block-account'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import { makeAccount, openTestWiki } from '@/lib/changesets/testing'
import { listNews } from '@/lib/news/list'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { doJobs } from '@/lib/worker/testing'
import { refusalOf } from '../testing'
import { decideOwnWords } from './decide'
import { decideOwnWordsSchema, MOST_OWN_WORDS, sendOwnWordsSchema } from './schema'
import { sendOwnWords } from './send'
import { loadPersonsWords } from './shown'
import { withdrawOwnWords } from './withdraw'

const { fan, moderator, owner } = await openTestWiki('fan', 'moderator', 'owner')

/** What everybody reads of somebody on their page. */
const read = async ({ id }: AccountActor) => JSON.stringify((await loadPersonsWords(String(id)))?.words)
const waitingId = async ({ id }: AccountActor) =>
  Number(
    (await readRows(`select id::int from own_words where account_id = ${id} and state = 'waiting'`))[0]?.id,
  )
const shownId = async ({ id }: AccountActor) =>
  Number(
    (await readRows(`select id::int from own_words where account_id = ${id} and state = 'shown'`))[0]?.id,
  )
const pass = (by: AccountActor, wordsId: number) => decideOwnWords(by, { wordsId, verdict: 'pass' })
const decline = (by: AccountActor, wordsId: number) =>
  decideOwnWords(by, { wordsId, verdict: 'decline', reason: 'It says where you live.' })
const heldFor = async (by: AccountActor) => {
  const asking = { id: by.id, watched: null, seesQueue: true, seesReports: true, most: 50 }
  return (await findMine(primary(), asking)).reports?.held
}
const newsOf = async (person: AccountActor) => {
  await doJobs()
  const { days } = await listNews(person, writersScope, { family: null, before: null })
  return days.flatMap((day) => day.lines)
}

test('who is trusted says something of themselves: it waits, is counted, is passed, and the old one stays until then', async () => {
  const person = await makeAccount('trusted')
  expect(await sendOwnWords(fan, { words: 'I am new.' })).toMatchObject({ reason: 'not_allowed' })
  expect(await sendOwnWords(person, { words: 'I like [[Nick Nelson]].' })).toMatchObject({
    ok: true,
    event: null,
  })
  expect(await read(person)).toBeUndefined()
  expect(await heldFor(moderator)).toBe(1)
  expect(await sendOwnWords(person, { words: 'I like [[Nick Nelson]].' })).toMatchObject({
    reason: 'already_decided',
  })
  const first = await waitingId(person)
  expect(await pass(person, first)).toMatchObject({ reason: 'not_allowed' })
  expect(await pass(moderator, first)).toMatchObject({ ok: true, event: expect.any(Number) })
  expect(await read(person)).toContain('Nick Nelson')
  expect(await heldFor(moderator)).toBe(0)
  expect(await pass(moderator, first)).toMatchObject({ reason: 'already_decided' })
  expect(await newsOf(person)).toMatchObject([{ kind: 'own-words-shown', path: '/account/words' }])

  await sendOwnWords(person, { words: 'I like dogs.' })
  expect(await read(person)).toContain('Nick Nelson')
  const second = await waitingId(person)
  // What a moderator has not read is not what they let pass.
  await sendOwnWords(person, { words: 'I like cats.' })
  expect(await pass(moderator, second)).toMatchObject({ reason: 'already_decided' })
  await pass(moderator, await waitingId(person))
  expect(await read(person)).toContain('cats')
})

test('what is declined is told with its reason, what is shown can be taken away, and a page depends on it', async () => {
  const person = await makeAccount('trusted')
  await sendOwnWords(person, { words: 'I live at the mill.' })
  expect(await decline(moderator, await waitingId(person))).toMatchObject({
    ok: true,
    event: null,
    path: '/moderation/comments',
  })
  expect(await newsOf(person)).toMatchObject([
    { kind: 'own-words-declined', words: { text: 'It says where you live.' } },
  ])
  await sendOwnWords(person, { words: 'I like mills.' })
  await pass(moderator, await waitingId(person))
  const page: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
  await recordResponse(page, () => read(person))
  const taken = await decline(owner, await shownId(person))
  expect(taken).toMatchObject({ ok: true, path: `/accounts/${person.id}` })
  const event = 'event' in taken ? taken.event : null
  const [dropped] = await readRows(`select tags from cache_event where id = ${event}`)
  expect(dropped?.tags).toEqual([`own-words:${person.id}`])
  expect([...page.tags]).toContain(`own-words:${person.id}`)
  expect(await read(person)).toBeUndefined()
  const acts = await readRows(`select act from audit_record where account_id = ${person.id} order by id`)
  expect(acts.map(({ act }) => act)).toEqual(['own-words.decline', 'own-words.pass', 'own-words.decline'])
})

test('a moderator’s own are shown at once, and nobody else may withdraw them; who is blocked cannot send, and can take back', async () => {
  expect(await sendOwnWords(moderator, { words: 'I keep watch.' })).toMatchObject({
    ok: true,
    event: expect.any(Number),
  })
  expect(await read(moderator)).toContain('keep watch')
  expect(await decline(moderator, await shownId(moderator))).toMatchObject({ reason: 'not_allowed' })
  const person = await makeAccount('trusted')
  await sendOwnWords(person, { words: 'I draw.' })
  await blockAccount(moderator, { accountId: person.id, reason: 'Spam', rule: 'spam', length: 'week' })
  const blocked = (await findActor(primary(), person.id)) ?? person
  expect(await sendOwnWords(blocked, { words: 'I draw more.' })).toMatchObject({ reason: 'blocked' })
  expect(await withdrawOwnWords(blocked, { which: 'shown' })).toMatchObject({ reason: 'already_decided' })
  expect(await withdrawOwnWords(blocked, { which: 'waiting' })).toMatchObject({ ok: true })
  expect(await withdrawOwnWords(moderator, { which: 'shown' })).toMatchObject({ event: expect.any(Number) })
  expect(await read(moderator)).toBeUndefined()
  expect(await refusalOf(withdrawOwnWords(moderator, { which: 'shown' }))).toContain('nothing to take back')
})

test('two versions sent at once leave one that waits', async () => {
  const person = await makeAccount('trusted')
  const sent = await Promise.all(['One.', 'Two.', 'Three.'].map((words) => sendOwnWords(person, { words })))
  expect(sent.every(({ ok }) => ok)).toBe(true)
  const rows = await readRows(`select state from own_words where account_id = ${person.id} order by state`)
  expect(rows.map(({ state }) => state)).toEqual(['waiting', 'withdrawn', 'withdrawn'])
})

test('bad input says what is wrong with it', () => {
  const problems = (given: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } }) =>
    given.error?.issues.map(({ path }) => path.join('.'))
  expect(problems(sendOwnWordsSchema.safeParse({ words: ' \n ' }))).toEqual(['words'])
  expect(problems(sendOwnWordsSchema.safeParse({ words: 'a'.repeat(MOST_OWN_WORDS + 1) }))).toEqual(['words'])
  expect(sendOwnWordsSchema.safeParse({ words: '🎈'.repeat(MOST_OWN_WORDS) }).success).toBe(true)
  expect(problems(decideOwnWordsSchema.safeParse({ wordsId: '1', verdict: 'decline', reason: '' }))).toEqual([
    'reason',
  ])
})
