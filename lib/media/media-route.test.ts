import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import { tags } from '@/lib/cache/tags'
import {
  added,
  edited,
  fileContent,
  holdBack,
  newKey,
  openTestWiki,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import { fileStore } from '@/lib/file-store/file-store'
import { sizeKey } from '@/lib/file-store/keys'
import { change, until } from '@/lib/gateway/http/testing'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { restoreEntry } from '@/lib/moderation/restore-entry'
import { accept } from '@/lib/review/accept'
import { paths } from '@/lib/routes'
import { cookieOfBrowser } from '@/lib/sessions/testing'
import { liftWithheld } from '@/lib/withholding/lift-withheld'
import { withhold } from '@/lib/withholding/withhold'
import { openMedia, openTestStore, uploadedPicture } from './testing'

openTestStore()
const { owner, moderator, fan, trusted } = await openTestWiki('owner', 'moderator', 'fan', 'trusted')
const here = { network: null }

const { get, statusOf, watched, heard } = await openMedia()
beforeEach(() => Object.assign(watched, { reads: 0, isAway: false, breaksOff: false, isDeaf: false }))

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const published = async (size = {}) => {
  const { sha256, bytes } = await uploadedPicture(moderator, size)
  const file = await publishNew(moderator, 'file', fileContent(sha256, `A leaf ${sha256.slice(0, 8)}`))
  return { sha256, bytes, file, path: paths.media(sha256) }
}
const cookies = {
  owner: await cookieOfBrowser(owner.id),
  moderator: await cookieOfBrowser(moderator.id),
  fan: await cookieOfBrowser(fan.id),
  trusted: await cookieOfBrowser(trusted.id),
}

describe('a picture that everybody may see', () => {
  test('is sent as it is stored, runs nothing, and is asked for again each time', async () => {
    const { sha256, bytes, path } = await published()
    const { status, headers, body } = await get(path, { cookie: cookies.fan })
    expect([status, body.equals(bytes)]).toEqual([200, true])
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(bytes.byteLength),
      'cache-control': 'public, no-cache',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename="${sha256.slice(0, 12)}.jpeg"`,
      'cross-origin-resource-policy': 'cross-origin',
      'accept-ranges': 'bytes',
      etag: `"${sha256}"`,
    })
    expect(headers['set-cookie']).toBeUndefined()
    const again = await get(path, { 'if-none-match': `W/"x", "${sha256}"` })
    expect([again.status, again.body.byteLength, again.headers.etag]).toEqual([304, 0, `"${sha256}"`])
    const head = await get(path, {}, 'HEAD')
    expect([head.status, head.headers['content-length'], head.body.byteLength]).toEqual([
      200,
      String(bytes.byteLength),
      0,
    ])
    const posted = await get(path, { 'sec-fetch-site': 'same-origin' }, 'POST')
    expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  test('is sent in part', async () => {
    const { sha256, bytes, path } = await published({ width: 1600, height: 1200 })
    const size = bytes.byteLength
    const ranges: [string, number, number, number][] = [
      ['bytes=0-9', 206, 0, 10],
      ['bytes=100-', 206, 100, size],
      ['bytes=-5', 206, size - 5, size],
      [`bytes=10-${size + 10}`, 206, 10, size],
      ['bytes=0-1,5-6', 200, 0, size],
      ['bytes=9-2', 200, 0, size],
      ['lines=1-2', 200, 0, size],
    ]
    for (const [range, status, from, to] of ranges) {
      const part = await get(path, { range })
      expect([range, part.status, part.body.equals(bytes.subarray(from, to))]).toEqual([range, status, true])
      if (status === 206) expect(part.headers['content-range']).toBe(`bytes ${from}-${to - 1}/${size}`)
    }
    const beyond = await get(path, { range: `bytes=${size}-` })
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${size}`])
    expect((await get(path, { range: 'bytes=0-9', 'if-range': `"${sha256}"` })).status).toBe(206)
    for (const ifRange of ['"another"', `W/"${sha256}"`, 'Mon, 30 Nov 2026 10:00:00 GMT'])
      expect((await get(path, { range: 'bytes=0-9', 'if-range': ifRange })).status).toBe(200)
  })

  test('has the sizes that were made of it, and appears with them at once', async () => {
    const { sha256 } = await published()
    const crop = '10,20,300,200'
    const addresses = [
      [paths.mediaSize(sha256, '320.webp'), '', 'webp'],
      [paths.mediaSize(sha256, `320-${crop}.avif`), crop, 'avif'],
    ] as const
    for (const [path, part, format] of addresses) {
      expect(await statusOf(path)).toBe(404)
      await fileStore().put(sizeKey(sha256, part, 320, format), Buffer.from('small'), {
        size: 5,
        mediaType: `image/${format}`,
      })
      await changeRows(
        `insert into object_size values ('${sha256}', '${part}', 320, '${format}', 200, 5, 'digest')`,
      )
      await change([tags.object(sha256)])
      await until(async () => (await statusOf(path)) === 200)
      const { headers, body } = await get(path)
      expect([headers['content-type'], headers.etag, body.toString()]).toEqual([
        `image/${format}`,
        '"digest"',
        'small',
      ])
    }
    for (const name of ['320', '320.png', '640.webp', '320-1,2,3.webp', '0320.webp', 'x.webp'])
      expect([name, (await get(`${paths.media(sha256)}/${name}`)).status]).toEqual([name, 404])
  })

  test('is remembered: neither the database nor the store is asked again while nothing changes', async () => {
    const { path, bytes, file } = await published()
    await until(() => heard.has(tags.entry(file)))
    await get(path)
    const reads = watched.reads
    watched.isAway = true
    // Without its row it would not be found any more.
    await changeRows('alter table stored_object rename to moved_object')
    expect((await get(path)).body.equals(bytes)).toBe(true)
    await changeRows('alter table moved_object rename to stored_object')
    expect(watched.reads).toBe(reads)
  })

  test('is sent from memory while the database cannot be asked, and otherwise only as the database says', async () => {
    const { path, sha256, file } = await published()
    await until(() => heard.has(tags.entry(file)))
    await get(path)
    watched.isDeaf = true
    await changeRows('alter table stored_object rename to moved_object')
    expect(await statusOf(path)).toBe(200)
    expect(await statusOf(paths.media('1'.repeat(64)))).toBe(503)
    await changeRows('alter table moved_object rename to stored_object')
    await changeRows(`delete from file_version where sha256 = '${sha256}'`)
    expect(await statusOf(path)).toBe(404)
  })

  test('is gone at once when it is hidden, deleted or erased, also for who asks whether it has changed', async () => {
    const { file, path, sha256 } = await published()
    const unchanged = async () => (await get(path, { 'if-none-match': `"${sha256}"` })).status
    const { sha256: other } = await uploadedPicture(moderator)
    await publishNow(moderator, edited('file', file, 1, fileContent(other, 'Another')))
    expect(await unchanged()).toBe(304)
    const range = { entryId: file, from: 1, to: 1, parts: ['text' as const], reason: 'not ours', words: null }
    await withhold(moderator, { ...range, strength: 'hidden' }, here)
    await until(async () => (await unchanged()) === 404)
    const [row] = await readRows(`select id from withholding where entry_id = ${file}`)
    await liftWithheld(moderator, { withholdingId: Number(row?.id), reason: 'ours' }, here)
    await until(async () => (await unchanged()) === 304)
    await deleteEntry(moderator, { entryId: file, reason: 'no leaf' }, here)
    await until(async () => (await unchanged()) === 404)
    await restoreEntry(moderator, { entryId: file, reason: 'a leaf' }, here)
    await until(async () => (await unchanged()) === 304)
    await withhold(owner, { ...range, strength: 'erased' }, here)
    await until(async () => (await unchanged()) === 404)
    for (const cookie of Object.values(cookies)) expect(await statusOf(path, cookie)).toBe(404)
    expect(await statusOf(paths.media(other))).toBe(200)
  })

  test('is not there at addresses that name nothing', async () => {
    for (const name of ['0'.repeat(64), 'A'.repeat(64), 'short'])
      expect([name, (await get(`/media/${name}`)).status]).toEqual([name, 404])
  })
})

