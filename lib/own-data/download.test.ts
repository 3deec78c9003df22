import http from 'node:http'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sectionNames } from '@/db/own-data/sections'
import { changeRows, readRows } from '@/db/postgres/testing'
import { PASSWORD } from '@/lib/accounts/testing'
import { edited, openTestWiki, pageContent, publishNow } from '@/lib/changesets/testing'
import type { OwnRoute } from '@/lib/gateway/http/own-routes'
import { startGateway } from '@/lib/gateway/http/start'
import { inThisProcess } from '@/lib/gateway/http/testing'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import type { AccountActor } from '@/lib/policy/actor'
import { paths, routes } from '@/lib/routes'
import type { Route } from '@/lib/routes/row'
import { cookieOfBrowser } from '@/lib/sessions/testing'
import { WRITTEN_AS } from '@/lib/sessions/written-as'
import { withhold } from '@/lib/withholding/withhold'
import { createDownloadRoute } from './download-route'
import { type Left, somebodyBusy } from './testing'

const { moderator, owner } = await openTestWiki('moderator', 'owner')

let port = 0
let left: Left
let other: Left
beforeAll(async () => {
  left = await somebodyBusy(moderator, 'orchard')
  other = await somebodyBusy(moderator, 'gravel')
  const gateway = await startGateway({
    port: 0,
    secret: process.env.AUTH_SECRET ?? '',
    databaseUrl: process.env.DATABASE_URL ?? '',
    trustedProxies: 0,
    renderers: inThisProcess(async (_, res) => void res.end()),
    own: new Map<Route, OwnRoute>([[routes.ownDataFile, createDownloadRoute({ trustedProxies: 0 })]]),
  })
  port = gateway.port
  afterAll(() => gateway.close())
})

interface Asked {
  format?: string
  form?: Record<string, string>
  headers?: Record<string, string>
  method?: string
}

/** Sends the form of the page about one's own data, as a browser does in which somebody is signed in. */
async function ask(
  by: AccountActor | null,
  { format = 'json', form = {}, headers = {}, method = 'POST' }: Asked = {},
) {
  const cookie = by ? await cookieOfBrowser(by.id) : ''
  const body = new URLSearchParams({ ...(by && { [WRITTEN_AS]: String(by.id) }), ...form }).toString()
  const options = {
    port,
    path: paths.ownDataFile(format),
    method,
    agent: false,
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  }
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer; pieces: number }>(
    (resolve, reject) => {
      const request = http.request(options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
            pieces: chunks.length,
          }),
        )
      })
      request.on('error', reject)
      request.end(method === 'POST' ? body : undefined)
    },
  )
}

const forgetLimits = () => changeRows('delete from rate_window')
/** Lets all sessions be older than what proves who one is. */
const letTimePass = () => changeRows(`update session set created_at = now() - interval '16 minutes'`)

type Row = Record<string, unknown>
type Downloaded = Record<string, Row[]> & { isComplete: boolean; version: number }
const parsed = ({ body }: { body: Buffer }): Downloaded => JSON.parse(body.toString())
const readBy = async (by: AccountActor): Promise<Downloaded> => {
  await forgetLimits()
  return parsed(await ask(by))
}

