import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { primary } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { blockAction } from '@/lib/accounts/actions'
import { verifyEvent } from '@/lib/cache/saved'
import {
  added,
  factContent,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNow,
  send,
} from '@/lib/changesets/testing'
import { logError } from '@/lib/log'
import { type AccountActor, type Actor, visitor } from '@/lib/policy/actor'
import { markOf } from '@/lib/sessions/written-as'
import { withdrawAction } from '@/lib/submissions/actions'
import { answerJson } from './http'
import { overHttp } from './over-http'

await openTestWiki()

const asking = vi.hoisted(() => ({ headers: new Headers(), actor: {} as unknown }))

vi.mock('next/headers', () => ({ headers: async () => asking.headers, cookies: async () => new Map() }))
vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`redirected to ${path}`)
  },
}))
vi.mock('@/lib/sessions/session', () => ({ currentActor: async () => asking.actor as Actor }))
vi.mock('@/lib/log', () => ({ logError: vi.fn() }))

let fan: AccountActor
let moderator: AccountActor
let page: number

beforeAll(async () => {
  ;[fan, moderator] = [await makeAccount('fan'), await makeAccount('moderator')]
  const published = await publishNow(moderator, added('page', pageContent('Truham')))
  page = published.entries[0]?.id ?? 0
})

beforeEach(async () => {
  await primary().delete(rateWindow)
  asking.headers = new Headers({ 'x-loreleaf-network': '203.0.113.7' })
  asking.actor = fan
  vi.mocked(logError).mockClear()
})

const from = {
  origin: 'https://wiki.example',
  host: 'wiki.example',
  'content-type': 'application/json',
  'x-loreleaf-network': '203.0.113.7',
}

async function post(name: string, body: unknown, headers: Record<string, string> = from) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const request = new Request('https://wiki.example/', { method: 'POST', headers, body: text })
  const response = await answerJson(name, request)
  return { status: response.status, headers: response.headers, body: await response.json() }
}

const own = (fields: object) => ({ writtenAs: markOf(asking.actor as Actor), ...fields })
const report = (more: object = {}) => own({ key: newKey(), category: 'spam', words: 'Look', ...more })

