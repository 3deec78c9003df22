import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { lockObject, wasErased } from '@/db/files/receiving'
import { findUsableObjects } from '@/db/files/usable-objects'
import { insertFileVersion } from '@/db/files/versions'
import { primary, transaction } from '@/db/postgres/client'
import { changeRows, readJobs, readRows, somebodyWaits } from '@/db/postgres/testing'
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
  send,
} from '@/lib/changesets/testing'
import { fileStore } from '@/lib/file-store/file-store'
import { erasedKey, objectKey, sizeKey } from '@/lib/file-store/keys'
import { StoreAwayError } from '@/lib/file-store/store'
import { bytesOf } from '@/lib/file-store/testing'
import { openTestStore, storedKeys, uploadedPicture } from '@/lib/media/testing'
import { writersScope } from '@/lib/policy/policy'
import { accept } from '@/lib/review/accept'
import { decline } from '@/lib/review/turn-down'
import { withhold } from '@/lib/withholding/withhold'
import { doJobs } from '@/lib/worker/testing'
import { queueUndone } from './queue-undone'
import { removeObjects } from './remove-objects'
import { sweepFiles } from './sweep-files'

const folder = openTestStore()
const { owner, moderator, fan } = await openTestWiki('owner', 'moderator', 'fan')

const here = { network: null }
const erase = (entryId: number, from: number, to: number) =>
  withhold(
    owner,
    { entryId, from, to, parts: ['text'], strength: 'erased', reason: 'a complaint', words: null },
    here,
  )
const rowOf = async (sha256: string) =>
  (await readRows(`select sha256 from stored_object where sha256 = '${sha256}'`)).length === 1
const keysOf = async (sha256: string) => (await storedKeys()).filter((key) => key.includes(sha256))
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000)

/** As if the bytes, and their row, had been stored that long ago. */
async function age(sha256: string, days: number): Promise<void> {
  await changeRows(
    `update stored_object set created_at = now() - interval '${days} days' where sha256 = '${sha256}'`,
  )
  for (const key of await keysOf(sha256)) utimesSync(join(folder, 'files', key), daysAgo(days), daysAgo(days))
}

/** A picture with two smaller sizes, as a job would have made them. */
async function sizedPicture(by = moderator): Promise<string> {
  const { sha256 } = await uploadedPicture(by)
  for (const format of ['webp', 'avif'] as const) {
    const about = { size: 1, mediaType: `image/${format}` }
    await fileStore().put(sizeKey(sha256, '', 320, format), Buffer.from('x'), about)
    await changeRows(`insert into object_size values ('${sha256}', '', 320, '${format}', 200, 1, 'digest')`)
  }
  return sha256
}

/** A file of two versions, each with a picture of its own. */
async function twoVersions() {
  const [one, two] = [await sizedPicture(), await sizedPicture()]
  const file = await publishNew(moderator, 'file', fileContent(one, `Two ${one.slice(0, 5)}`))
  await publishNow(moderator, edited('file', file, 1, fileContent(two, 'Two boys')))
  return { file, one, two }
}

