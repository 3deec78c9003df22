import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import { recordResponse } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import {
  added,
  edited,
  fileContent,
  holdBack,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  send,
} from '@/lib/changesets/testing'
import { suggest } from '@/lib/editing/suggest'
import { loadNumberedBacklinks } from '@/lib/entries/backlinks'
import type { FileContent } from '@/lib/kinds/schemas/file'
import { message } from '@/lib/messages/message'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { restoreEntry } from '@/lib/moderation/restore-entry'
import { loadAtTitle } from '@/lib/pages/loaders'
import { writersScope } from '@/lib/policy/policy'
import { accept } from '@/lib/review/accept'
import { showCase } from '@/lib/review/show-case'
import { loadComparison } from '@/lib/revisions/loaders'
import { loadPermalink } from '@/lib/revisions/permalink'
import { loadRecent } from '@/lib/revisions/recent'
import { revert } from '@/lib/revisions/revert'
import { searchFor } from '@/lib/search/loaders'
import { titlePath } from '@/lib/titles/spelling'
import { withhold } from '@/lib/withholding/withhold'
import { loadFile, loadFileList, loadUses } from './loaders'
import { loadPictures } from './pictures'
import { storedPicture } from './testing'

const { fan, trusted, moderator, owner } = await openTestWiki('fan', 'trusted', 'moderator', 'owner')
const here = { network: null }

const reading = <T>(work: () => Promise<T>, made = new Set<string>()) =>
  recordResponse({ tags: made, expiresAt: null, failed: false }, work)
const versions = (id: number) =>
  readRows(`select number, sha256 from file_version where entry_id = ${id} order by number`)
const revisions = async (id: number) =>
  (await readRows(`select id::int as id from revision where entry_id = ${id} order by number`)).map((row) =>
    Number(row.id),
  )
const contentNow = async (id: number) =>
  (
    await readRows(`select c.content from entry e join revision_content c on c.revision_id = e.head_id
      where e.id = ${id}`)
  )[0]?.content as FileContent

