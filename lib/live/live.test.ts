import { beforeEach, describe, expect, test } from 'vitest'
import { endSessionsOf } from '@/db/accounts/sessions'
import { NOTICE_CHANNEL } from '@/db/events/notices'
import { primary } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { blockAccount } from '@/lib/accounts/block-account'
import { endOwnSession } from '@/lib/accounts/end-sessions'
import { setRole } from '@/lib/accounts/set-role'
import {
  edited,
  holdBack,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
} from '@/lib/changesets/testing'
import { ask, until } from '@/lib/gateway/http/testing'
import { markNewsRead } from '@/lib/news/mark-read'
import type { AccountActor } from '@/lib/policy/actor'
import { noClient } from '@/lib/rate-limit/client-info'
import { fileReport } from '@/lib/reports/file-report'
import { reportSchema } from '@/lib/reports/schema'
import { accept } from '@/lib/review/accept'
import { paths } from '@/lib/routes'
import { cookieOfBrowser } from '@/lib/sessions/testing'
import { tell } from '@/lib/worker/tasks/tell'
import { type Listening, listenOn, METRICS_TOKEN, openLive } from './testing'

const { moderator, owner } = await openTestWiki('moderator', 'owner')
const [gateway, replica] = await Promise.all([openLive(), openLive()])

let fan: AccountActor

beforeEach(async () => {
  fan = await makeAccount('fan')
})

/** Streams of an account in browsers of its own, each of which has been told the present numbers. */
async function listening(actor: AccountActor, on = gateway): Promise<Listening> {
  const stream = await listenOn(on, await cookieOfBrowser(actor.id))
  await until(() => stream.told().length === 1)
  return stream
}
const last = (stream: Listening) => stream.told().at(-1)
async function held() {
  const page = await publishNew(moderator, 'page', pageContent(fan.name, { p: 'one' }))
  return holdBack(fan, edited('page', page, 1, pageContent(fan.name, { p: 'two' })))
}

async function acceptedOne() {
  const submissionId = await held()
  await accept(moderator, { submissionId, roundNumber: 1, key: newKey() })
  await tell()
}

