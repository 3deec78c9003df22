import { randomUUID } from 'node:crypto'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { primary } from '@/db/postgres/client'
import { changeRows } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { openTestWiki } from '@/lib/changesets/testing'
import { until } from '@/lib/gateway/http/testing'
import { head, openConnection, statusesIn } from '@/lib/gateway/http/testing-connections'
import { paths } from '@/lib/routes'
import { cookieOfBrowser } from '@/lib/sessions/testing'
import { finishUpload } from './finish-upload'
import { sweepStaging } from './sweep-staging'
import { headOf, newBytes, openUploads, patch, rowsOf, said, sha256Of, ticketOf } from './testing'
import { readTicket } from './ticket'

const { fan, trusted } = await openTestWiki('fan', 'trusted')
const wiki = await openUploads()
const { tools, staged, stored } = wiki
const cookie = await cookieOfBrowser(fan.id)

beforeEach(async () => void (await primary().delete(rateWindow)))
afterEach(wiki.reset)

describe('a file', () => {
  test('that is sent at once is stored before there is a row, and nothing stays in staging', async () => {
    const bytes = newBytes()
    const ticket = await ticketOf(fan, bytes.length)
    tools.beforePut = async () => expect(await rowsOf(bytes)).toEqual([])
    const answer = await patch(wiki, ticket, cookie, { body: bytes })
    const sha256 = sha256Of(bytes)
    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'private, no-store' } })
    const object = { sha256, width: 40, height: 30, colour: '#a1b2c3', isFirstFrameOnly: false }
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, object })
    expect(await finishUpload(fan, { ticket })).toMatchObject({ ok: true, object })
    expect(await rowsOf(bytes)).toEqual([{ bytes: bytes.length, by: fan.id, type: 'image/png' }])
    expect(await stored(sha256)).toEqual(bytes)
    expect(await readdir(join(wiki.folder, 'staging'))).toEqual([])
  })

  test('that comes in parts, each from where the last one ended, is the same file', async () => {
    const bytes = newBytes()
    const ticket = await ticketOf(fan, bytes.length)
    expect((await headOf(wiki, ticket, cookie)).headers['upload-offset']).toBe('0')
    const first = await patch(wiki, ticket, cookie, { body: bytes.subarray(0, 20_000) })
    expect(first).toMatchObject({
      status: 204,
      headers: { 'upload-offset': '20000', 'upload-complete': '?0' },
    })
    const [uploadId = ''] = await staged()
    expect((await stat(wiki.staging.pathOf(uploadId))).mode & 0o777).toBe(0o600)
    const wrong = await patch(wiki, ticket, cookie, { offset: 19_999, body: bytes.subarray(19_999) })
    expect(wrong).toMatchObject({ status: 409, headers: { 'upload-offset': '20000' } })
    expect((await finishUpload(fan, { ticket })).ok).toBe(false)
    const last = await patch(wiki, ticket, cookie, { offset: 20_000, body: bytes.subarray(20_000) })
    expect(last.status).toBe(200)
    expect(await stored(sha256Of(bytes))).toEqual(bytes)
  })

  test('that a phone loses at any place goes on from there, and no old connection writes into it', async () => {
    const bytes = newBytes(300_000)
    const ticket = await ticketOf(fan, bytes.length)
    const lost = []
    for (const part of [1, 70_000, 200_000]) {
      const at = Number((await headOf(wiki, ticket, cookie)).headers['upload-offset'])
      const connection = await openConnection(wiki)
      lost.push(connection)
      connection.write(
        head(`PATCH ${paths.upload(ticket)}`, {
          ...said(cookie, at),
          'Content-Length': String(bytes.length - at),
        }),
      )
      connection.write(bytes.subarray(at, part))
      await until(async () => (await wiki.staging.sizeOf(readTicket(ticket)?.uploadId ?? '')) === part)
      if (part === 70_000) connection.socket.resetAndDestroy()
    }
    // The last one is still open, and was not heard of for a while.
    const headed = await headOf(wiki, ticket, cookie)
    expect(headed.headers['upload-offset']).toBe('200000')
    await lost.at(-1)?.ended
    expect(
      (await patch(wiki, ticket, cookie, { offset: 200_000, body: bytes.subarray(200_000) })).status,
    ).toBe(200)
    expect(await stored(sha256Of(bytes))).toEqual(bytes)
  })

  test('that two connections send at once is written by the one that came last', async () => {
    const bytes = newBytes(100_000)
    const ticket = await ticketOf(fan, bytes.length)
    const answers = await Promise.allSettled(
      Array.from({ length: 4 }, () => patch(wiki, ticket, cookie, { body: bytes })),
    )
    const statuses = answers.map((one) => (one.status === 'fulfilled' ? one.value.status : 'cut off'))
    for (const status of statuses) expect([200, 409, 'cut off']).toContain(status)
    for (let tries = 0; tries < 10; tries += 1) {
      const at = Number((await headOf(wiki, ticket, cookie)).headers['upload-offset'])
      if ((await patch(wiki, ticket, cookie, { offset: at, body: bytes.subarray(at) })).status === 200) break
    }
    expect(await stored(sha256Of(bytes))).toEqual(bytes)
    expect(await staged()).toEqual([])
  })

  test('of two accounts at once is one object', async () => {
    const bytes = newBytes()
    const senders = [fan, trusted].map(async (actor) => {
      const ticket = await ticketOf(actor, bytes.length)
      return patch(wiki, ticket, await cookieOfBrowser(actor.id), { body: bytes })
    })
    for (const { status } of await Promise.all(senders)) expect(status).toBe(200)
    expect(await rowsOf(bytes)).toHaveLength(1)
    expect(await staged()).toEqual([])
  })

  test('whose bytes come slower than any form may is taken, and one that only drips is told so and kept', async () => {
    const bytes = newBytes(1_000)
    const ticket = await ticketOf(fan, bytes.length)
    const slow = await openConnection(wiki)
    slow.write(head(`PATCH ${paths.upload(ticket)}`, { ...said(cookie, 0), 'Content-Length': '1000' }))
    const began = performance.now()
    for (let at = 0; at < 750; at += 50) {
      slow.write(bytes.subarray(at, at + 50))
      await until(async () => (await wiki.staging.sizeOf(readTicket(ticket)?.uploadId ?? '')) === at + 50)
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    expect(performance.now() - began).toBeGreaterThan(400)
    expect(statusesIn(await slow.waitFor(/Too|fast/))).toEqual([408])
    expect(slow.received()).toMatch(/upload-offset: 750/)
    slow.socket.destroy()
    expect((await patch(wiki, ticket, cookie, { offset: 750, body: bytes.subarray(750) })).status).toBe(200)
  })

  test('that is longer than was announced is refused, said so or not', async () => {
    const bytes = newBytes(2_000)
    const ticket = await ticketOf(fan, 1_000)
    expect((await patch(wiki, ticket, cookie, { body: bytes })).status).toBe(413)
    const unsaid = await openConnection(wiki)
    unsaid.write(
      head(`PATCH ${paths.upload(ticket)}`, { ...said(cookie, 0), 'Transfer-Encoding': 'chunked' }),
    )
    for (let at = 0; at < 2_000; at += 500)
      unsaid.write(Buffer.concat([Buffer.from('1f4\r\n'), bytes.subarray(at, at + 500), Buffer.from('\r\n')]))
    expect(statusesIn(await unsaid.waitFor(/HTTP/))).toEqual([413])
    unsaid.socket.destroy()
    expect(await rowsOf(bytes.subarray(0, 1_000))).toEqual([])
  })

  test.each(['ENOSPC', 'EDQUOT'])(
    'for which there is no room (%s) leaves nothing half there, and may come again',
    async (code) => {
      const bytes = newBytes()
      const ticket = await ticketOf(fan, bytes.length)
      await patch(wiki, ticket, cookie, { body: bytes.subarray(0, 10) })
      tools.writesFail = code
      const full = await patch(wiki, ticket, cookie, { offset: 10, body: bytes.subarray(10) })
      expect(full).toMatchObject({ status: 507, headers: { 'upload-offset': '0' } })
      expect(JSON.parse(full.body)).toMatchObject({ ok: false, codes: { message: { code: 'uploads.full' } } })
      expect(await staged()).toEqual([])
      tools.writesFail = null
      expect((await patch(wiki, ticket, cookie, { body: bytes })).status).toBe(200)
    },
  )
})

test('what nobody wants any more is swept from staging, and what is still wanted stays', async () => {
  const ticket = await ticketOf(fan, 100)
  await patch(wiki, ticket, cookie, { body: newBytes(50) })
  const unwanted = randomUUID()
  const path = join(wiki.folder, 'staging', unwanted)
  await writeFile(path, 'bytes')
  await mkdir(`${path}.decoding-1`)
  await writeFile(`${path}.decoding-1/picture`, 'half')
  await sweepStaging(wiki.staging)
  expect(await staged()).toEqual([readTicket(ticket)?.uploadId])
  await changeRows(`update upload set created_at = created_at - interval '3 hours' where state = 'open'`)
  await sweepStaging(wiki.staging)
  expect(await readdir(join(wiki.folder, 'staging'))).toEqual([])
})