describe('an operation over JSON', () => {
  it('is one that says so, by its own name; every other is not there', async () => {
    for (const [name, { about }] of overHttp) expect(about.name).toBe(name)
    expect(overHttp.size).toBe(38)
    for (const name of ['account.sign-in', 'account.rename-self', 'constructor', ''])
      expect(await post(name, own({}))).toMatchObject({ status: 404, body: { reason: 'not_found' } })
  })

  it('says what it did, and what changed in public goes with its sender', async () => {
    asking.actor = moderator
    const person = await makeAccount('fan')
    const answer = await post('account.block', own({ accountId: person.id, reason: 'Spam', length: 'day' }))
    expect(answer).toMatchObject({ status: 200, body: { ok: true, path: `/accounts/${person.id}` } })
    const [, cookie] =
      /^loreleaf_saved=([^;]+); Path=\/; Max-Age=60; HttpOnly/.exec(answer.headers.get('set-cookie') ?? '') ??
      []
    expect(verifyEvent(cookie)).toBe(answer.body.event)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  it('is not reached from another site, and reads nothing of what that sends', async () => {
    for (const origin of ['https://elsewhere.example', 'null', ''])
      expect(await post('report.file', '{', { ...from, origin })).toMatchObject({ status: 403 })
    const { origin: _, ...none } = from
    expect(await post('report.file', report(), none)).toMatchObject({ status: 403 })
  })

  it('asks who sends it before it reads the body', async () => {
    asking.actor = visitor
    expect(await post('page.save', '{{{')).toMatchObject({ status: 401, body: { reason: 'not_signed_in' } })
    expect(await post('report.file', report())).toMatchObject({ status: 200, body: { ok: true } })
  })

  it.each([
    ['no JSON', '{'],
    ['no object', '[1]'],
    ['nested without end', '['.repeat(100_000)],
    ['more than a megabyte', `{"words":"${'x'.repeat(1_000_001)}"}`],
  ])('refuses a body that is %s', async (_, body) => {
    expect(await post('report.file', body)).toMatchObject({ status: 400, body: { reason: 'invalid' } })
    expect(logError).not.toHaveBeenCalled()
  })

  it('refuses a body that does not say it is JSON, which a form of another site could send', async () => {
    const plain = { ...from, 'content-type': 'text/plain' }
    expect(await post('report.file', report(), plain)).toMatchObject({ status: 400 })
  })

  it('says at the field what is wrong with it', async () => {
    const answer = await post('report.file', report({ category: 'none' }))
    expect(answer).toMatchObject({ status: 400, body: { fields: { category: expect.any(String) } } })
    const codes = { fields: { category: { code: 'reports.chooseCategory', parameters: [] } } }
    expect(answer).toMatchObject({ body: { codes } })
  })

  it('goes out in nobody’s name but its writer’s, unless they say so', async () => {
    const answer = await post('report.file', report({ writtenAs: markOf(moderator) }))
    expect(answer).toMatchObject({
      status: 403,
      body: { reason: 'other_account', writerName: moderator.name },
    })
    expect(await post('report.file', { key: newKey(), category: 'spam', words: '' })).toMatchObject({
      status: 403,
    })
    const all = report({ writtenAs: markOf(moderator), sendAs: markOf(fan) })
    expect(await post('report.file', all)).toMatchObject({ status: 200 })
  })

  it('counts against the same limits as forms do, and says when to come again', async () => {
    const answers = []
    for (let time = 0; time < 61; time++) answers.push(await post('submission.note-seen', own({})))
    expect(answers.slice(0, 60).every(({ status }) => status === 400)).toBe(true)
    const last = answers.at(-1)
    expect(last).toMatchObject({ status: 429, body: { reason: 'too_many' } })
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

/*
 * One operation, whoever calls it: a form with JavaScript, which is told; a form without, which is sent on; and JSON.
 */
type Way = 'a form with scripts' | 'a form without' | 'JSON'
const ways: Way[] = ['a form with scripts', 'a form without', 'JSON']
type ServerAction = (previous: { state: 'idle' }, form: FormData) => Promise<object>

/** Calls it in this way; gives `done`, or the reason why not. */
async function call(way: Way, name: string, action: ServerAction, fields: object): Promise<string> {
  if (way === 'JSON') {
    const { body } = await post(name, own(fields))
    return body.ok ? 'done' : body.reason
  }
  const form = new FormData()
  for (const [field, value] of Object.entries(own(fields))) form.set(field, String(value))
  if (way === 'a form with scripts') asking.headers.set('next-action', 'x')
  try {
    const state = (await action({ state: 'idle' }, form)) as { state: string; refusal?: { reason: string } }
    return state.state === 'ok' ? 'done' : (state.refusal?.reason ?? '')
  } catch (error) {
    if (/^redirected to \//.test((error as Error).message)) return 'done'
    throw error
  }
}

describe.each(ways)('through %s', (way) => {
  const left = (accountId: number) =>
    Promise.all([
      readRows(`select act, actor_id::int from audit_record where account_id = ${accountId}`),
      readRows(`select operation from network_trace where account_id = ${(asking.actor as AccountActor).id}`),
      readRows(`select name from event where account_id = ${accountId} and name = 'account.blocked'`),
      readRows(`select tags from cache_event where tags @> array['account:${accountId}']`),
    ])

  it('a block leaves the same record, trace, event and news, and is refused alike', async () => {
    const person = await makeAccount('fan')
    const block = (fields: object = {}) =>
      call(way, 'account.block', blockAction, {
        accountId: person.id,
        reason: 'Spam',
        length: 'day',
        ...fields,
      })
    expect(await block()).toBe('not_allowed')
    asking.actor = visitor
    expect(await block()).toBe('not_signed_in')
    asking.actor = await makeAccount('moderator')
    expect(await block({ reason: '' })).toBe('invalid')
    expect(await block({ writtenAs: markOf(fan) })).toBe('other_account')
    expect(await block()).toBe('done')
    expect(await block()).toBe('already_decided')
    const [records, traces, events, news] = await left(person.id)
    expect(records).toEqual([{ act: 'account.block', actor_id: (asking.actor as AccountActor).id }])
    expect(traces).toEqual([{ operation: 'account.block' }])
    expect(events).toEqual([{ name: 'account.blocked' }])
    expect(news).toHaveLength(1)
  })

  it('taking an edit back is done once under its key', async () => {
    asking.actor = await makeAccount('fan')
    const sent = await send(asking.actor as AccountActor, added('fact', factContent('He waits.', [page])))
    const submissionId = sent.ok && sent.outcome === 'waiting' ? sent.submissionId : 0
    const taken = { submissionId, roundNumber: 1, state: 'waiting', key: newKey() }
    const withdraw = (fields: object) => call(way, 'submission.withdraw', withdrawAction, fields)
    expect([await withdraw(taken), await withdraw(taken)]).toEqual(['done', 'done'])
    expect(await withdraw({ ...taken, roundNumber: 2 })).toBe('key_reused')
    expect(await withdraw({ ...taken, key: newKey() })).toBe('already_decided')
    const detail = `detail ->> 'submission' = '${submissionId}'`
    expect(await readRows(`select act from audit_record where ${detail}`)).toEqual([
      { act: 'submission.withdraw' },
    ])
  })
})