describe('a stream', () => {
  test('says the present numbers first, and no cache or proxy may hold it back', async () => {
    const stream = await listening(fan)
    expect(last(stream)).toEqual({ id: fan.id, news: 0, newest: 0, waitingCount: null, reports: null })
    const [headers = ''] = stream.received().toLowerCase().split('\r\n\r\n')
    expect(headers).toContain('content-type: text/event-stream')
    expect(headers).toContain('cache-control: no-store, no-transform')
    expect(headers).toContain('x-accel-buffering: no')
    expect(headers).not.toContain('content-encoding')
    stream.socket.destroy()
  })

  test('is for nobody who is not signed in, and only for who listens', async () => {
    expect(await ask(gateway, paths.live())).toMatchObject({ status: 204, body: '' })
    const made = { cookie: 'loreleaf_session=made-up' }
    expect(await ask(gateway, paths.live(), { headers: made })).toMatchObject({ status: 204 })
    expect(await ask(gateway, paths.live(), { method: 'POST' })).toMatchObject({ status: 405 })
  })

  test('says on every gateway that there is news, and that it was read', async () => {
    const streams = await Promise.all([listening(fan), listening(fan, replica)])
    const other = await listening(await makeAccount('fan'))
    await acceptedOne()
    for (const stream of streams) await until(() => last(stream)?.news === 1)
    const [{ newest } = { newest: 0 }] = await readRows(
      `select max(event_id)::int as newest from notification where account_id = ${fan.id}`,
    )
    await markNewsRead(fan, { upTo: Number(newest) })
    for (const stream of streams) await until(() => last(stream)?.news === 0)
    expect(other.told()).toHaveLength(1)
    for (const stream of [...streams, other]) stream.socket.destroy()
  })

  test('says to moderators alone how many submissions and reports wait, not those about themselves', async () => {
    const [theirs, fans] = await Promise.all([listening(moderator), listening(fan)])
    const before = last(theirs)
    if (!before?.reports || before.waitingCount === null) throw new Error('no numbers of a moderator')
    await held()
    await until(() => last(theirs)?.waitingCount === (before.waitingCount ?? 0) + 1)
    const report = { category: 'wrong', words: 'Please look.' }
    await fileReport(fan, reportSchema.parse({ key: newKey(), ...report }), noClient)
    await until(() => last(theirs)?.reports?.open === (before.reports?.open ?? 0) + 1)
    const about = { ...report, kind: 'account', id: String(moderator.id) }
    expect(await fileReport(fan, reportSchema.parse({ key: newKey(), ...about }), noClient)).toMatchObject({
      ok: true,
    })
    await until(() => theirs.told().length === 4)
    expect(last(theirs)?.reports?.open).toBe(before.reports.open + 1)
    expect(fans.told()).toHaveLength(1)
    for (const stream of [theirs, fans]) stream.socket.destroy()
  })

  test('whose session ends says so and ends, and the account’s others go on', async () => {
    const [one, other] = await Promise.all([listening(fan), listening(fan)])
    const [row] = await readRows(
      `select id from session where account_id = ${fan.id} order by created_at limit 1`,
    )
    expect(await endOwnSession(fan, { sessionId: String(row?.id) })).toEqual({ ok: true })
    await until(() => one.told().length === 2 && other.told().length === 2)
    expect([last(one), last(other)].filter((told) => told === null)).toHaveLength(1)
    await endSessionsOf(primary(), fan.id)
    for (const stream of [one, other]) expect(await stream.waitFor(/null\n\n\r\n0\r\n/)).toBeTruthy()
    expect([last(one), last(other)]).toEqual([null, null])
  })

  test('follows what its account may do: a role, a block', async () => {
    const stream = await listening(fan)
    await setRole(owner, { accountId: fan.id, role: 'moderator', reason: 'They know it all.' }, noClient)
    await until(() => last(stream)?.waitingCount !== null)
    await blockAccount(owner, { accountId: fan.id, reason: 'Not so.', length: 'day' }, noClient)
    await until(() => last(stream)?.waitingCount === null && last(stream)?.reports === null)
    stream.socket.destroy()
  })

  test('is counted, for as long as it stands', async () => {
    const before = gateway.open()
    const stream = await listening(fan)
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` }
    const { body } = await ask(gateway, paths.metrics(), { headers })
    expect(body).toMatch(new RegExp(`^loreleaf_streams ${before + 1}$`, 'm'))
    stream.socket.destroy()
    await until(() => gateway.open() === before)
  })
})

describe('an event that concerns many', () => {
  test('is one look at all of them, and what comes meanwhile one more', async () => {
    const people = await Promise.all(Array.from({ length: 30 }, () => makeAccount('fan')))
    const streams = await Promise.all(people.map((actor) => listening(actor)))
    gateway.looks.length = 0
    const all = people.map(({ id }) => id).join(',')
    // Each notice is another one, and all arrive together.
    await readRows(
      `select pg_notify('${NOTICE_CHANNEL}', '${all},' || 987654321 + n) from generate_series(1, 5) n`,
    )
    await until(() => streams.every((stream) => stream.told().length >= 2))
    expect(gateway.looks[0]).toHaveLength(30)
    expect(gateway.looks.length).toBeLessThanOrEqual(2)
    for (const stream of streams) stream.socket.destroy()
  })

  test('a connection to the database that was lost loses nothing: all are looked up', async () => {
    const stream = await listening(fan)
    await readRows(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'loreleaf gateway'`)
    await changeRows(`insert into notification (account_id, event_id, family, kind, topic, at)
      values (${fan.id}, 1, 'own', 'published', 'published', now())`)
    await until(() => last(stream)?.news === 1)
    stream.socket.destroy()
  })
})