describe('a file', () => {
  let object: string
  let file: number

  beforeAll(async () => {
    object = await storedPicture(moderator)
    file = await publishNew(
      moderator,
      'file',
      fileContent(object, 'A leaf on a page', { author: 'Mo Amara' }),
    )
  })

  test('has its own page, is listed and found by what it shows and who made it', async () => {
    const made = new Set<string>()
    const view = await reading(() => loadFile('1'), made)
    expect(view && 'picture' in view && view.picture).toMatchObject({
      path: '/files/1',
      whole: `/media/${object}`,
      width: 1600,
      height: 900,
      colour: '#336699',
    })
    expect([...made]).toEqual(expect.arrayContaining([tags.entry(file), tags.object(object)]))
    expect((await reading(() => loadFileList(undefined))).pictures).toMatchObject([{ number: 1 }])
    for (const words of ['leaf', 'Amara'])
      expect((await reading(() => searchFor({ q: words }))).hits, words).toMatchObject([
        { kind: 'file', label: 'A leaf on a page', path: '/files/1' },
      ])
    expect(await versions(file)).toEqual([{ number: 1, sha256: object }])
  })

  test('is refused at its field: without a picture, without words, with a reason missing', async () => {
    const wrong = { ...fileContent('nothing', ''), licence: { kind: 'quotation', because: '' } }
    expect(await send(moderator, added('file', wrong))).toMatchObject({
      ok: false,
      fields: {
        'items.1.object': message('errors.file.object'),
        'items.1.alternative': message('errors.file.alternative'),
        'items.1.licence.because': message('errors.file.because'),
      },
    })
    const narrow = fileContent(object, 'A part', { crop: { x: 0, y: 0, width: 319, height: 10 } })
    expect(await send(moderator, added('file', narrow))).toMatchObject({
      fields: { 'items.1.crop': message('errors.file.cropNarrow', 320) },
    })
    const outside = fileContent(object, 'A part', { crop: { x: 1000, y: 0, width: 601, height: 10 } })
    expect(await send(moderator, added('file', outside))).toMatchObject({
      fields: { 'items.1.crop': message('errors.file.cropOutside', 1600, 900) },
    })
  })

  test('shows only what its author has uploaded: not what others did, and nothing that is not there', async () => {
    const at = (sha256: string) => send(fan, added('file', fileContent(sha256, 'Not mine')))
    expect(await at(object)).toMatchObject({
      ok: false,
      reason: 'invalid',
      fields: { 'items.1.object': message('errors.file.notYours') },
    })
    expect(await at('0'.repeat(64))).toMatchObject({
      fields: { 'items.1.object': message('errors.file.gone') },
    })
    // Two people uploaded the same picture.
    await changeRows(`insert into upload (id, account_id, bytes, state, sha256)
      values (gen_random_uuid(), ${fan.id}, 1, 'stored', '${object}')`)
    expect(await at(object)).toMatchObject({ ok: true, outcome: 'waiting' })
  })

  test('waits with its picture, is looked at, and is accepted although the upload is long forgotten', async () => {
    const own = await storedPicture(fan, { width: 300, height: 400 })
    const id = await holdBack(fan, added('file', fileContent(own, 'Two boys on a bench')))
    const [item] = (await showCase(moderator, id))?.items ?? []
    expect(item).toMatchObject({ heading: 'New picture: Two boys on a bench', eyebrow: 'A new picture' })
    expect(item?.diff.fields[0]).toMatchObject({
      label: 'Picture',
      rows: [{ pictures: { before: null, after: { object: own, width: 300, height: 400 } } }],
    })
    await changeRows(`update stored_object set uploaded_by_id = ${owner.id} where sha256 = '${own}'`)
    const decided = await accept(moderator, { submissionId: id, roundNumber: 1, key: newKey() })
    expect(decided).toMatchObject({ ok: true, outcome: 'published', entries: [{ path: '/files/2' }] })
    expect((await reading(() => loadRecent(undefined))).lines[0]).toMatchObject({
      entry: { kind: 'file', label: 'Two boys on a bench' },
    })
  })

  test('edits of what it shows, of its author and of its words merge; two pictures at once do not', async () => {
    const [another, third] = [await storedPicture(trusted), await storedPicture(moderator)]
    const base = await contentNow(file)
    await publishNow(moderator, edited('file', file, 1, { ...base, alternative: 'A leaf' }))
    await publishNow(trusted, edited('file', file, 1, { ...base, object: another }))
    expect(await contentNow(file)).toMatchObject({ object: another, alternative: 'A leaf' })
    expect(await send(moderator, edited('file', file, 1, { ...base, object: third }))).toMatchObject({
      ok: false,
      reason: 'conflict',
      conflicts: [{ kind: 'file', conflicts: [{ field: 'object' }] }],
    })
    expect((await versions(file)).map((row) => row.sha256)).toEqual([object, object, another])
  })

  test('its versions are compared, and a former picture comes back by a revert', async () => {
    const [, second = 0, third = 0] = await revisions(file)
    expect(await reading(() => loadComparison(String(second), String(third)))).toMatchObject({
      diff: {
        fields: [{ rows: [{ pictures: { before: { object }, after: {} } }], sentence: 'Picture changed' }],
      },
    })
    const undone = await revert(owner, { revisionId: third, summary: '', key: newKey() }, here)
    expect(undone).toMatchObject({ ok: true })
    expect(await contentNow(file)).toMatchObject({ object })
  })

  test('goes back to a picture that it has had, but not to one that is hidden, nor to that of another file', async () => {
    const [first, second] = [await storedPicture(moderator), await storedPicture(moderator)]
    const own = await publishNew(moderator, 'file', fileContent(first, 'A gate'))
    await publishNow(moderator, edited('file', own, 1, fileContent(second, 'A gate')))
    const back = (entryId = own, base = 2) =>
      send(fan, edited('file', entryId, base, fileContent(first, 'A gate as it was')))
    const notYours = { fields: { 'items.1.object': message('errors.file.notYours') } }
    expect(await back()).toMatchObject({ ok: true, outcome: 'waiting' })
    await changeRows(`update submission set author_id = ${trusted.id}
      where id = (select max(id) from submission)`)
    const other = await publishNew(moderator, 'file', fileContent(second, 'A wall'))
    expect(await back(other, 1)).toMatchObject(notYours)
    const range = { entryId: own, from: 1, to: 1, parts: ['text' as const], reason: 'not ours', words: null }
    await withhold(moderator, { ...range, strength: 'hidden' }, here)
    expect(await back()).toMatchObject(notYours)
  })

  test('is missing where it is hidden or deleted, and back when it is restored', async () => {
    const entryId = file
    const range = { entryId, from: 3, to: 3, parts: ['text' as const], reason: 'unkind', words: null }
    expect(await withhold(moderator, { ...range, strength: 'hidden' }, here)).toMatchObject({ ok: true })
    const sequence = Number(
      (await readRows(`select sequence::int as s from revision where entry_id = ${file} and number = 3`))[0]
        ?.s,
    )
    expect((await reading(() => loadPictures([file], sequence))).has(file)).toBe(false)
    expect((await reading(() => loadPictures([file], sequence - 1))).get(file)?.whole).toBe(
      `/media/${object}`,
    )
    await deleteEntry(moderator, { entryId, reason: 'A doubt' }, here)
    expect((await reading(() => loadPictures([file]))).size).toBe(0)
    expect((await reading(() => searchFor({ q: 'leaf' }))).hits).toEqual([])
    await restoreEntry(moderator, { entryId, reason: 'None left' }, here)
    expect((await reading(() => loadPictures([file]))).get(file)).toMatchObject({ alternative: 'A leaf' })
  })
})

