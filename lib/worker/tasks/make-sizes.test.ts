import { rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { findUnsized, sizesOf } from '@/db/files/sizes'
import { primary } from '@/db/postgres/client'
import { changeRows, readJobs, readRows } from '@/db/postgres/testing'
import { tags } from '@/lib/cache/tags'
import { edited, fileContent, openTestWiki, publishNew, publishNow } from '@/lib/changesets/testing'
import { fileStore } from '@/lib/file-store/file-store'
import { objectKey, sizeKey } from '@/lib/file-store/keys'
import { bytesOf } from '@/lib/file-store/testing'
import { storedPicture } from '@/lib/files/testing'
import { SIZING } from '@/lib/images/sizes'
import { openTestStore, storedKeys, uploadedPicture } from '@/lib/media/testing'
import { doJobs } from '@/lib/worker/testing'
import { makeSizes } from './make-sizes'
import { queueUndone } from './queue-undone'

const folder = openTestStore()
const { moderator } = await openTestWiki('moderator')

const sizes = async (sha256: string) =>
  (await sizesOf(primary(), [sha256]))
    .get(sha256)
    ?.sizes.map(({ crop, width, height, format }) => [crop, `${width}×${height}`, format].join(' ').trim())
/** The jobs that make sizes. */
const sizing = () => readJobs(`select payload from jobs._private_jobs where payload->>'entryId' is not null`)
const lastTags = async () =>
  (await readRows('select tags from cache_event order by id desc limit 1'))[0]?.tags

test('a published file is made smaller by a job, never larger than it is, and pages are told', async () => {
  const { sha256 } = await uploadedPicture(moderator, { width: 875, height: 625 })
  const file = await publishNew(moderator, 'file', fileContent(sha256, 'A leaf'))
  expect(await sizes(sha256)).toEqual([])
  await doJobs()
  expect((await sizes(sha256))?.sort()).toEqual([
    '320×228 avif',
    '320×228 webp',
    '800×571 avif',
    '800×571 webp',
  ])
  expect(await lastTags()).toEqual([tags.object(sha256)])
  for (const format of ['webp', 'avif'] as const) {
    const found = await fileStore().read(sizeKey(sha256, '', 800, format))
    const bytes = await bytesOf((found as NonNullable<typeof found>).stream)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 800, height: 571 })
    const [row] = await readRows(`select bytes, digest from object_size where sha256 = '${sha256}'
      and width = 800 and format = '${format}'`)
    expect(row?.bytes).toBe(bytes.byteLength)
  }
  expect(await sizing()).toEqual([])

  // Once more changes nothing.
  const before = await storedKeys()
  await makeSizes({ entryId: file })
  expect(await storedKeys()).toEqual(before)

  // The part that a later version shows is made as well, and no other.
  const crop = { x: 100, y: 50, width: 400, height: 400 }
  await publishNow(moderator, edited('file', file, 1, fileContent(sha256, 'A leaf', { crop })))
  await doJobs()
  expect((await sizes(sha256))?.filter((one) => one.includes(','))).toEqual([
    '100,50,400,400 320×320 webp',
    '100,50,400,400 320×320 avif',
    '100,50,400,400 400×400 webp',
    '100,50,400,400 400×400 avif',
  ])
})

test('what is too small, or so high that only coarse sizes could be made, stays as it is', async () => {
  const { sha256 } = await uploadedPicture(moderator, { width: 319, height: 400 })
  const comic = await storedPicture(moderator, { width: 800, height: 30_000 })
  for (const object of [sha256, comic]) {
    await publishNew(moderator, 'file', fileContent(object, 'A leaf'))
    await doJobs()
    expect(await sizes(object)).toEqual([])
  }
  await queueUndone()
  expect(await sizing()).toEqual([])
})

test('of a photograph as high as a phone those sizes are made that fit into the memory of one process', async () => {
  const object = await storedPicture(moderator, { width: 2_268, height: 4_032 })
  const file = await publishNew(moderator, 'file', fileContent(object, 'A tall leaf'))
  expect((await findUnsized(primary(), file, SIZING))?.missing).toEqual([320, 800, 1_280])
  await changeRows(`update stored_object set height = 3_000 where sha256 = '${object}'`)
  expect((await findUnsized(primary(), file, SIZING))?.missing).toEqual([320, 800, 1_280, 1_920])
  await readJobs('delete from jobs._private_jobs')
  await changeRows(`delete from stored_object where sha256 = '${object}'`)
})

test('what is missing after a restore is queued again, and a store without the bytes fails the job', async () => {
  const { sha256, bytes } = await uploadedPicture(moderator, { width: 400, height: 300 })
  const file = await publishNew(moderator, 'file', fileContent(sha256, 'Another leaf'))
  await readJobs('delete from jobs._private_jobs')
  rmSync(join(folder, 'files', objectKey(sha256)))
  await expect(makeSizes({ entryId: file })).rejects.toThrow('bytes of an object are missing')
  await fileStore().put(objectKey(sha256), bytes, { size: bytes.byteLength, mediaType: 'image/jpeg' })
  await queueUndone()
  expect(await sizing()).toEqual([{ payload: { entryId: file } }])
  await doJobs()
  // Its own width, too: less would be shown larger than it is.
  expect(await sizes(sha256)).toEqual(['320×240 webp', '320×240 avif', '400×300 webp', '400×300 avif'])
})

test('a picture that an older list of widths made smaller keeps its sizes and gets those that are missing', async () => {
  const { sha256 } = await uploadedPicture(moderator, { width: 900, height: 600 })
  const file = await publishNew(moderator, 'file', fileContent(sha256, 'An older leaf'))
  await doJobs()
  const of = (width: number) => `where sha256 = '${sha256}' and width = ${width}`
  await changeRows(`update object_size set width = 640 ${of(800)}`)
  await changeRows(`update object_size set digest = 'as it was' ${of(320)}`)
  await queueUndone()
  expect(await sizing()).toEqual([{ payload: { entryId: file } }])
  await doJobs()
  expect(
    await readRows(`select distinct width from object_size where sha256 = '${sha256}' order by width`),
  ).toEqual([{ width: 320 }, { width: 640 }, { width: 800 }])
  expect(await readRows(`select distinct digest from object_size ${of(320)}`)).toEqual([
    { digest: 'as it was' },
  ])
  await queueUndone()
  expect(await sizing()).toEqual([])
})

test('an object that is erased meanwhile gets neither rows nor bytes', async () => {
  const { sha256 } = await uploadedPicture(moderator, { width: 400, height: 300 })
  const file = await publishNew(moderator, 'file', fileContent(sha256, 'A leaf that goes'))
  const making = makeSizes({ entryId: file })
  await changeRows(`delete from stored_object where sha256 = '${sha256}'`)
  await making
  expect(await readRows(`select 1 from object_size where sha256 = '${sha256}'`)).toEqual([])
  expect(await storedKeys(`sizes/${sha256}/`)).toEqual([])
})
