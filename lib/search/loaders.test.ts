import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import {
  factContent,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  sourceContent,
} from '@/lib/changesets/testing'
import { readText } from '@/lib/input/address'
import { addAlias } from '@/lib/moderation/add-alias'
import { searchFor } from './loaders'

await openTestWiki()

const labels = async (q: string) => (await searchFor(q)).hits.map(({ label }) => label)

describe('search', () => {
  beforeAll(async () => {
    const owner = await makeAccount('owner')
    const colman = await publishNew(
      owner,
      'page',
      pageContent('Olivia Colman', { p: 'Won for acting & "more" < 3.' }),
    )
    const season = await publishNew(owner, 'page', pageContent('Season three', { p: 'Without Colman.' }))
    await publishNew(owner, 'source', sourceContent('Colman interviewed'))
    await publishNew(owner, 'fact', factContent('Colman filmed for two days.', [colman]))
    await publishNew(
      owner,
      'fact',
      factContent('Colman is absent, a canary.', [colman], { gate: { kind: 'place', page: season } }),
    )
    await addAlias(owner, { entryId: colman, title: 'Sarah Sinclair', reason: 'As born' }, { network: null })
    await publishNew(owner, 'page', pageContent('Both', { p: 'A lantern by the tide, and no harbour.' }))
    await publishNew(owner, 'page', pageContent('Together', { p: 'A lantern tide.' }))
    // As in a large wiki: entries of the later ranges.
    for (const [start, title] of Object.entries({ 40000: 'Long after', 2000000: 'Last of all' })) {
      await changeRows(`alter table entry alter column id restart with ${start}`)
      await publishNew(owner, 'page', pageContent(title, { p: 'A zeppelin.' }))
    }
    const gone = await publishNew(owner, 'page', pageContent('Colman rumours'))
    await changeRows(`update entry set deleted_at = now() where id = ${gone}`)
  })

  test('finds pages, facts and sources by their words, the page of that name first', async () => {
    const found = await labels('colman')
    expect(found[0]).toBe('Olivia Colman')
    expect(found).toEqual(
      expect.arrayContaining(['Season three', 'Colman interviewed', 'Colman filmed for two days.']),
    )
  })

  test('finds a title in spite of a slip', async () => {
    expect(await labels('Olvia Colmann')).toContain('Olivia Colman')
  })

  test('finds a page by another title of its own, also in spite of a slip, and says so', async () => {
    for (const q of ['Sarah Sinclair', 'sarah sinclair', 'Sara Sinclaire', 'sinclair', 'Sarah S']) {
      const [hit] = (await searchFor(q)).hits
      expect(hit, q).toMatchObject({ label: 'Olivia Colman', alias: 'Sarah Sinclair' })
    }
    expect((await searchFor('Olivia Colman')).hits[0]).toMatchObject({ alias: null })
  })

  test('finds the pages that begin so while a title is being typed', async () => {
    expect(await labels('oliv')).toEqual(['Olivia Colman'])
    expect(await labels('O')).toEqual(['Olivia Colman'])
  })

  test('finds words in quotes together only, and nothing that has what there shall not be', async () => {
    expect((await labels('lantern tide')).sort()).toEqual(['Both', 'Together'])
    expect(await labels('"lantern tide"')).toEqual(['Together'])
    expect(await labels('lantern -"lantern tide"')).toEqual(['Both'])
    expect(await labels('lantern -harbour')).toEqual(['Together'])
    expect(await labels('season -three')).toEqual([])
    expect(await labels('-lantern')).toEqual([])
  })

  test('finds what came into being long after the first', async () => {
    expect((await labels('zeppelin')).sort()).toEqual(['Last of all', 'Long after'])
  })

  test('finds neither what is closed nor what was deleted', async () => {
    expect(await labels('canary')).toEqual([])
    expect(await labels('rumours')).toEqual([])
  })

  test('gives the snippet as plain text, with what matched told apart', async () => {
    const [hit] = (await searchFor('acting')).hits
    expect(hit?.path).toBe('/wiki/Olivia_Colman')
    expect(hit?.pieces.map(({ text }) => text).join('')).toContain('acting & "more')
    expect(hit?.pieces.filter(({ isMatch }) => isMatch)).toEqual([{ text: 'acting', isMatch: true }])
  })

  test.each(['"(((', '& | !', "a' or 1=1 --", '\\', '\u{1F600}', '%', '<->'])(
    'takes %s as it comes',
    async (q) => {
      expect((await searchFor(q)).query).toBe(q)
    },
  )

  test('asks nothing of the database for what cannot be searched for', async () => {
    for (const q of [undefined, '', '   ', 'a\0b', { nested: 'x' }])
      expect(await searchFor(readText(q))).toEqual({ query: '', hits: [], isOfMany: false })
    expect((await searchFor(readText(['first', 'second']))).query).toBe('first')
    expect((await searchFor('x'.repeat(5000))).query).toHaveLength(200)
  })
})
