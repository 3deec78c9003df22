import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import {
  added,
  edited,
  factContent,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  seasonContent,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { loadSpeaker, loadSpeakers } from '@/lib/facts/speakers'
import { paragraph, text } from '@/lib/kinds/samples'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { loadSourceList } from '@/lib/sources/loaders'
import { loadOutlets } from '@/lib/sources/outlets'
import { loadTimeline } from '@/lib/timeline/loaders'
import { countMostWanted } from '@/lib/worker/tasks/count-wanted'
import { loadLetters } from './letters'
import { loadOrphans } from './orphans'
import { pathOfRandomPage } from './random'
import { loadWanted } from './wanted'

const { owner, moderator } = await openTestWiki('owner', 'moderator')

const make = (...titles: string[]) =>
  Promise.all(titles.map((title) => publishNew(owner, 'page', pageContent(title))))
const linkTo = (title: string, id = 'link') =>
  paragraph(id, text('See there', { type: 'wikiLink', attrs: { page: null, title } }))
const remove = (entryId: number) => deleteEntry(moderator, { entryId, reason: 'A test' }, { network: null })

test('a wiki without anything has no lists, and no page to lead to', async () => {
  expect(await loadLetters({})).toEqual({ stretches: [], groups: [], next: null, isFirst: true })
  expect(await loadOrphans(undefined)).toEqual({ pages: [], next: null, isFirst: true })
  expect(await loadWanted(undefined)).toEqual({ titles: [], next: null, isFirst: true })
  expect((await loadTimeline({})).groups).toEqual([])
  expect(await loadSpeakers(undefined)).toEqual({ speakers: [], next: null, isFirst: true })
  expect(await loadOutlets(undefined)).toEqual({ outlets: [], next: null, isFirst: true })
  expect(await pathOfRandomPage(0.5)).toBe('/')
})

describe('all pages by title', () => {
  const titles = ['1984', 'Attic', 'Émile', 'Eve', 'Zoë', 'Ørsted', 'Жизнь', '販売店', '서울', '«Quoted»']
  const labels = async (query: Parameters<typeof loadLetters>[0]) =>
    (await loadLetters(query)).groups.map(({ label, pages }) => [label, ...pages.map((page) => page.label)])

  beforeAll(async () => {
    const [, , , , , , , , , , gone = 0] = await make(...titles, 'Zz gone')
    await remove(gone)
  })

  test('stand under their letters, without accents, and the other scripts after them', async () => {
    expect(await labels({})).toEqual([
      ['0–9', '1984'],
      ['A', 'Attic'],
      ['E', 'Émile', 'Eve'],
      ['Z', 'Zoë'],
      ['Other Latin', '«Quoted»', 'Ørsted'],
      ['Cyrillic', 'Жизнь'],
      ['Hangul', '서울'],
      ['Han', '販売店'],
    ])
    const { stretches } = await loadLetters({})
    expect(stretches.map(({ label }) => label)).toEqual((await labels({})).map(([label]) => label))
  })

  test('can be read from a letter on, and an unknown one is the beginning', async () => {
    expect((await labels({ from: 'e' }))[0]?.[0]).toBe('E')
    expect((await labels({ from: '\u0400' }))[0]?.[0]).toBe('Cyrillic')
    expect((await labels({ from: 'nowhere' }))[0]?.[0]).toBe('0–9')
    expect((await labels({ after: 'émile' }))[0]).toEqual(['E', 'Eve'])
  })

  test('lead to one of them that is there, whatever chance says', async () => {
    const paths = await Promise.all([0, 0.3, 0.6, 0.95, 0.999].map(pathOfRandomPage))
    for (const path of paths) expect(path).toMatch(/^\/wiki\/(?!Zz)/)
    expect(new Set(paths).size).toBeGreaterThan(2)
  })
})

describe('titles that are wanted, and pages that are off the map', () => {
  beforeAll(async () => {
    const body = (...titles: string[]) => ({
      body: { type: 'doc' as const, content: titles.map((title, at) => linkTo(title, `p${at}`)) },
    })
    await publishNew(owner, 'page', pageContent('First', {}, body('Nick Nelson', 'Tao', 'Second')))
    await publishNew(owner, 'page', pageContent('Second', {}, body('nick nelson', 'Elle')))
    const closed = {
      type: 'spoiler' as const,
      attrs: { id: 'closed', gate: { kind: 'unknown' as const } },
      content: [linkTo('A secret wedding', 'inside')],
    }
    await publishNew(owner, 'page', pageContent('Third', {}, { body: { type: 'doc', content: [closed] } }))
    const gone = await publishNew(owner, 'page', pageContent('Fourth', {}, body('Only from the deleted')))
    await remove(gone)
    await countMostWanted()
  })

  const wanted = async () => (await loadWanted(undefined)).titles.map(({ title, links }) => [title, links])

  test('are counted by what is shown; what only a closed passage or a deleted page names is not among them', async () => {
    expect(await wanted()).toEqual([
      ['Nick Nelson', 2],
      ['Elle', 1],
      ['Tao', 1],
    ])
  })

  test('are gone as soon as they are written, and go on after any of them', async () => {
    await make('Elle')
    expect(await wanted()).toEqual([
      ['Nick Nelson', 2],
      ['Tao', 1],
    ])
    expect((await loadWanted('2.nick nelson')).titles.map(({ title }) => title)).toEqual(['Tao'])
    for (const odd of ['x', '0.a', '1.', '12345678901.a', '2.\u{1f600}'])
      expect((await loadWanted(odd)).titles.length).toBeLessThanOrEqual(2)
  })

  test('nothing leads to a page that only itself, a deleted page or a fact about it names', async () => {
    const [lonely = 0, named = 0] = await make('Lonely', 'Named')
    await publishNow(
      owner,
      edited(
        'page',
        lonely,
        1,
        pageContent('Lonely', {}, { body: { type: 'doc', content: [linkTo('Lonely')] } }),
      ),
    )
    await publishNew(owner, 'fact', factContent('It is lonely.', [lonely], { speaker: named }))
    await publishNew(owner, 'page', seasonContent('Its part', named, 1))
    // Where works list their seasons.
    await changeRows(`update page_kind set parts_label = 'Seasons' where key = 'season'`)
    const orphans = (await loadOrphans(undefined)).pages.map(({ label }) => label)
    expect(orphans).toEqual(expect.arrayContaining(['Lonely', 'First']))
    for (const linked of ['Second', 'Elle', 'Named', 'Its part']) expect(orphans).not.toContain(linked)
    expect((await loadOrphans('second')).pages.map(({ label }) => label)).not.toContain('First')
  })
})

describe('who said what, where, and when', () => {
  beforeAll(async () => {
    const [about = 0, joe = 0, kit = 0] = await make('The series', 'Joe Locke', 'Kit Connor')
    const source = await publishNew(owner, 'source', sourceContent('One', { publisher: 'Radio Times' }))
    await publishNew(owner, 'source', sourceContent('Two', { publisher: 'RADIO  Times' }))
    await publishNew(owner, 'source', sourceContent('Three', { publisher: 'Attitude' }))
    await publishNew(owner, 'source', sourceContent('Four'))
    const gone = await publishNew(owner, 'source', sourceContent('Five', { publisher: 'Gone Weekly' }))
    await remove(gone)
    const citations = [citationOf(source)]
    for (const saidOn of ['2022-04', '2021', null])
      await publishNew(
        owner,
        'fact',
        factContent(`Joe said so in ${saidOn}.`, [about], { speaker: joe, saidOn, citations }),
      )
    await publishNew(
      owner,
      'fact',
      factContent('Kit gives it away.', [about], { speaker: kit, saidOn: '2020', gate: { kind: 'unknown' } }),
    )
    await changeRows(`insert into infobox_field (kind, key, label, position, type) values
      ('topic', 'filmed', 'Filmed', 9, 'date'), ('person', 'began', 'Began', 9, 'date')`)
    const dated = (title: string, kind: string, field: string, words: string) =>
      added('page', pageContent(title, {}, { kind, infobox: { [field]: [{ type: 'text', text: words }] } }))
    await publishNow(
      owner,
      dated('Season one', 'topic', 'filmed', 'April to June 2021'),
      dated('Season two', 'topic', 'filmed', '3 August 2023'),
      dated('The comic', 'topic', 'filmed', 'c. 2016'),
      dated('Some actor', 'person', 'began', '8 September 2003'),
    )
  })

  test('names everybody once with what everybody may read, and leads to all of it', async () => {
    const { speakers } = await loadSpeakers(undefined)
    expect(speakers).toContainEqual({ label: 'Joe Locke', path: '/speakers/Joe_Locke', count: 3 })
    expect(speakers.map(({ label }) => label)).not.toContain('Kit Connor')
    expect((await loadSpeakers('joe locke')).speakers.map(({ label }) => label)).not.toContain('Joe Locke')
    const said = await loadSpeaker('Joe_Locke', undefined)
    expect(said).toMatchObject({ state: 'found', label: 'Joe Locke', next: null })
    expect(said?.state === 'found' && said.cards).toHaveLength(3)
    expect(await loadSpeaker('joe_locke', undefined)).toEqual({ state: 'moved', to: '/speakers/Joe_Locke' })
    expect(await loadSpeaker('Nobody', undefined)).toBeNull()
  })

  test('puts the sources of an outlet together, however it is spelled', async () => {
    expect((await loadOutlets(undefined)).outlets).toEqual([
      { label: 'Attitude', path: '/sources?outlet=attitude', count: 1 },
      { label: 'RADIO  Times', path: '/sources?outlet=radio%20times', count: 2 },
    ])
    expect((await loadOutlets('attitude')).outlets).toHaveLength(1)
    const { records, outlet } = await loadSourceList({ outlet: 'Radio_Times' })
    expect([outlet?.key, ...records.map(({ title }) => title)]).toEqual(['radio times', 'Two', 'One'])
    expect((await loadSourceList({ outlet: 'Radio Times', after: '2' })).records).toHaveLength(1)
    expect((await loadSourceList({ outlet: 'Nowhere' })).records).toEqual([])
  })

  test('draws what is known of each date, earliest first; nothing closed, and nobody’s own life', async () => {
    const drawn = async (query: Parameters<typeof loadTimeline>[0]) =>
      (await loadTimeline(query)).groups.flatMap(({ year, happenings }) =>
        happenings.map(({ entries, shape, field }) => [
          year,
          entries.map(({ label }) => label).join(),
          shape,
          field,
        ]),
      )
    expect(await drawn({})).toEqual([
      [2016, 'The comic', 'about', 'Filmed'],
      [2021, 'Joe said so in 2021.', 'about', null],
      [2021, 'Season one', 'span', 'Filmed'],
      [2022, 'Joe said so in 2022-04.', 'day', null],
      [2023, 'Season two', 'day', 'Filmed'],
    ])
    expect((await drawn({ of: 'topic', from: '2021' })).map(([, label]) => label)).toEqual([
      'Season one',
      'Season two',
    ])
    expect((await drawn({ of: 'facts' })).length).toBe(2)
    const { years, groups, choices } = await loadTimeline({
      of: 'nonsense',
      from: 'x',
      after: '2021-99-99~x',
    })
    expect([years, groups.length]).toEqual([[2016, 2021, 2022, 2023], 4])
    expect(choices.map(({ of }) => of)).toEqual(['topic', 'season', 'facts'])
    const [first] = groups[1]?.happenings ?? []
    expect((await drawn({ after: first?.key }))[0]?.[1]).toBe('Season one')
  })

  test('on one day, tells the parts of a work in their order', async () => {
    const work = await publishNew(owner, 'page', pageContent('A work'))
    for (const number of [3, 1, 2])
      await publishNew(owner, 'page', seasonContent(`Part ${number}`, work, number, '7 March 2001'))
    const [first] = (await loadTimeline({ from: '2001' })).groups
    expect(first?.happenings[0]?.entries.map(({ label }) => label)).toEqual(['Part 1', 'Part 2', 'Part 3'])
  })
})
