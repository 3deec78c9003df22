import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeRows, createEmptyDatabase, createTestDatabase, readRows } from '@/db/postgres/testing'
import { makeAccount, prepareWiki } from '@/lib/changesets/testing'
import { createDiskStore } from '@/lib/file-store/disk-store'
import { erasedKey, OBJECTS, objectKey } from '@/lib/file-store/keys'
import { type FileStore, StoreAwayError } from '@/lib/file-store/store'
import { BackupError } from './backup-error'
import { restoreBackup } from './restore'
import { asTarget, holdings, inside, openTestStore, pictureIn, storePicture } from './testing'
import { writeBackup } from './write'

const folder = mkdtempSync(join(tmpdir(), 'loreleaf-files-'))
afterAll(() => rmSync(folder, { recursive: true }))
const store = openTestStore()
const wiki = await createTestDatabase()

const pictures = [Buffer.from('{"end":true}\n\\.\n'), randomBytes(700_000), Buffer.from('\n')]
const named: string[] = []
let moderatorId: number
let taken = 0

beforeAll(async () => {
  await prepareWiki()
  moderatorId = (await makeAccount('moderator')).id
  for (const bytes of pictures) named.push(await storePicture(store, bytes, moderatorId))
  await changeRows(`insert into object_size values ('${named[1]}', '', 320, 'webp', 240, 9, 'x')`)
})

async function taking(from: FileStore = store): Promise<string> {
  taken += 1
  const file = join(folder, `${taken}.backup.gz`)
  await writeBackup(wiki.migrationUrl, from, file)
  return file
}

test('the pictures of a wiki are restored byte for byte, into another store, and their sizes are not', async () => {
  const file = await taking()
  const [other, empty] = [openTestStore(), await createEmptyDatabase()]
  const { objects } = await restoreBackup(file, asTarget(empty), other)
  const bytes = pictures.reduce((sum, one) => sum + one.length, 0)
  expect(objects).toEqual({ count: pictures.length, bytes })
  for (const [at, sha256] of named.entries()) expect(await pictureIn(other, sha256)).toEqual(pictures[at])
  expect(await holdings(empty)).toEqual(await holdings(wiki))
  await inside(empty, async () => {
    expect(await readRows('select sha256 from stored_object order by 1')).toHaveLength(pictures.length)
    expect(await readRows('select * from object_size')).toEqual([])
  })
})

test('a picture that the store lacks, or has otherwise, is named, and then there is no backup', async () => {
  const [sha256 = ''] = named
  const lacking: FileStore = {
    ...store,
    read: (key) => (key === objectKey(sha256) ? Promise.resolve(null) : store.read(key)),
  }
  await expect(taking(lacking)).rejects.toThrow(`lacks objects/${sha256}`)
  const other = { stream: Readable.from([Buffer.from('other')]), size: 5 }
  await expect(taking({ ...store, read: async () => other })).rejects.toThrow(BackupError)
  const away: FileStore = { ...store, read: () => Promise.reject(new StoreAwayError('away')) }
  await expect(taking(away)).rejects.toThrow(StoreAwayError)
  expect(readdirSync(folder)).toEqual(['1.backup.gz'])
})

test('a picture that is removed while the backup is made is in neither part of it', async () => {
  const passing = await storePicture(store, Buffer.from('soon gone'), moderatorId)
  const erasing: FileStore = {
    ...store,
    async read(key) {
      if (key === objectKey(passing)) {
        await changeRows(`delete from stored_object where sha256 = '${passing}'`)
        await store.remove(key)
      }
      return store.read(key)
    },
  }
  const [file, other, empty] = [await taking(erasing), openTestStore(), await createEmptyDatabase()]
  expect((await restoreBackup(file, asTarget(empty), other)).objects.count).toBe(pictures.length)
  expect(await pictureIn(other, passing)).toBeNull()
})

test('where storing fails the database stays empty, and the same can be restored again', async () => {
  const [file, empty] = [await taking(), await createEmptyDatabase()]
  const other = createDiskStore(join(folder, 'filling'))
  let stored = 0
  const failing: FileStore = {
    ...other,
    put: async (...given) => {
      stored += 1
      if (stored > 1) throw new StoreAwayError('away')
      await other.put(...given)
    },
  }
  await expect(restoreBackup(file, asTarget(empty), failing)).rejects.toThrow(StoreAwayError)
  await expect(holdings(empty)).rejects.toThrow('holds no wiki')
  await restoreBackup(file, asTarget(empty), other)
  expect(await holdings(empty)).toEqual(await holdings(wiki))
})

test('a picture that was erased after the backup was made is not stored again, and has no row', async () => {
  const [file, other, empty] = [await taking(), openTestStore(), await createEmptyDatabase()]
  const [sha256 = '', ...rest] = named
  const record = Buffer.from('{}')
  await other.put(erasedKey(sha256), record, { size: record.length, mediaType: 'application/json' })
  await restoreBackup(file, asTarget(empty), other)
  const stored = []
  for await (const { key } of other.list(OBJECTS)) stored.push(key)
  expect(stored.sort()).toEqual(rest.map(objectKey).sort())
  await inside(empty, async () => {
    expect(await readRows(`select sha256 from stored_object where sha256 = '${sha256}'`)).toEqual([])
    expect(await readRows('select sha256 from erased_object')).toEqual([{ sha256 }])
  })
})
