import { describe, expect, it } from 'vitest'
import { writeHeartbeat } from '@/db/jobs/jobs'
import { primary, transaction } from '@/db/postgres/client'
import { changeRows, readJobs } from '@/db/postgres/testing'
import { makeAccount } from '@/lib/changesets/testing'
import { ask, behind, change, openGateway, until, versioned } from '@/lib/gateway/http/testing'
import { enqueue } from '@/lib/jobs/enqueue'

const TOKEN = 'a-token-for-the-metrics'

const gateway = openGateway({ metricsToken: TOKEN, limits: { heartbeatInterval: 50 } })
const told = async (headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` }) =>
  ask(gateway, '/metrics', { headers })

/** The value of one line of the text format. */
async function figure(name: string): Promise<number> {
  const { body } = await told()
  const line = body.split('\n').find((line) => line.startsWith(`${name} `))
  return Number(line?.slice(name.length + 1))
}

describe('the metrics', () => {
  it('are told to who names the token, and are kept by nobody', async () => {
    const { status, headers, body } = await told()
    expect(status).toBe(200)
    expect(headers['content-type']).toContain('text/plain; version=0.0.4')
    expect(headers['cache-control']).toBe('no-store')
    expect(body).toMatch(/^process_resident_memory_bytes \d+/m)
    expect(body).toMatch(/^loreleaf_info\{version="[\d.]+",schema="\d{4}_\w+"\} 1$/m)
  })

  it.each([
    ['nobody', {}],
    ['another token', { authorization: 'Bearer another token' }],
    ['a part of it', { authorization: 'Bearer a' }],
    ['another scheme', { authorization: `Basic ${TOKEN}` }],
  ])('are refused to %s', async (_, headers) => {
    const { status, headers: answered, body } = await told(headers)
    expect(status).toBe(401)
    expect(answered['www-authenticate']).toBe('Bearer')
    expect(body).not.toContain('loreleaf_')
  })

  it('never reach what renders, not even under other spellings', async () => {
    for (const path of ['/metrics', '/metrics?a=1', '//metrics', '/metrics/']) await ask(gateway, path)
    expect(behind.renders).toEqual([])
  })

  it('cannot be posted to', async () => {
    expect((await ask(gateway, '/metrics', { method: 'POST' })).status).toBe(405)
  })

  it('count what is met from memory, what is rendered, and what was answered', async () => {
    versioned('entry:1')
    await until(async () => (await figure('loreleaf_changes_heard')) === 1)
    const [hits, misses, renders] = await Promise.all([
      figure('loreleaf_shared_pages_total{met="hit",progress="no"}'),
      figure('loreleaf_shared_pages_total{met="miss",progress="no"}'),
      figure('loreleaf_render_seconds_count'),
    ])
    for (let n = 0; n < 3; n += 1) await ask(gateway, '/wiki/Counted')
    expect(await figure('loreleaf_shared_pages_total{met="hit",progress="no"}')).toBe((hits || 0) + 2)
    expect(await figure('loreleaf_shared_pages_total{met="miss",progress="no"}')).toBe((misses || 0) + 1)
    expect(await figure('loreleaf_render_seconds_count')).toBe(renders + 1)
    expect(await figure('loreleaf_answers_total{route="shared",status="200"}')).toBeGreaterThanOrEqual(3)
    expect(await figure('loreleaf_memory_pages{memory="pages"}')).toBe(1)
    expect(await figure('loreleaf_memory_bytes{memory="pages"}')).toBeGreaterThan(0)
  })

  it('count what waits, what was reported, and how far behind the gateway is', async () => {
    const fan = await makeAccount('fan')
    await changeRows(`insert into submission (author_id, state, summary) values (${fan.id}, 'waiting', '')`)
    await changeRows(`insert into report (receipt, urgency, category, words, address)
      values ('r', 'ordinary', 'c', 'w', '/')`)
    await change(['entry:1'])
    await until(async () => (await figure('loreleaf_changes_behind')) === 0)
    expect(await figure('loreleaf_submissions_waiting')).toBe(1)
    expect(await figure('loreleaf_reports_open')).toBe(1)
    expect(await figure('loreleaf_database_up')).toBe(1)
    expect(await figure('loreleaf_database_connections{state="active"}')).toBeGreaterThanOrEqual(1)
    await until(async () => (await figure('loreleaf_changes_silence_seconds')) < 3)
  })

  it('count jobs by their tasks, and who does them', async () => {
    await transaction(async (tx) => {
      for (const mailId of [1, 2]) enqueue(tx, 'send-mail', { mailId })
    })
    await readJobs(`update jobs._private_jobs set attempts = max_attempts, run_at = now() - interval '1 minute'
      where (payload->>'mailId')::int = 1`)
    await writeHeartbeat(primary(), 'a worker')
    expect(await figure('loreleaf_jobs_queued{task="send-mail"}')).toBe(1)
    expect(await figure('loreleaf_jobs_retried{task="send-mail"}')).toBe(0)
    expect(await figure('loreleaf_jobs_failed{task="send-mail"}')).toBe(1)
    expect(await figure('loreleaf_jobs_oldest_seconds{task="send-mail"}')).toBeLessThan(30)
    expect(await figure('loreleaf_workers')).toBe(1)
  })

  it('are told while there is no database, with what the gateway knows by itself', async () => {
    const { DATABASE_URL } = process.env
    process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none'
    expect(await figure('loreleaf_database_up')).toBe(0)
    process.env.DATABASE_URL = DATABASE_URL
    expect(await figure('loreleaf_database_up')).toBe(1)
  })
})

describe('without a token', () => {
  const closed = openGateway()

  it('there is no such page', async () => {
    expect((await ask(closed, '/metrics', { headers: { authorization: 'Bearer undefined' } })).status).toBe(
      404,
    )
    expect((await ask(closed, '/metrics', { headers: { authorization: 'Bearer ' } })).status).toBe(404)
  })
})
