import { beforeAll, expect, test } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import { recordResponse } from '@/lib/cache/dependencies'
import { duringVisit, visitOf } from '@/lib/cache/reader'
import {
  edited,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  seasonContent,
  sourceContent,
} from '@/lib/changesets/testing'
import type { InlineNode } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import type { Gate } from '@/lib/content/gate'
import { loadNumberedBacklinks, loadPageBacklinks } from '@/lib/entries/backlinks'
import { ofOne } from '@/lib/feeds/subjects'
import { paragraph, text } from '@/lib/kinds/samples'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { loadPageInfo } from '@/lib/moderation/info'
import { loadOrphans } from '@/lib/pages/orphans'
import { loadWanted } from '@/lib/pages/wanted'
import { parseTokens } from '@/lib/progress/progress'
import { catchUpClosedLinks } from '@/lib/publishing/catch-up-closed-links'
import { loadCitingEntries } from '@/lib/sources/loaders'
import { countMostWanted } from '@/lib/worker/tasks/count-wanted'

const { owner } = await openTestWiki('owner')

const ids: Record<string, number> = {}
let later: Gate

const linked = (page: number | undefined) =>
  text('who comes', { type: 'wikiLink', attrs: { page: page ?? 0, title: null } })
const named = (title: string) => text('who comes', { type: 'wikiLink', attrs: { page: null, title } })

const passage = (id: string, gate: Gate, ...content: InlineNode[]) => ({
  type: 'spoiler' as const,
  attrs: { id, gate },
  content: [paragraph(null, ...content)],
})

/** The work tells of the newcomer, of the rival and of what the article says from season two on; nobody knows when of the ghost. */
function telling(...open: InlineNode[]): PageContent {
  return pageContent(
    'The work',
    {},
    {
      infobox: { twist: [linked(ids.rival)] },
      gates: { twist: later },
      body: {
        type: 'doc',
        content: [
          passage('a', later, linked(ids.newcomer), named('A new school'), {
            type: 'citation',
            attrs: citationOf(ids.source ?? 0),
          }),
          passage('b', { kind: 'unknown' }, linked(ids.ghost)),
          paragraph('c', 'In the open. ', linked(ids.hero), ...open),
        ],
      },
    },
  )
}

beforeAll(async () => {
  await changeRows(`insert into infobox_field (kind, key, label, type, reverse_label, position) values
    ('topic', 'twist', 'Twist', 'page', 'Twist of', 0)`)
  ids.work = await publishNew(owner, 'page', pageContent('The work'))
  await publishNew(owner, 'page', seasonContent('Season one', ids.work, 1, '1 January 2020'))
  ids.second = await publishNew(owner, 'page', seasonContent('Season two', ids.work, 2, '1 January 2999'))
  later = { kind: 'place', page: ids.second }
  for (const name of ['hero', 'newcomer', 'rival', 'ghost'])
    ids[name] = await publishNew(owner, 'page', pageContent(`The ${name}`))
  ids.source = await publishNew(owner, 'source', sourceContent('An article'))
  await publishNow(owner, edited('page', ids.work, 1, telling()))
})

const asReader = <T>(tokens: string, read: () => Promise<T>): Promise<T> => {
  const record = { tags: new Set<string>(), expiresAt: null, failed: false }
  const visit = visitOf(tokens === '' ? null : parseTokens(tokens.split('~')))
  return duringVisit(visit, () => recordResponse(record, read))
}

/** What is told to link to each of these, on its page of links, by its number there, and in its information. */
async function whatLinksTo(tokens: string, ...names: string[]): Promise<Record<string, string[]>> {
  const told = await asReader(tokens, () =>
    Promise.all(
      names.map(async (name): Promise<[string, string[]]> => {
        const [at, info] = [await loadPageBacklinks(name, undefined, undefined), await loadPageInfo(name)]
        if (at.state !== 'found' && at.state !== 'wanted') throw new Error('it has no list')
        const { counts, groups } = at.list
        const labels = groups.flatMap(({ links }) => links.map(({ label }) => label))
        const counted = [...counts.values()].reduce((sum, count) => sum + count, 0)
        expect(counted, name).toBe(labels.length)
        if (info.state === 'found') expect(info.info.linksHere, name).toBe(labels.length)
        return [name, labels]
      }),
    ),
  )
  return Object.fromEntries(told)
}