describe('erasing', () => {
  test('takes the rows at once and the bytes of every size by a job, lists it in the store, and refuses it from then on', async () => {
    const { file, one, two } = await twoVersions()
    expect(await keysOf(one)).toHaveLength(3)
    expect(await erase(file, 1, 1)).toMatchObject({ ok: true })
    expect(await rowOf(one)).toBe(false)
    expect(await readRows(`select 1 from object_size where sha256 = '${one}'`)).toEqual([])
    const [event] = await readRows('select tags, is_withholding from cache_event order by id desc limit 1')
    expect(event).toMatchObject({ is_withholding: true, tags: expect.arrayContaining([tags.object(one)]) })
    expect(await wasErased(primary(), { sha256: one, likeness: null }, 8)).toBe(true)
    // Alike: three bits of the likeness differ.
    const near = one.slice(0, 31) + (Number.parseInt(one[31] ?? '0', 16) ^ 7).toString(16)
    expect(await wasErased(primary(), { sha256: 'f'.repeat(64), likeness: near }, 8)).toBe(true)
    expect(await wasErased(primary(), { sha256: two, likeness: two.slice(0, 32) }, 8)).toBe(false)

    await doJobs()
    expect(await keysOf(one)).toEqual([erasedKey(one)])
    const record = await fileStore().read(erasedKey(one))
    const said = JSON.parse((await bytesOf((record as NonNullable<typeof record>).stream)).toString())
    expect(said).toEqual({ sha256: one, likeness: one.slice(0, 32), at: expect.stringMatching(/^\d{4}-/) })
    expect(await keysOf(two)).toHaveLength(5)
  })

  test('leaves a picture that another version or another file still shows', async () => {
    const sha256 = await sizedPicture()
    const file = await publishNew(moderator, 'file', fileContent(sha256, 'A mistake in words'))
    await publishNow(moderator, edited('file', file, 1, fileContent(sha256, 'Better words')))
    expect(await erase(file, 1, 1)).toMatchObject({ ok: true })
    await doJobs()
    expect(await rowOf(sha256)).toBe(true)
    expect(await keysOf(sha256)).toContain(objectKey(sha256))
  })

  test('while the store is away is done later, and the list is written before any byte goes', async () => {
    const { file, one } = await twoVersions()
    await erase(file, 1, 1)
    await readJobs('delete from jobs._private_jobs')
    const away = join(folder, 'files', erasedKey(one))
    mkdirSync(join(away, 'in the way'), { recursive: true })
    await expect(removeObjects()).rejects.toBeInstanceOf(StoreAwayError)
    expect(await keysOf(one)).toHaveLength(3)
    rmSync(away, { recursive: true })
    await queueUndone()
    await doJobs()
    expect(await keysOf(one)).toEqual([erasedKey(one)])
  })

  test('waits for a save that names the picture, and then leaves it', async () => {
    const { file, one } = await twoVersions()
    let erasing: ReturnType<typeof erase> | undefined
    await transaction(async (tx) => {
      // As a save does: it holds the picture until its own row is there.
      await findUsableObjects(tx, [{ sha256: one, entryId: null }], moderator.id, writersScope)
      erasing = erase(file, 1, 1)
      await somebodyWaits()
      await insertFileVersion(tx, { entryId: file, number: 3, sha256: one })
    })
    expect(await erasing).toMatchObject({ ok: true })
    expect(await rowOf(one)).toBe(true)
  })

  test('makes a save that names the picture at the same time say that it is gone', async () => {
    const { file, one } = await twoVersions()
    let saving: ReturnType<typeof send> | undefined
    await transaction(async (tx) => {
      await tx.execute(`select 1 from stored_object where sha256 = '${one}' for update`)
      saving = send(moderator, added('file', fileContent(one, 'Once more')))
      await somebodyWaits()
      await tx.execute(`delete from file_version where sha256 = '${one}'`)
      await tx.execute(`delete from stored_object where sha256 = '${one}'`)
    })
    expect(await saving).toMatchObject({ ok: false, fields: { 'items.1.object': expect.anything() } })
    expect(await readRows(`select 1 from file_version where sha256 = '${one}'`)).toEqual([])
    expect(file).toBeGreaterThan(0)
  })
})

