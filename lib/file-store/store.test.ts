import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { createDiskStore } from './disk-store'
import { erasedKey, objectKey, objectOfKey, sizeKey, sizesPrefix } from './keys'
import { createS3Store } from './s3-store'
import { type FileStore, StoreAwayError, type StoredFile } from './store'
import { bytesOf, startS3, testFolder } from './testing'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const inPieces = (bytes: Buffer, size = 10_000) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.byteLength / size) }, (_, n) =>
      bytes.subarray(n * size, (n + 1) * size),
    ),
  )
const listed = async (store: FileStore, prefix: string) => {
  const found: StoredFile[] = []
  for await (const file of store.list(prefix)) found.push(file)
  return found.sort((one, other) => (one.key < other.key ? -1 : 1))
}
const read = async (store: FileStore, key: string, range?: { start: number; end?: number }) => {
  const found = await store.read(key, range)
  return found && { size: found.size, bytes: await bytesOf(found.stream) }
}

const bytes = randomBytes(300_000)
const key = objectKey(sha256(bytes))
const mediaType = 'image/webp'
const about = { size: bytes.byteLength, mediaType }

const KINDS: [string, () => Promise<FileStore>][] = [
  ['a folder', async () => createDiskStore(testFolder())],
  ['a bucket', async () => createS3Store(await startS3())],
]

describe.each(KINDS)('a store in %s', (_, open) => {
  let store: FileStore
  beforeAll(async () => {
    store = await open()
  })

  test('gives back what was stored, from a stream or a buffer, whole or in part', async () => {
    await store.put(key, inPieces(bytes), about)
    expect(await read(store, key)).toEqual({ size: 300_000, bytes })
    await store.put('sizes/small', Buffer.from('leaf'), { size: 4, mediaType })
    expect(await read(store, 'sizes/small')).toEqual({ size: 4, bytes: Buffer.from('leaf') })
    const parts: [number, number | undefined][] = [
      [0, 9],
      [100, 299],
      [299_999, undefined],
      [250_000, 400_000],
    ]
    for (const [start, end] of parts) {
      const part = await read(store, key, { start, ...(end !== undefined && { end }) })
      expect(part).toEqual({ size: 300_000, bytes: bytes.subarray(start, end === undefined ? end : end + 1) })
    }
  })

  test('has nothing under other keys, and does not mind removing what is not there', async () => {
    expect(await store.read('objects/nothing')).toBeNull()
    expect(await store.read('nothing/at/all')).toBeNull()
    await store.remove('objects/nothing')
    expect(await listed(store, 'nothing/')).toEqual([])
  })

  test('replaces and removes', async () => {
    await store.put('erased/one', Buffer.from('first'), { size: 5, mediaType })
    await store.put('erased/one', Buffer.from('second'), { size: 6, mediaType })
    expect((await read(store, 'erased/one'))?.bytes.toString()).toBe('second')
    await store.remove('erased/one')
    expect(await store.read('erased/one')).toBeNull()
  })

  test('lists what begins alike, with sizes and times', async () => {
    for (const name of ['320.webp', '320.avif', '800.webp'])
      await store.put(`sizes/abc/whole/${name}`, Buffer.from(name), { size: name.length, mediaType })
    await store.put('sizes/abcd/whole/320.webp', Buffer.from('x'), { size: 1, mediaType })
    const found = await listed(store, 'sizes/abc/')
    expect(found.map((one) => [one.key, one.size])).toEqual([
      ['sizes/abc/whole/320.avif', 8],
      ['sizes/abc/whole/320.webp', 8],
      ['sizes/abc/whole/800.webp', 8],
    ])
    for (const { at } of found) expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(60_000)
    expect((await listed(store, '')).length).toBeGreaterThan(found.length)
    expect((await listed(store, 'sizes/abc')).length).toBe(4)
  })

  test.each([
    ['a stream that ends early', () => inPieces(bytes.subarray(0, 250_000))],
    ['a stream that goes on', () => inPieces(Buffer.concat([bytes, bytes]))],
    [
      'a stream that fails',
      () =>
        new Readable({
          read() {
            this.destroy(new Error('the connection was lost'))
          },
        }),
    ],
  ])('%s leaves nothing that looks whole', async (_, source) => {
    await expect(store.put('objects/unfinished', source(), about)).rejects.toThrow()
    // The bucket's server of the tests keeps what it got of a request that broke off; none that is used does.
    const found = (await read(store, 'objects/unfinished').catch(() => null))?.bytes
    expect(found ?? Buffer.alloc(0)).not.toEqual(bytes)
  })

  test('other bytes than those of the digest are not stored', async () => {
    const wrong = { ...about, sha256: sha256(Buffer.from('another picture')) }
    await expect(store.put('objects/other', inPieces(bytes), wrong)).rejects.toThrow('other bytes')
  })

  test.each([
    '',
    '.',
    '..',
    '../secrets.json',
    'objects/../../secrets.json',
    'objects//a',
    '/etc/passwd',
    'objects/a/',
    'objects\\..\\a',
    'objects/a\0',
    'objects/.unfinished-1',
    'Objects/A',
    'objects/é',
    'a'.repeat(301),
  ])('%j is no key', async (wrong) => {
    const sentence = 'no key of the store'
    await expect(store.put(wrong, Buffer.from('x'), { size: 1, mediaType })).rejects.toThrow(sentence)
    await expect(store.read(wrong)).rejects.toThrow(sentence)
    await expect(store.remove(wrong)).rejects.toThrow(sentence)
  })

  test('no list leads out of the store', async () => {
    for (const wrong of ['../', '/', '..', 'a/../'])
      await expect(listed(store, wrong)).rejects.toThrow('no key of the store begins so')
  })
})

