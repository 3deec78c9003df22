import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { primary } from '@/db/postgres/client'
import { changeRows } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import {
  added,
  edited,
  fileContent,
  holdBack,
  openTestWiki,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import { StoreAwayError } from '@/lib/file-store/store'
import { storedPicture } from '@/lib/files/testing'
import { signal } from '@/lib/gateway/http/testing'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { cookieOfBrowser } from '@/lib/sessions/testing'
import { finishUpload } from './finish-upload'
import { sweepStaging } from './sweep-staging'
import { headOf, newBytes, openUploads, patch, rowsOf, sha256Of, takeAsIs, ticketOf } from './testing'

const { fan, moderator } = await openTestWiki('fan', 'moderator')
const wiki = await openUploads()
const { tools, staged, stored } = wiki
const cookie = await cookieOfBrowser(fan.id)

beforeEach(async () => void (await primary().delete(rateWindow)))
afterEach(wiki.reset)

describe('a file', () => {
  test('that is no picture is refused with a reason, and so is whoever asks again', async () => {
    const bytes = newBytes()
    const ticket = await ticketOf(fan, bytes.length)
    tools.decode = async () => ({ ok: false, reason: 'not_a_picture' })
    const refused = await patch(wiki, ticket, cookie, { body: bytes })
    expect(refused.status).toBe(422)
    const code = 'uploads.refused.not_a_picture'
    expect(JSON.parse(refused.body)).toMatchObject({ reason: 'invalid', codes: { message: { code } } })
    expect(await finishUpload(fan, { ticket })).toMatchObject({ ok: false, message: { code } })
    expect((await headOf(wiki, ticket, cookie)).headers['upload-complete']).toBe('?1')
    expect(await staged()).toEqual([])
  })

  test('names the files that everybody can see and that show the same picture, or one that looks like it', async () => {
    const bytes = newBytes()
    const sha256 = sha256Of(bytes)
    const likenessWith = (bits: bigint) =>
      (BigInt(`0x${sha256.slice(0, 32)}`) ^ bits).toString(16).padStart(32, '0')
    const fileWith = async (bits: bigint, label: string) =>
      publishNew(
        moderator,
        'file',
        fileContent(await storedPicture(moderator, { likeness: likenessWith(bits) }), label),
      )
    const near = await fileWith(0b1111_1111n, 'Near')
    await fileWith(0b1_1111_1111n, 'Too far')
    const deleted = await fileWith(1n, 'Deleted')
    await deleteEntry(moderator, { entryId: deleted, reason: 'twice' })
    const replaced = await fileWith(1n, 'Replaced')
    await publishNow(
      moderator,
      edited('file', replaced, 1, fileContent(await storedPicture(moderator), 'Replaced')),
    )
    const waiting = await storedPicture(fan, { likeness: likenessWith(1n) })
    await holdBack(fan, added('file', fileContent(waiting, 'Waiting')))

    const ticket = await ticketOf(moderator, bytes.length)
    const own = await cookieOfBrowser(moderator.id)
    const { alike } = JSON.parse((await patch(wiki, ticket, own, { body: bytes })).body)
    expect(alike).toEqual([{ id: near, label: 'Near', path: '/files/1' }])
    const same = await publishNew(moderator, 'file', fileContent(sha256, 'The same'))
    expect(await finishUpload(moderator, { ticket })).toMatchObject({ alike: [{ id: near }, { id: same }] })
  })

  test('that was erased is refused again, exactly and alike, also when it is erased meanwhile', async () => {
    const [exact, alike, meanwhile] = [newBytes(), newBytes(), newBytes()]
    const bits = BigInt(`0x${sha256Of(alike).slice(0, 32)}`) ^ 0b1011n
    const likeness = bits.toString(16).padStart(32, '0')
    await changeRows(`insert into erased_object (sha256, likeness) values
      ('${sha256Of(exact)}', null), ('${'0'.repeat(64)}', '${likeness}')`)
    tools.beforePut = () =>
      changeRows(`insert into erased_object (sha256) values ('${sha256Of(meanwhile)}')`).then(() => {})
    for (const bytes of [exact, alike, meanwhile]) {
      const ticket = await ticketOf(fan, bytes.length)
      const answer = await patch(wiki, ticket, cookie, { body: bytes })
      expect(answer.status).toBe(422)
      expect(answer.body).toContain('uploads.refused.erased')
      expect(await rowsOf(bytes)).toEqual([])
    }
    await changeRows('delete from erased_object')
  })

  test('for which the store is away waits in staging and is stored when it is asked for again', async () => {
    const bytes = newBytes()
    const ticket = await ticketOf(fan, bytes.length)
    tools.beforePut = async () => {
      throw new StoreAwayError('away')
    }
    const away = await patch(wiki, ticket, cookie, { body: bytes })
    expect(away).toMatchObject({ status: 503, headers: { 'retry-after': '10', 'upload-complete': '?1' } })
    expect(away.body).toContain('uploads.storeAway')
    await changeRows(`update upload set created_at = created_at - interval '3 hours'`)
    await sweepStaging(wiki.staging)
    expect(await finishUpload(fan, { ticket })).toMatchObject({ ok: false, reason: 'conflict' })
    tools.beforePut = async () => {}
    expect((await patch(wiki, ticket, cookie, { offset: bytes.length })).status).toBe(200)
    expect(await stored(sha256Of(bytes))).toEqual(bytes)
  })

  test('whose decoding takes longer than anybody waits is decoded once, and its sender asks again', async () => {
    const bytes = newBytes()
    const ticket = await ticketOf(fan, bytes.length)
    const mayGoOn = signal()
    let decoded = 0
    tools.decode = async (path) => {
      decoded += 1
      await mayGoOn.given
      return takeAsIs(path)
    }
    const waiting = await patch(wiki, ticket, cookie, { body: bytes })
    expect(waiting).toMatchObject({ status: 503, headers: { 'retry-after': '2' } })
    const again = patch(wiki, ticket, cookie, { offset: bytes.length })
    mayGoOn.give()
    expect((await again).status).toBe(200)
    expect(decoded).toBe(1)
  })
})