describe('a picture on a page', () => {
  const inText = (file: number) => ({
    type: 'image' as const,
    attrs: { id: 'i', file, place: 'right' as const },
    content: [{ type: 'text' as const, text: 'On the bench' }],
  })
  const bodyWith = (...blocks: ReturnType<typeof inText>[]) => ({
    body: { type: 'doc' as const, content: blocks },
  })
  const shownOn = async (title: string, made = new Set<string>()) => {
    const at = await reading(() => loadAtTitle(titlePath(title)), made)
    return at.state === 'found' ? at.page.pictures : new Map()
  }
  let object: string
  let file: number

  beforeAll(async () => {
    object = await storedPicture(moderator, { width: 640, height: 480 })
    file = await publishNew(moderator, 'file', fileContent(object, 'A bench'))
  })

  test('is shown with what is said of it, follows its file, and names the page as where it is used', async () => {
    await publishNow(moderator, added('page', pageContent('Truham', {}, bodyWith(inText(file)))))
    const made = new Set<string>()
    expect((await shownOn('Truham', made)).get(file)).toMatchObject({ alternative: 'A bench', width: 640 })
    expect([...made]).toEqual(expect.arrayContaining([tags.entry(file), tags.object(object)]))
    const pages = [{ label: 'Truham', path: '/wiki/Truham' }]
    expect(await reading(() => loadUses(file))).toEqual({ pages, isCut: false })
    const { number } = (await readRows(`select number from entry where id = ${file}`))[0] ?? {}
    expect(await reading(() => loadNumberedBacklinks('file', String(number), null, undefined))).toMatchObject(
      { state: 'found', list: { groups: [{ kind: 'embeds', links: pages }] } },
    )
  })

  test('stays named where it is deleted, and cannot be put on another page then', async () => {
    await deleteEntry(moderator, { entryId: file, reason: 'A doubt' }, here)
    expect((await shownOn('Truham')).size).toBe(0)
    const again = added('page', pageContent('Higgs', {}, bodyWith(inText(file))))
    expect(await send(moderator, again)).toMatchObject({
      ok: false,
      fields: { 'items.1.body': message('writing.referenceGone') },
    })
    await restoreEntry(moderator, { entryId: file, reason: 'None left' }, here)
    expect((await shownOn('Truham')).size).toBe(1)
  })

  test('is offered in the sizes that are made of what is shown of it; until then it is shown whole', async () => {
    const crop = { x: 10, y: 0, width: 400, height: 300 }
    const part = await publishNew(moderator, 'file', fileContent(object, 'A part of it', { crop }))
    const shown = async () => (await reading(() => loadPictures([part]))).get(part)
    expect(await shown()).toMatchObject({ width: 640, sources: [], address: `/media/${object}` })
    const sizes = ['webp', 'avif'].flatMap((format) => [
      `('${object}', '', 320, '${format}', 240, 1, '')`,
      `('${object}', '10,0,400,300', 320, '${format}', 240, 1, '')`,
    ])
    await changeRows(`insert into object_size (sha256, crop, width, format, height, bytes, digest)
      values ${sizes.join()}`)
    expect(await shown()).toMatchObject({
      ...{ width: 400, height: 300, address: `/media/${object}/320-10,0,400,300.webp` },
      sources: [
        {
          mediaType: 'image/avif',
          sizes: [{ width: 320, address: `/media/${object}/320-10,0,400,300.avif` }],
        },
        { mediaType: 'image/webp', sizes: [{ width: 320 }] },
      ],
    })
    expect((await shownOn('Truham')).get(file)).toMatchObject({
      width: 640,
      address: `/media/${object}`,
      sources: [{ sizes: [{ address: `/media/${object}/320.avif` }] }, {}],
    })
    const { picture } = (await suggest(writersScope, 'bench', 'file'))[0] ?? {}
    expect(picture).toEqual({ address: `/media/${object}/320.webp`, width: 320, height: 240 })
  })

  test('must be a picture: a page is none', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Elle'))
    const wrong = added('page', pageContent('Tara', {}, bodyWith(inText(page))))
    expect(await send(moderator, wrong)).toMatchObject({ ok: false, reason: 'invalid' })
  })

  test('is as it was then on an old version of the page', async () => {
    const next = await storedPicture(moderator)
    const before = await revisions(file)
    await publishNow(moderator, edited('file', file, before.length, fileContent(next, 'Another bench')))
    const [pageId] = await readRows(`select e.id::int as id, e.head_id::int as head from entry e
      where e.label = 'Truham'`)
    const at = await reading(() => loadPermalink(String(pageId?.head), false))
    expect(at).toMatchObject({ state: 'found' })
    const then = JSON.stringify(at, (_, value) => (value instanceof Map ? [...value] : value))
    expect(then).toContain(object)
    expect(then).not.toContain(next)
    expect((await shownOn('Truham')).get(file)?.whole).toBe(`/media/${next}`)
  })
})
