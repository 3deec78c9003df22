import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { primary } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { blockAccount } from '@/lib/accounts/block-account'
import { openTestWiki } from '@/lib/changesets/testing'
import { StoreAwayError } from '@/lib/file-store/store'
import { ask } from '@/lib/gateway/http/testing'
import { cookieOfBrowser } from '@/lib/sessions/testing'
import { finishUpload } from './finish-upload'
import { startUpload } from './start-upload'
import { fromHere, headOf, newBytes, openUploads, patch, ticketOf } from './testing'
import { readTicket, ticketFor } from './ticket'

const { fan, trusted, moderator } = await openTestWiki('fan', 'trusted', 'moderator')
const wiki = await openUploads()
const { tools, staged } = wiki
const cookie = await cookieOfBrowser(fan.id)

beforeEach(async () => void (await primary().delete(rateWindow)))
afterEach(wiki.reset)

describe('a ticket', () => {
  const bytes = newBytes(100)

  test('that was used takes no other file, and says again what came of its own', async () => {
    const ticket = await ticketOf(fan, 100)
    const first = await patch(wiki, ticket, cookie, { body: bytes })
    const again = await patch(wiki, ticket, cookie, { body: newBytes(100) })
    expect(again).toMatchObject({ status: 409, headers: { 'upload-offset': '100' } })
    expect(again.body).toContain('uploads.ticket.used')
    expect((await patch(wiki, ticket, cookie, { offset: 100 })).body).toBe(first.body)
  })

  test('of another account, of nobody, of a visitor from elsewhere, or of somebody blocked is refused', async () => {
    const ticket = await ticketOf(fan, 100)
    const others = await cookieOfBrowser(trusted.id)
    expect(await patch(wiki, ticket, others, { body: bytes })).toMatchObject({ status: 403 })
    expect((await headOf(wiki, ticket, others)).status).toBe(403)
    expect(await finishUpload(trusted, { ticket })).toMatchObject({ ok: false, reason: 'not_allowed' })
    expect((await patch(wiki, ticket, 'loreleaf_session=forged', { body: bytes })).status).toBe(401)
    const elsewhere = { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' } }
    expect((await patch(wiki, ticket, cookie, { body: bytes, ...elsewhere })).status).toBe(403)
    const blocked = await ticketOf(trusted, 100)
    await blockAccount(moderator, { accountId: trusted.id, reason: 'noise', length: 'day' } as never)
    const answer = await patch(wiki, blocked, others, { body: bytes })
    expect(answer).toMatchObject({ status: 403 })
    expect(JSON.parse(answer.body)).toMatchObject({ reason: 'blocked' })
    expect(await startUpload({ ...trusted, isBlocked: true }, { bytes: 1 })).toMatchObject({
      reason: 'blocked',
    })
    expect(await staged()).toEqual([])
  })

  test('that says something else than was signed is none', async () => {
    const ticket = await ticketOf(fan, 100)
    const [id = '', account = '', size = '', until = '', signed = ''] = ticket.split('.')
    const forged = [
      [randomUUID(), account, size, until, signed],
      [id, String(trusted.id), size, until, signed],
      [id, account, '20000000', until, signed],
      [id, account, size, `9${until}`, signed],
      [id, account, size, until, `${signed.slice(0, -1)}${signed.endsWith('A') ? 'E' : 'A'}`],
      ['..', account, size, until, signed],
    ].map((parts) => parts.join('.'))
    for (const one of [...forged, 'x', `${ticket}.x`, '..%2f..%2fetc', 'a%0Ab']) {
      const answer = await ask(wiki, `/uploads/${one}`, {
        method: 'PATCH',
        headers: fromHere(cookie),
        body: bytes,
      })
      expect([400, 404], one).toContain(answer.status)
    }
    expect(await staged()).toEqual([])
  })

  test('that has expired takes no more bytes, but what is there already is stored', async () => {
    const [{ id: uploadId }] = (await readRows(
      `insert into upload (id, account_id, bytes) values ('${randomUUID()}', ${fan.id}, 100) returning id::text`,
    )) as [{ id: string }]
    const old = ticketFor({ uploadId, accountId: fan.id, bytes: 100 }, Date.now() - 3_601_000)
    expect((await patch(wiki, old, cookie, { body: bytes })).status).toBe(410)
    const valid = ticketFor({ uploadId, accountId: fan.id, bytes: 100 })
    tools.beforePut = async () => {
      throw new StoreAwayError('away')
    }
    await patch(wiki, valid, cookie, { body: bytes })
    tools.beforePut = async () => {}
    expect((await patch(wiki, old, cookie, { offset: 100 })).status).toBe(200)
  })

  test('of an upload that newer ones have closed, or that was forgotten, says so', async () => {
    const tickets = []
    for (let n = 0; n < 4; n += 1) tickets.push(await ticketOf(fan, 100))
    const [oldest = '', second = ''] = tickets
    expect(await patch(wiki, oldest, cookie, { body: bytes })).toMatchObject({ status: 410 })
    expect((await headOf(wiki, oldest, cookie)).status).toBe(410)
    expect((await patch(wiki, second, cookie, { body: newBytes(100) })).status).toBe(200)
    await changeRows(`delete from upload where id = '${readTicket(oldest)?.uploadId}'`)
    expect((await patch(wiki, oldest, cookie, { body: bytes })).status).toBe(404)
    expect(await finishUpload(fan, { ticket: oldest })).toMatchObject({ reason: 'not_found' })
  })

  test('is given thirty times an hour, and for 200 MB a day', async () => {
    const start = async (size: number) => (await startUpload(fan, { bytes: size })).ok
    for (let n = 0; n < 10; n += 1) expect(await start(20_000_000)).toBe(true)
    expect(await start(1)).toBe(false)
    await primary().delete(rateWindow)
    for (let n = 0; n < 30; n += 1) expect(await start(1)).toBe(true)
    expect(await startUpload(fan, { bytes: 1 })).toMatchObject({ ok: false, reason: 'too_many' })
  })
})