const NAMED = ['The_hero', 'The_newcomer', 'The_rival', 'The_ghost', 'A_new_school']
const there = () => `w${ids.work}p${ids.second}`

test('that a closed part names something is told to readers who are there, and to nobody else', async () => {
  const nothing = { The_newcomer: [], The_rival: [], The_ghost: [], A_new_school: [] }
  const inTheOpen = { The_hero: ['The work'] }
  expect(await whatLinksTo('', ...NAMED)).toEqual({ ...nothing, ...inTheOpen })
  expect(await whatLinksTo(there(), ...NAMED)).toEqual({
    ...inTheOpen,
    The_newcomer: ['The work'],
    The_rival: ['The work'],
    The_ghost: [],
    A_new_school: ['The work'],
  })
  expect((await whatLinksTo('all', 'The_ghost')).The_ghost).toEqual(['The work'])
})

test('a source that only closed parts cite is cited by nothing, in its list, its links, its feed, and the page’s figures', async () => {
  const citing = async (tokens: string) =>
    asReader(tokens, async () => {
      const { pages } = await loadCitingEntries(ids.source ?? 0, undefined)
      const at = await loadNumberedBacklinks('source', '1', undefined, undefined)
      const feed = await ofOne('source', 1, 'https://wiki.example')
      const info = await loadPageInfo('The_work')
      return {
        cites: pages.map(({ label }) => label),
        links: at.state === 'found' && [...at.list.counts],
        fed: feed?.items.filter(({ url }) => url.includes('The_work')).length,
        sources: info.state === 'found' && info.info.figures.sources,
      }
    })
  expect(await citing('')).toEqual({ cites: [], links: [], fed: 0, sources: 0 })
  expect(await citing(there())).toMatchObject({
    ...{ cites: ['The work'], links: [['cites', 1]], sources: 1 },
  })
})

test('what only closed parts lead to is an orphan, and a title that only they name is not wanted', async () => {
  const found = async (tokens: string) =>
    asReader(tokens, async () => ({
      orphans: (await loadOrphans(undefined)).pages.map(({ label }) => label),
      wanted: (await loadWanted(undefined)).titles,
    }))
  await countMostWanted()
  const seen = await found('')
  expect(seen.orphans).toEqual(expect.arrayContaining(['The newcomer', 'The rival', 'The ghost']))
  expect(seen.orphans).not.toContain('The hero')
  expect(seen.wanted).toEqual([])
  const orphans = (await found(there())).orphans
  expect(orphans).toContain('The ghost')
  expect(orphans).not.toContain('The newcomer')
})

test('a link that the open text has, too, is told to everybody, and no more once it is closed again', async () => {
  await publishNow(
    owner,
    edited('page', ids.work ?? 0, 2, telling(linked(ids.newcomer), named('A new school'))),
  )
  const open = { The_newcomer: ['The work'], A_new_school: ['The work'] }
  expect(await whatLinksTo('', ...Object.keys(open))).toEqual(open)
  await publishNow(owner, edited('page', ids.work ?? 0, 3, telling()))
  expect(await whatLinksTo('', ...Object.keys(open))).toEqual({ The_newcomer: [], A_new_school: [] })
})

test('what an earlier release published is told no more, once that is made up for, and that only once', async () => {
  const before = await readRows('select * from link order by 1, 2, 3, 4, 5')
  await changeRows('update link set behind = null')
  await changeRows('update title_link set behind = null')
  const open = await whatLinksTo('', ...NAMED)
  expect(Object.values(open)).toEqual(NAMED.map(() => ['The work']))
  await catchUpClosedLinks(2)
  expect(await readRows('select * from link order by 1, 2, 3, 4, 5')).toEqual(before)
  expect((await whatLinksTo('', ...NAMED)).A_new_school).toEqual([])
  await changeRows('update link set behind = null')
  await catchUpClosedLinks(2)
  expect(Object.values(await whatLinksTo('', 'The_ghost'))).toEqual([['The work']])
})