describe('a picture that not everybody may see', () => {
  test('on its way is seen by its author and those who review, and kept by nobody; from acceptance on by everybody', async () => {
    const { sha256, bytes } = await uploadedPicture(fan)
    const path = paths.media(sha256)
    const id = '00000000-0000-4000-8000-00000000000a'
    const seen = async () =>
      Object.fromEntries(
        await Promise.all(
          Object.entries({ ...cookies, nobody: '' }).map(async ([name, cookie]) => [
            name,
            await statusOf(path, cookie),
          ]),
        ),
      )
    expect(await seen()).toEqual({ owner: 404, moderator: 404, fan: 404, trusted: 404, nobody: 404 })
    // Just uploaded, and not sent yet.
    await changeRows(
      `insert into upload (id, account_id, bytes, state, sha256) values ('${id}', ${fan.id}, 9, 'stored', '${sha256}')`,
    )
    expect(await seen()).toEqual({ owner: 404, moderator: 404, fan: 200, trusted: 404, nobody: 404 })
    await changeRows('delete from upload')
    const sent = await holdBack(fan, added('file', fileContent(sha256, 'A leaf that waits')))
    expect(await seen()).toEqual({ owner: 200, moderator: 200, fan: 200, trusted: 404, nobody: 404 })
    const { headers, body } = await get(path, { cookie: cookies.moderator })
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(body.equals(bytes)).toBe(true)
    expect(await statusOf(path, cookies.fan.replace(/.$/, 'x'))).toBe(404)

    await accept(moderator, { submissionId: sent, roundNumber: 1, key: newKey() })
    expect((await seen()).nobody).toBe(200)
  })

  test('is seen, hidden, by moderators, and suppressed, by owners', async () => {
    const { file, path } = await published()
    const { sha256: other } = await uploadedPicture(moderator)
    await publishNow(moderator, edited('file', file, 1, fileContent(other, 'Another')))
    const range = { entryId: file, from: 1, to: 1, parts: ['text' as const], reason: 'not ours', words: null }
    await withhold(moderator, { ...range, strength: 'hidden' }, here)
    await until(async () => (await statusOf(path)) === 404)
    expect([await statusOf(path, cookies.moderator), await statusOf(path, cookies.fan)]).toEqual([200, 404])
    await withhold(owner, { ...range, strength: 'suppressed' }, here)
    expect([await statusOf(path, cookies.owner), await statusOf(path, cookies.moderator)]).toEqual([200, 404])
  })
})

describe('a store that is away', () => {
  test('is answered with 503, which nobody keeps, and nothing of it is remembered', async () => {
    const { path, bytes } = await published()
    watched.isAway = true
    const { status, headers } = await get(path)
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '5', 'no-store'])
    // Asked whether it has changed, the answer needs no bytes.
    expect((await get(path, {}, 'HEAD')).status).toBe(200)
    watched.isAway = false
    expect((await get(path)).body.equals(bytes)).toBe(true)
  })

  test('that breaks off in the middle cuts the connection: nobody takes a part for the whole', async () => {
    // Large enough to be sent as it is read.
    const { sha256, path } = await published()
    const bytes = Buffer.alloc(2_000_000)
    await fileStore().put(`objects/${sha256}`, bytes, {
      size: bytes.byteLength,
      mediaType: 'image/jpeg',
      sha256: sha256Of(bytes),
    })
    await changeRows(`update stored_object set bytes = ${bytes.byteLength} where sha256 = '${sha256}'`)
    watched.breaksOff = true
    await expect(get(path)).rejects.toThrow(/aborted|socket hang up|ECONNRESET/)
    watched.breaksOff = false
    expect((await get(path)).status).toBe(200)
  })
})