describe('the download', () => {
  test('has every part, and in each what is theirs', async () => {
    const all = await readBy(left.person)
    expect(all).toMatchObject({ loreleaf: 'own data', version: 1, isComplete: true })
    expect(Object.keys(all).filter((name) => Array.isArray(all[name]))).toEqual(sectionNames)
    // What a trusted person does not do, or seldom.
    const seldom = ['deletions', 'commentsBefore', 'settledThreads', 'decisions']
    expect(sectionNames.filter((name) => all[name]?.length === 0)).toEqual(seldom)
    expect(all.account).toMatchObject([
      { name: left.person.name, email: 'orchard@example.org', hasPassword: true },
    ])
    expect(JSON.stringify(all.edits?.[0]?.content)).toContain('edit orchard')
    expect(all.edits?.[0]?.address).toMatch(/^http:\/\/localhost:\d+\/revisions\/\d+$/)
    expect(all.comments).toMatchObject([{ words: 'comment orchard', subject: 'subject orchard' }])
    expect(JSON.stringify(all.proposals)).toContain('proposal orchard')
    expect(all.decisionsOnTheirs).toMatchObject([{ verdict: 'request_changes', reason: 'reason orchard' }])
    expect(all.decisionWishes).toMatchObject([{ email: 'wish-orchard@example.org', confirmedAt: null }])
    expect(all.reports).toMatchObject([{ words: 'report orchard' }])
    expect(all.restrictions).toMatchObject([{ reason: 'block orchard' }])
    expect(all.watchlist).toMatchObject([{ label: 'Page of orchard' }])
    const [network] = all.networks ?? []
    const days = (Date.parse(String(network?.deletedAt)) - Date.parse(String(network?.at))) / 86_400_000
    expect(days).toBe(90)
    expect(all.acts?.map(({ act }) => act)).toContain('account.download')
  })

  test('has nothing of others, and no secret nor its hash', async () => {
    const text = (await ask(left.person)).body.toString()
    const [row] = await readRows(`select password_hash from account where id = ${left.person.id}`)
    for (const secret of ['secret-', 'words of somebody else', 'gravel', row?.password_hash])
      expect(text).not.toContain(secret)
  })

  test('is a page to read, too, without scripts and with the same words', async () => {
    await forgetLimits()
    const { body, headers } = await ask(left.person, { format: 'html' })
    const html = body.toString()
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-disposition']).toMatch(/^attachment; filename="own-data-\d{4}-\d\d-\d\d\.html"$/)
    for (const words of [
      'edit orchard',
      'comment orchard',
      'proposal orchard',
      'reason orchard',
      'orchard@example.org',
    ])
      expect(html).toContain(words)
    expect(html).not.toMatch(/<script|secret-|gravel| src=/)
    expect(html).toContain('the file is complete')
  })

  test('shows nobody’s words as markup', async () => {
    await changeRows(
      `update comment set words = '<img src=x onerror=alert(1)>"&' where id = ${other.comment}`,
    )
    const html = (await ask(other.person, { format: 'html' })).body.toString()
    expect(html).not.toContain('<img')
    expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;&#34;&#38;')
  })

  test('leaves out the words that are withheld, and says so', async () => {
    const gone = await somebodyBusy(moderator, 'pebble')
    await publishNow(moderator, edited('page', gone.page, 2, pageContent('Page of pebble', { p: 'clean' })))
    const hidden = {
      from: 2,
      to: 2,
      parts: ['text' as const],
      strength: 'hidden' as const,
      reason: 'x',
      words: null,
    }
    await withhold(owner, { entryId: gone.page, ...hidden }, { network: null })
    await changeRows(`update comment set withheld = 'hidden' where id = ${gone.comment}`)
    const all = await readBy(gone.person)
    expect(all.edits).toMatchObject([{ isTextLeftOut: true, content: null }])
    expect(all.comments).toMatchObject([{ isTextLeftOut: true, words: null, subject: null }])
    expect(JSON.stringify(all)).not.toMatch(/edit pebble|comment pebble/)

    await deleteEntry(moderator, { entryId: other.page, reason: 'x' }, { network: null })
    expect((await readBy(other.person)).edits).toMatchObject([{ isTextLeftOut: true, content: null }])
  })

  test('is read in pages and sent in pieces, compressed where the browser understands that', async () => {
    const long = await somebodyBusy(moderator, 'lantern')
    const words = 'a long comment '.repeat(20)
    await changeRows(`insert into comment (thread_id, number, author_id, words, state)
      select ${long.thread}, n, ${long.person.id}, '${words}' || n, 'shown' from generate_series(3, 1800) n`)
    for (let number = 2; number < 45; number++)
      await publishNow(
        long.person,
        edited('page', long.page, number, pageContent('Page of lantern', { p: `v ${number}` })),
      )
    await forgetLimits()
    const answer = await ask(long.person)
    const all = parsed(answer)
    expect(all.comments).toHaveLength(1799)
    expect(new Set(all.comments?.map(({ id }) => id)).size).toBe(1799)
    expect(all.edits).toHaveLength(44)
    expect(new Set(all.edits?.map(({ number }) => number)).size).toBe(44)
    expect(answer.pieces).toBeGreaterThan(5)
    expect(answer.headers['content-length']).toBeUndefined()
    const small = await ask(long.person, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(small.headers['content-encoding']).toBe('gzip')
    expect(small.body.byteLength).toBeLessThan(answer.body.byteLength / 4)
    expect(parsed({ body: gunzipSync(small.body) }).isComplete).toBe(true)
  })
})

describe('who may have it', () => {
  const locationOf = async (by: AccountActor | null, asked?: Asked) => {
    const { status, headers } = await ask(by, asked)
    return [status, headers.location]
  }

  test('a visitor signs in first, and whoever opens the address comes to the form', async () => {
    expect(await locationOf(null)).toEqual([303, paths.signIn({ next: paths.ownData() })])
    expect(await locationOf(left.person, { method: 'GET' })).toEqual([303, '/account/data'])
    expect((await ask(left.person, { format: 'csv' })).status).toBe(404)
    expect((await ask(left.person, { method: 'DELETE' })).status).toBe(405)
  })

  test('no other site can ask for it', async () => {
    expect((await ask(left.person, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    const origin = { origin: 'https://elsewhere.example' }
    expect((await ask(left.person, { headers: origin })).status).toBe(403)
  })

  test('a form of somebody else’s is not answered', async () => {
    const form = { [WRITTEN_AS]: String(other.person.id) }
    expect(await locationOf(left.person, { form })).toEqual([303, '/account/data?failed=other'])
  })

  test('whoever signed in long ago shows again that it is them', async () => {
    await forgetLimits()
    const cookie = await cookieOfBrowser(left.person.id)
    await letTimePass()
    const with_ = (form: Record<string, string>) => locationOf(left.person, { form, headers: { cookie } })
    expect(await with_({})).toEqual([303, '/account/data?failed=again'])
    expect(await with_({ currentPassword: 'wrong' })).toEqual([303, '/account/data?failed=wrong'])
    expect(await with_({ currentPassword: PASSWORD })).toEqual([200, undefined])
  })

  test('the blocked have it, too', async () => {
    await forgetLimits()
    await changeRows(
      `insert into block (account_id, by_id, reason) values (${other.person.id}, ${owner.id}, 'for good')`,
    )
    const all = await readBy(other.person)
    expect(all.restrictions).toMatchObject([{}, { reason: 'for good', liftedAt: null }])
  })

  test('ten times an hour', async () => {
    await forgetLimits()
    for (let time = 0; time < 10; time++) expect((await ask(left.person)).status).toBe(200)
    expect(await locationOf(left.person)).toEqual([303, '/account/data?failed=many'])
  })
})