describe('the sweep', () => {
  let waiting: number
  const pictures = { shown: '', fresh: '', abandoned: '', waiting: '', declined: '' }
  beforeAll(async () => {
    for (const name of Object.keys(pictures) as (keyof typeof pictures)[])
      pictures[name] = await sizedPicture(fan)
    const item = (sha256: string) => added('file', fileContent(sha256, `A leaf ${sha256.slice(0, 6)}`))
    const shown = await holdBack(fan, item(pictures.shown))
    await accept(moderator, { submissionId: shown, roundNumber: 1, key: newKey() })
    waiting = await holdBack(fan, item(pictures.waiting))
    const declined = await holdBack(fan, item(pictures.declined))
    await decline(moderator, {
      submissionId: declined,
      roundNumber: 1,
      key: newKey(),
      reason: 'Not this one.',
    })
    for (const name of ['shown', 'abandoned', 'waiting', 'declined'] as const) await age(pictures[name], 2)
  })

  test('removes what nobody used within a day, and nothing that is shown, new, sent, or was sent lately', async () => {
    await sweepFiles()
    for (const [name, sha256] of Object.entries(pictures)) {
      const isKept = name !== 'abandoned'
      expect([name, await rowOf(sha256)]).toEqual([name, isKept])
      expect([name, (await keysOf(sha256)).length > 0]).toEqual([name, isKept])
    }
    expect(await keysOf(pictures.shown)).toHaveLength(3)
  })

  test('removes what was declined long ago, and leaves what waits as long', async () => {
    await changeRows(`update decision set at = now() - interval '31 days'`)
    await changeRows(`update submission set waiting_since = now() - interval '31 days'`)
    await sweepFiles()
    expect([await rowOf(pictures.declined), await keysOf(pictures.declined)]).toEqual([false, []])
    expect([await rowOf(pictures.waiting), waiting > 0]).toEqual([true, true])
  })

  test('removes bytes without a row, sizes too, a day later and not before; what is not the wiki’s own stays', async () => {
    const [name, size] = ['d'.repeat(64), sizeKey(pictures.shown, '', 1_280, 'webp')]
    const keys = [objectKey(name), sizeKey(name, '', 320, 'webp'), size, 'other/notes']
    for (const key of keys) await fileStore().put(key, Buffer.from('x'), { size: 1, mediaType: 'image/webp' })
    await sweepFiles()
    expect(await storedKeys()).toEqual(expect.arrayContaining(keys))
    for (const key of keys) utimesSync(join(folder, 'files', key), daysAgo(2), daysAgo(2))
    await sweepFiles()
    expect((await storedKeys()).filter((key) => keys.includes(key))).toEqual(['other/notes'])
    expect(await keysOf(pictures.shown)).toHaveLength(3)
  })

  test('removes what was left unfinished in the folders a day later', async () => {
    const left = [join(folder, 'files', 'objects', '.unfinished-1'), join(folder, 'scratch', 'sizes-abc')]
    mkdirSync(join(folder, 'scratch'), { recursive: true })
    for (const path of left) writeFileSync(path, 'half')
    await sweepFiles()
    expect(left.map(existsSync)).toEqual([true, true])
    for (const path of left) utimesSync(path, daysAgo(2), daysAgo(2))
    await sweepFiles()
    expect(left.map(existsSync)).toEqual([false, false])
  })

  test('waits for an upload that stores the same picture again, and leaves it', async () => {
    const { sha256 } = await uploadedPicture(fan)
    await age(sha256, 2)
    let sweeping: Promise<void> | undefined
    await transaction(async (tx) => {
      await lockObject(tx, sha256)
      sweeping = sweepFiles()
      await somebodyWaits()
      await tx.execute(`update stored_object set created_at = now() where sha256 = '${sha256}'`)
    })
    await sweeping
    expect([await rowOf(sha256), await keysOf(sha256)]).toEqual([true, [objectKey(sha256)]])
  })

  test('leaves old bytes alone while an upload is being stored, whose row is on its way', async () => {
    const name = 'e'.repeat(64)
    await fileStore().put(objectKey(name), Buffer.from('x'), { size: 1, mediaType: 'image/jpeg' })
    utimesSync(join(folder, 'files', objectKey(name)), daysAgo(2), daysAgo(2))
    const id = '00000000-0000-4000-8000-000000000001'
    await changeRows(
      `insert into upload (id, account_id, bytes, state) values ('${id}', ${fan.id}, 1, 'received')`,
    )
    await sweepFiles()
    expect(await keysOf(name)).toEqual([objectKey(name)])
    await changeRows(`delete from upload`)
    await sweepFiles()
    expect(await keysOf(name)).toEqual([])
  })
})
