import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import {
  factContent,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { readText } from '@/lib/input/address'
import { addAlias } from '@/lib/moderation/add-alias'
import { forgetWords, gatherWords } from '@/lib/publishing/catch-up-vocabulary'
import { type SearchAsking, searchFor } from './loaders'

await openTestWiki()

const labels = async (q: string, asking: Omit<SearchAsking, 'q'> = {}) =>
  (await searchFor({ q, ...asking })).hits.map(({ label }) => label)

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
      const [hit] = (await searchFor({ q })).hits
      expect(hit, q).toMatchObject({ label: 'Olivia Colman', alias: 'Sarah Sinclair' })
    }
    expect((await searchFor({ q: 'Olivia Colman' })).hits[0]).toMatchObject({ alias: null })
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
    const [hit] = (await searchFor({ q: 'acting' })).hits
    expect(hit?.path).toBe('/wiki/Olivia_Colman')
    expect(hit?.pieces.map(({ text }) => text).join('')).toContain('acting & "more')
    expect(hit?.pieces.filter(({ isMatch }) => isMatch)).toEqual([{ text: 'acting', isMatch: true }])
  })

  test.each([
    ...[
      '"(((',
      '& | !',
      "a' or 1=1 --",
      '\\',
      '\u{1F600}',
      '%',
      '<->',
      '"',
      "''",
      '-',
      'or',
      '\u202eabc\u202c',
    ],
    ...['-"', ':*', 'a:*', "'a' & b", '「販売店」', '\u{1F468}\u200d\u{1F469}', '\u0301'],
  ])('takes %s as it comes', async (q) => {
    expect((await searchFor({ q })).query).toBe(q)
  })

  test('asks nothing of the database for what cannot be searched for', async () => {
    for (const q of [undefined, '', '   ', 'a\0b', { nested: 'x' }])
      expect(await searchFor({ q: readText(q) })).toMatchObject({ query: '', hits: [], count: 0, groups: [] })
    expect((await searchFor({ q: readText(['first', 'second']) })).query).toBe('first')
    expect(await searchFor({ q: 'x'.repeat(10_000) })).toMatchObject({ query: 'x'.repeat(200), wasCut: true })
  })
})

describe('search as people type', () => {
  beforeAll(async () => {
    const owner = await makeAccount('owner')
    const zoe = await publishNew(
      owner,
      'page',
      pageContent('Zoë O’Brien-Kästner', { p: 'A naïve Spider-Man fan.' }),
    )
    await publishNew(owner, 'page', pageContent('販売店ガイド', { p: 'この店の中に古い販売店がある。' }))
    await publishNew(owner, 'page', pageContent('ร้านหนังสือ', { p: 'ร้านขายหนังสือเก่าในเมือง' }))
    await publishNew(owner, 'page', pageContent('It', { p: 'A clown.' }))
    await publishNew(owner, 'page', pageContent('It was here', { p: 'A road.' }))
    await publishNew(owner, 'page', pageContent('The Who', { p: 'A band.' }))
    await publishNew(owner, 'fact', factContent('She cried real crocodile tears at the premiere.', [zoe]))
    await gatherWords()
  })

  test.each([
    ...[
      'zoe obrien kastner',
      "ZOE O'BRIEN KÄSTNER",
      'Zoe O`Brien‑Kastner',
      'zo\u00ade\u0308 o’brien',
      'naive',
      'NAÏVE',
    ],
    ...['spiderman', 'spider man', 'Spider–Man', 'ｓｐｉｄｅｒ'],
  ])('%s finds her', async (q) => expect((await labels(q))[0]).toBe('Zoë O’Brien-Kästner'))

  test.each(['販売店', '販売', '売店', '店', 'ﾊﾞｶ -販売店 or 販売店'])('%s finds its page', async (q) => {
    expect(await labels(q)).toContain('販売店ガイド')
  })

  test('a word of an unspaced script is found in the middle of a text, in that order only', async () => {
    expect(await labels('古い販売店')).toEqual(['販売店ガイド'])
    expect(await labels('店販売')).toEqual([])
    expect(await labels('หนังสือเก่า')).toEqual(['ร้านหนังสือ'])
    const [hit] = (await searchFor({ q: '販売店' })).hits
    expect(hit?.title).toEqual([
      { text: '販売店', isMatch: true },
      { text: 'ガイド', isMatch: false },
    ])
  })

  test('titles of words that are found everywhere are found, the exact one first', async () => {
    expect((await labels('it')).slice(0, 2)).toEqual(['It', 'It was here'])
    expect((await labels('the who'))[0]).toBe('The Who')
  })

  test('a slip in any word is mended where nothing has the word, and the page says so', async () => {
    const found = await searchFor({ q: 'crocodlie teers' })
    expect(found).toMatchObject({ query: 'crocodlie teers', corrected: 'crocodile tears' })
    expect(found.hits.map(({ label }) => label)).toEqual(['She cried real crocodile tears at the premiere.'])
    expect(found.hits[0]?.title.filter(({ isMatch }) => isMatch)).toMatchObject([
      { text: 'crocodile' },
      { text: 'tears' },
    ])
    expect(await searchFor({ q: 'crocodlie teers', exact: '1' })).toMatchObject({ corrected: null, hits: [] })
    expect((await searchFor({ q: 'crocodile' })).corrected).toBeNull()
  })

  test('a word that no reader may see is offered to none', async () => {
    expect(await searchFor({ q: 'canaryy' })).toMatchObject({ corrected: null, hits: [] })
    expect(await searchFor({ q: 'rumuors' })).toMatchObject({ corrected: null })
  })

  test('other forms of a word are marked, as the rules of the language have it', async () => {
    const [hit] = (await searchFor({ q: 'crying' })).hits
    expect(hit?.title.filter(({ isMatch }) => isMatch)).toEqual([{ text: 'cried', isMatch: true }])
  })

  test('words that nobody has any more are forgotten', async () => {
    await changeRows("insert into search_word values ('forgotten')")
    await forgetWords()
    expect(await readRows("select word from search_word where word in ('forgotten', 'crocodile')")).toEqual([
      { word: 'crocodile' },
    ])
  })
})