describe('a folder', () => {
  test('has nothing of bytes that were not the right ones', async () => {
    const folder = testFolder()
    const wrong = { ...about, sha256: sha256(Buffer.from('another picture')) }
    await expect(createDiskStore(folder).put(key, bytes, wrong)).rejects.toThrow('other bytes')
    await expect(createDiskStore(folder).put(key, bytes.subarray(1), about)).rejects.toThrow('fewer bytes')
    expect(readdirSync(join(folder, 'objects'))).toEqual([])
  })

  test('is for this user alone, and lists nothing that is unfinished, which is removed later', async () => {
    const folder = join(testFolder(), 'files')
    const store = createDiskStore(folder)
    expect(await listed(store, '')).toEqual([])
    expect(existsSync(folder)).toBe(false)
    await store.put(key, bytes, about)
    expect(statSync(join(folder, key)).mode & 0o777).toBe(0o600)
    for (const path of [folder, join(folder, 'objects')]) expect(statSync(path).mode & 0o777).toBe(0o700)

    const left = join(folder, 'objects', '.unfinished-of-a-killed-process')
    writeFileSync(left, 'half a pict')
    expect((await listed(store, '')).map((one) => one.key)).toEqual([key])
    await store.removeUnfinished(new Date(Date.now() - 60_000))
    expect(existsSync(left)).toBe(true)
    const hourAgo = new Date(Date.now() - 3_600_000)
    await utimes(left, hourAgo, hourAgo)
    await store.removeUnfinished(new Date(Date.now() - 60_000))
    expect(readdirSync(join(folder, 'objects'))).toEqual([sha256(bytes)])
  })

  test('that cannot be written or read is a store that is away', async () => {
    const folder = testFolder()
    writeFileSync(join(folder, 'objects'), 'a file where a folder should be')
    const store = createDiskStore(folder)
    const source = inPieces(bytes)
    for (const one of [bytes, source])
      await expect(store.put(key, one, about)).rejects.toBeInstanceOf(StoreAwayError)
    // What was to be stored is not left open.
    expect(source.destroyed).toBe(true)
    expect(await store.read(key)).toBeNull()
  })
})

test('keys name the object that they belong to', () => {
  const name = 'a'.repeat(64)
  const keys = [
    objectKey(name),
    sizeKey(name, '', 320, 'avif'),
    sizeKey(name, '1,2,30,40', 800, 'webp'),
    erasedKey(name),
  ]
  expect(keys).toEqual([
    `objects/${name}`,
    `sizes/${name}/whole/320.avif`,
    `sizes/${name}/1,2,30,40/800.webp`,
    `erased/${name}`,
  ])
  for (const one of keys) expect(objectOfKey(one)).toBe(name)
  expect(sizesPrefix(name)).toBe(`sizes/${name}/`)
  for (const other of ['objects/short', `other/${name}`, `objects/${name}0`])
    expect(objectOfKey(other)).toBeNull()
})
