import { beforeEach, expect, test } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import { edited, newKey, openTestWiki, publishNew, publishNow, sourceContent } from '@/lib/changesets/testing'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { mergeEntry } from '@/lib/moderation/merging/merge-entry'
import { restoreEntry } from '@/lib/moderation/restore-entry'
import { writersScope } from '@/lib/policy/policy'
import { catchUpSourceKeys } from '@/lib/publishing/catch-up-source-keys'
import { withhold } from '@/lib/withholding/withhold'
import { findSameSource } from './same-source'

const { owner } = await openTestWiki('owner')
const here = { network: null }
let count = 0
/** An address that no other test has. */
let url = ''
let source = 0

beforeEach(async () => {
  count += 1
  url = `https://www.example.org/stories/${count}`
  source = await publishNew(owner, 'source', sourceContent(`Story ${count}`, { url }))
})

const found = (identified: Parameters<typeof findSameSource>[1]) => findSameSource(writersScope, identified)
const bare = () => url.replace('https://www.', 'http://m.')
const keysOf = async (id: number) =>
  (await readRows(`select key from source_key where source_id = ${id} order by position`)).map(
    ({ key }) => key,
  )
const numberOf = async (id: number) =>
  String((await readRows(`select number from entry where id = ${id}`))[0]?.number)

test('the same article in seven clothes is one source', async () => {
  const clothes = [
    `http://example.org/stories/${count}/`,
    `https://m.example.org/stories/${count}?utm_source=share&fbclid=1`,
    `${url}/amp`,
    `${url}#comments`,
    `https://web.archive.org/web/20220422000000/${url}`,
    `https://archive.ph/2022/${url}`,
    `https://www.google.com/amp/s/www.example.org/stories/${count}`,
  ]
  expect(await Promise.all(clothes.map((one) => found({ url: one })))).toEqual(clothes.map(() => source))
  expect(await found({ url: `${url}0000` })).toBeNull()
  expect(await found({})).toBeNull()
})

test('a paper is found by its DOI and its link, a book by either ISBN, and a chapter is not the book', async () => {
  const paper = await publishNew(owner, 'source', sourceContent('A paper', { doi: `10.1234/a${count}` }))
  expect(await found({ url: `https://doi.org/10.1234/A${count}` })).toBe(paper)
  const isbn = '9781444951387'
  const chapter = { type: 'chapter' as const, isbn }
  await publishNew(owner, 'source', sourceContent('A chapter', chapter))
  expect(await found({ isbn })).toBeNull()
  const book = await publishNew(owner, 'source', sourceContent('A book', { type: 'book', isbn }))
  expect(await found({ isbn })).toBe(book)
  expect(await found(chapter)).toBeNull()
})

test('a copy in an archive is the page that it was made of', async () => {
  const archiveUrl = `https://web.archive.org/web/2021/https://old.example/${count}`
  const copied = await publishNew(owner, 'source', sourceContent('A copy', { archiveUrl }))
  expect(await found({ url: `https://old.example/${count}` })).toBe(copied)
})

test('an edit moves the source to its new address, and one that leaves the address alone writes nothing', async () => {
  await publishNow(owner, edited('source', source, 1, sourceContent('Another title', { url })))
  expect(await found({ url: bare() })).toBe(source)
  await publishNow(owner, edited('source', source, 2, sourceContent('Moved', { url: `${url}/moved` })))
  expect([await found({ url }), await found({ url: `${url}/moved` })]).toEqual([null, source])
})

test('a deleted source is not offered, and a merged one leads to the one that stays', async () => {
  await deleteEntry(owner, { entryId: source, reason: 'Not here' }, here)
  expect(await found({ url })).toBeNull()
  await restoreEntry(owner, { entryId: source, reason: 'Here' }, here)
  expect(await found({ url })).toBe(source)
  const other = await publishNew(owner, 'source', sourceContent('The other', { url: `${url}/other` }))
  const merge = {
    entryId: source,
    into: await numberOf(other),
    intoSource: null,
    reason: 'The same',
    key: newKey(),
  }
  expect(await mergeEntry(owner, merge, here)).toMatchObject({ ok: true })
  expect(await found({ url: bare() })).toBe(other)
})

test('what is erased keeps no address', async () => {
  await deleteEntry(owner, { entryId: source, reason: 'Not here' }, here)
  const erased = { entryId: source, from: 1, to: 1, parts: ['text' as const], strength: 'erased' as const }
  const answer = await withhold(owner, { ...erased, reason: 'A home address', words: null }, here)
  expect(answer).toMatchObject({ ok: true })
  expect(await keysOf(source)).toEqual([])
})

test('what an earlier release published is found once its keys are derived, and nothing is derived twice', async () => {
  await changeRows('delete from source_key')
  await changeRows(`delete from derivation where name = 'keys of sources'`)
  expect(await found({ url })).toBeNull()
  await catchUpSourceKeys(3)
  expect(await found({ url: bare() })).toBe(source)
  await changeRows('delete from source_key')
  await catchUpSourceKeys(3)
  expect(await found({ url })).toBeNull()
})

test('an address as long as they come has a key', async () => {
  const long = `https://example.org/${Array.from({ length: 1900 }, (_, at) => ((at * 7919) % 36).toString(36)).join('')}`
  const id = await publishNew(owner, 'source', sourceContent('Long', { url: long }))
  expect(await found({ url: `${long}#a` })).toBe(id)
})