describe('results can be narrowed down, sorted and paged', () => {
  let season = 0
  let kit = 0
  beforeAll(async () => {
    const owner = await makeAccount('owner')
    await changeRows(`insert into page_kind (key, name, plural, position, has_ordinal, is_category) values
      ('tv', 'Series', 'Series', 60, false, false), ('tvseason', 'Season', 'Seasons', 61, true, false),
      ('tvepisode', 'Episode', 'Episodes', 62, true, false), ('group', 'Category', 'Categories', 63, false, true)`)
    const tv = await publishNew(owner, 'page', pageContent('Quince', { p: 'x' }, { kind: 'tv' }))
    season = await publishNew(
      owner,
      'page',
      pageContent('Quince one', { p: 'x' }, { kind: 'tvseason', ordinal: { work: tv, number: 1 } }),
    )
    const episode = await publishNew(
      owner,
      'page',
      pageContent(
        'Quince one, part one',
        { p: 'x' },
        { kind: 'tvepisode', ordinal: { work: season, number: 1 } },
      ),
    )
    const group = await publishNew(owner, 'page', pageContent('Fruit', { p: 'x' }, { kind: 'group' }))
    kit = await publishNew(owner, 'page', pageContent('Kit Quince', { p: 'x' }, { categories: [group] }))
    const source = await publishNew(owner, 'source', sourceContent('Quince news'))
    for (let count = 1; count <= 25; count++)
      await publishNew(
        owner,
        'fact',
        factContent(`Quince number ${count}.`, [count <= 3 ? episode : kit], {
          speaker: count % 5 === 0 ? kit : null,
          topics: count <= 2 ? ['harvest'] : [],
          citations: count === 7 ? [citationOf(source)] : [],
        }),
      )
  })

  const valuesOf = async (asking: Omit<SearchAsking, 'q'>, facet: string) =>
    (await searchFor({ q: 'quince', ...asking })).groups
      .find((group) => group.facet === facet)
      ?.values.map(({ label, count, isChosen }) => [label, count, ...(isChosen ? ['chosen'] : [])])

  test('by what was weighed: each choice says how many results it leaves, and can be taken back', async () => {
    expect(await valuesOf({}, 'kind')).toEqual([
      ['Facts', 25],
      ['Pages', 4],
      ['Sources', 1],
    ])
    expect(await valuesOf({}, 'place')).toEqual([['Quince one', 5]])
    expect(await valuesOf({ kind: 'fact' }, 'place')).toEqual([['Quince one', 3]])
    expect(await valuesOf({ kind: 'fact' }, 'kind')).toEqual([
      ['Facts', 25, 'chosen'],
      ['Pages', 4],
      ['Sources', 1],
    ])
    expect(await valuesOf({}, 'speaker')).toEqual([['Kit Quince', 5]])
    expect(await valuesOf({ speaker: String(kit) }, 'speaker')).toEqual([['Kit Quince', 5, 'chosen']])
    expect(await valuesOf({}, 'topic')).toEqual([['harvest', 2]])
    expect(await valuesOf({}, 'category')).toEqual([['Fruit', 1]])
    expect(
      await searchFor({ q: 'quince', kind: 'fact', topic: 'harvest', place: String(season) }),
    ).toMatchObject({ count: 2, isOfMany: false })
    expect(
      await searchFor({ q: 'quince', kind: 'nonsense', place: '-1', standing: 'x', after: 'x', sort: 'x' }),
    ).toMatchObject({ count: 30, sort: 'best' })
    expect(await searchFor({ q: 'quince', speaker: '999999' })).toMatchObject({ count: 0, hits: [] })
  })

  test('the page called so first; otherwise newest, oldest or best backed first', async () => {
    expect((await labels('quince'))[0]).toBe('Quince')
    expect((await labels('quince', { sort: 'newest' }))[0]).toBe('Quince number 25.')
    expect((await labels('quince', { sort: 'oldest' }))[0]).toBe('Quince')
    expect((await labels('quince', { sort: 'backed' }))[0]).toBe('Quince number 7.')
  })

  test.each(['best', 'newest', 'oldest', 'backed'])('by %s, page by page, each once', async (sort) => {
    const first = await searchFor({ q: 'quince', sort })
    const second = await searchFor({ q: 'quince', sort, after: first.next })
    expect(second).toMatchObject({ next: null, isFirst: false })
    const all = [...first.hits, ...second.hits].map(({ id }) => id)
    expect([all.length, new Set(all).size]).toEqual([30, 30])
  })
})
