import { beforeAll, expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import { recordResponse } from '@/lib/cache/dependencies'
import { answeredIn, duringVisit, visitOf } from '@/lib/cache/reader'
import { submit } from '@/lib/changesets/submit'
import {
  added,
  categoryContent,
  changesetOf,
  edited,
  factContent,
  fileContent,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  seasonContent,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import type { Gate } from '@/lib/content/gate'
import { suggest, suggestCategories, suggestingScope } from '@/lib/editing/suggest'
import { loadNumberedBacklinks, loadPageBacklinks } from '@/lib/entries/backlinks'
import { loadFact, loadFactList } from '@/lib/facts/loaders'
import { ofOne, ofTheWiki } from '@/lib/feeds/subjects'
import { loadFile, loadFileList, loadUses } from '@/lib/files/loaders'
import { storedPicture } from '@/lib/files/testing'
import { loadFrontPage } from '@/lib/front/loaders'
import { loadNumberedInfo, loadPageInfo } from '@/lib/moderation/info'
import { loadCategoryTree } from '@/lib/pages/category-tree'
import { loadFieldsOverview } from '@/lib/pages/fields'
import { loadKinds, loadPagesOfKind } from '@/lib/pages/lists'
import { loadAtTitle } from '@/lib/pages/loaders'
import { type Actor, visitor } from '@/lib/policy/actor'
import { type Progress, parseTokens } from '@/lib/progress/progress'
import { loadLog } from '@/lib/public-log/loaders'
import {
  loadAccountPage,
  loadComparison,
  loadNumberedHistory,
  loadPageHistory,
  loadRecent,
} from '@/lib/revisions/loaders'
import { loadPermalink } from '@/lib/revisions/permalink'
import { searchFor } from '@/lib/search/loaders'
import { sitemapPart } from '@/lib/sitemap/sitemap'
import { loadCitingEntries, loadSource } from '@/lib/sources/loaders'

const { owner } = await openTestWiki('owner')

/** What stands behind each gate holds this word in all that it says: its title, text, summary, and pictures. */
const LATER = 'canarylater'
const UNKNOWN = 'canaryunknown'

const ids: Record<string, number> = {}
const revisions: number[] = []

/** Publishes one thing with a summary that tells as much. */
async function publishTelling(word: string, ...items: Parameters<typeof changesetOf>): Promise<number> {
  const changeset = { ...changesetOf(...items), summary: `About ${word}` }
  const answer = await submit(owner, changeset, { network: null })
  if (!answer.ok || answer.outcome !== 'published') throw new Error('it was not published')
  revisions.push(...answer.entries.map((one) => one.revisionId))
  return answer.entries[0]?.id ?? 0
}

async function publishBehind(gate: Gate, word: string): Promise<void> {
  const { work = 0, category = 0, source = 0 } = ids
  const page = pageContent(
    `The ${word} page`,
    { p: `A ${word} is in it` },
    {
      gate,
      categories: [category],
      lead: {
        type: 'doc',
        content: [
          { type: 'paragraph', attrs: { id: 'l' }, content: [{ type: 'text', text: `In short: ${word}` }] },
        ],
      },
    },
  )
  ids[`page ${word}`] = await publishTelling(word, added('page', page))
  const said = factContent(`It is a ${word}.`, [work], { gate, citations: [citationOf(source)] })
  ids[`fact ${word}`] = await publishTelling(word, added('fact', said))
  const object = await storedPicture(owner)
  ids[`file ${word}`] = await publishTelling(
    word,
    added('file', fileContent(object, `A ${word} drawn`, { gate })),
  )
}

beforeAll(async () => {
  ids.category = await publishNew(owner, 'page', categoryContent('Things'))
  ids.source = await publishNew(owner, 'source', sourceContent('An article'))
  ids.work = await publishNew(owner, 'page', pageContent('The work', { p: 'It goes on.' }))
  ids.first = await publishNew(owner, 'page', seasonContent('Season one', ids.work, 1, '1 January 2020'))
  ids.second = await publishNew(owner, 'page', seasonContent('Season two', ids.work, 2, '1 January 2999'))
  await publishBehind({ kind: 'place', page: ids.second }, LATER)
  await publishBehind({ kind: 'unknown' }, UNKNOWN)
  const link = (word: string) => ({
    type: 'text' as const,
    text: 'what comes then',
    marks: [{ type: 'wikiLink' as const, attrs: { page: ids[`page ${word}`] ?? 0, title: null } }],
  })
  const shown = (word: string) => ({
    type: 'image' as const,
    attrs: { id: `i${ids[`file ${word}`]}`, file: ids[`file ${word}`] ?? 0, place: 'right' as const },
    content: [],
  })
  const content = pageContent('The work', { p: 'It goes on.' })
  content.body.content.push(
    { type: 'paragraph', attrs: { id: 'q' }, content: [link(LATER), link(UNKNOWN)] },
    shown(LATER),
    shown(UNKNOWN),
    { type: 'factList', attrs: { id: 'f', facts: [ids[`fact ${LATER}`] ?? 0, ids[`fact ${UNKNOWN}`] ?? 0] } },
  )
  await publishNow(owner, edited('page', ids.work, 1, content))
}, 60_000)

/** Everything that a reader can be shown, but what they ask to be opened. */
function surfaces(): Record<string, () => Promise<unknown>> {
  const titles = ['The_work', 'Things', `The_${LATER}_page`, `The_${UNKNOWN}_page`]
  const numbered = ['1', '2', '3']
  const of = (name: string, keys: string[], read: (key: string) => Promise<unknown>) =>
    keys.map((key) => [`${name} ${key}`, () => read(key)] as const)
  return Object.fromEntries([
    ...of('page', [...titles, `the_${LATER}_page`, `${LATER}_pages`], loadAtTitle),
    ...of('history', titles, (title) => loadPageHistory(title, undefined)),
    ...of('links', titles, (title) => loadPageBacklinks(title, undefined, undefined)),
    ...of('information', titles, loadPageInfo),
    ...of('fact', numbered, loadFact),
    ...of('history of fact', numbered, (number) => loadNumberedHistory('fact', number, undefined)),
    ...of('links of fact', numbered, (number) => loadNumberedBacklinks('fact', number, undefined, undefined)),
    ...of('information on fact', numbered, (number) => loadNumberedInfo('fact', number)),
    ...of('file', numbered, loadFile),
    ...of('uses of file', [LATER, UNKNOWN], (word) => loadUses(ids[`file ${word}`] ?? 0)),
    ...of('history of file', numbered, (number) => loadNumberedHistory('file', number, undefined)),
    ...of('version', revisions.map(String), (id) => loadPermalink(id, false)),
    ...of('comparison', revisions.map(String), (id) => loadComparison('0', id)),
    ...of('search', [LATER, UNKNOWN, 'canarylatter', 'short'], (q) => searchFor({ q })),
    ...of('suggestions', [LATER, UNKNOWN, '1', '2'], async (text) =>
      suggest(await suggestingScope(visitor, true), text, null),
    ),
    ...of('suggested titles', [`The ${LATER} page`, `The ${UNKNOWN} page`], async (text) =>
      suggestCategories(await suggestingScope(owner, false), text),
    ),
    ...of('feed', ['recent', 'facts', 'disagreeing'] as const, (name) =>
      ofTheWiki[name as 'recent']('https://wiki.example'),
    ),
    ...of('feed of fact', numbered, (number) => ofOne('fact', Number(number), 'https://wiki.example')),
    ...of('sitemap', ['page-1.xml', 'fact-1.xml', 'file-1.xml'], (part) =>
      sitemapPart(part, 'https://wiki.example'),
    ),
    ['front page', () => loadFrontPage(new Date())],
    ['facts', () => loadFactList({})],
    ['files', () => loadFileList(undefined)],
    ['kinds', () => loadKinds()],
    ['pages of a kind', () => loadPagesOfKind('topic', undefined)],
    ['categories', () => loadCategoryTree(undefined)],
    ['fields', () => loadFieldsOverview(undefined)],
    ['recent changes', () => loadRecent(undefined)],
    ['log', () => loadLog({})],
    ['contributions', () => loadAccountPage(String(owner.id), undefined)],
    ['source', () => loadSource('1')],
    ['what cites a source', () => loadCitingEntries(ids.source ?? 0, undefined)],
  ])
}

/** As it is sent: maps and what was typed into the search field included. */
const textOf = (value: unknown) =>
  JSON.stringify(value, (key, one) => {
    if (key === 'query' || key === 'title') return one instanceof Object ? one : undefined
    return one instanceof Map ? [...one] : one
  }) ?? ''

/** Where a reader at a place (the tokens of their progress) finds a word. */
async function foundBy(tokens: string, word: string): Promise<string[]> {
  const progress: Progress | null = tokens === '' ? null : parseTokens(tokens.split('~'))
  const found: string[] = []
  for (const [name, read] of Object.entries(surfaces())) {
    const record = { tags: new Set<string>(), expiresAt: null, failed: false }
    const shown = await duringVisit(visitOf(progress), () => recordResponse(record, read))
    if (textOf(shown).includes(word)) found.push(name)
  }
  return found
}

test('what is closed is nowhere: for the public, for who has said nothing of the work, and for who is not there yet', async () => {
  const { work, first, second } = ids
  expect(await foundBy('', LATER)).toEqual([])
  expect(await foundBy(`w${work}p${first}`, LATER)).toEqual([])
  expect(await foundBy(`w${work}p0`, LATER)).toEqual([])
  for (const tokens of ['', `w${work}p${first}`, `w${work}p${second}`])
    expect(await foundBy(tokens, UNKNOWN), tokens).toEqual([])
}, 60_000)

test('who is there finds it everywhere, and who has seen everything also what nobody knows the place of', async () => {
  const there = await foundBy(`w${ids.work}p${ids.second}`, LATER)
  const all = await foundBy('all', UNKNOWN)
  for (const name of [
    'page The_work',
    'fact 1',
    'file 1',
    'facts',
    'files',
    'recent changes',
    'contributions',
  ])
    expect(there, name).toContain(name)
  expect(there).toEqual(
    expect.arrayContaining([
      `search ${LATER}`,
      `suggestions ${LATER}`,
      `page The_${LATER}_page`,
      'front page',
    ]),
  )
  for (const name of ['page The_work', 'fact 2', 'file 2', `search ${UNKNOWN}`, `page The_${UNKNOWN}_page`])
    expect(all, name).toContain(name)
}, 60_000)

test('suggestions name what is closed only to accounts that may write, and only where their form asks', async () => {
  const [fan, blocked] = [await makeAccount('fan'), { ...(await makeAccount('fan')), isBlocked: true }]
  const named = async (actor: Actor, isClosedAsked: boolean) =>
    (await suggest(await suggestingScope(actor, isClosedAsked), UNKNOWN, 'page,fact')).map(({ kind }) => kind)
  for (const actor of [visitor, fan, blocked, owner]) expect(await named(actor, false)).toEqual([])
  for (const actor of [visitor, blocked]) expect(await named(actor, true)).toEqual([])
  for (const actor of [fan, owner]) expect((await named(actor, true)).sort()).toEqual(['fact', 'page'])
})

test('a fact that somebody has opened by itself is open to them, and nothing else is', async () => {
  const found = await foundBy('f1', LATER)
  expect(found).toContain('fact 1')
  expect(found.filter((name) => /file|The_canarylater/.test(name))).toEqual([])
}, 60_000)

test('a page names the places that it depends on, and expires when the next of them opens', async () => {
  const record = { tags: new Set<string>(), expiresAt: null as number | null, failed: false }
  const visit = visitOf(null)
  await duringVisit(visit, () => recordResponse(record, () => loadFact('1')))
  expect(answeredIn(visit).named).toEqual(['f1', `p${ids.second}`])
  expect([...record.tags]).toContain('places')
  expect(record.expiresAt).toBe(Date.UTC(2999, 0, 31))
})

test('it is public once its place has opened, so many days after the release as the wiki says; or never', async () => {
  const later = seasonContent('Season two', ids.work ?? 0, 2, '2 February 2020')
  const { event } = await publishNow(owner, edited('page', ids.second ?? 0, 1, later))
  expect(event).toBeGreaterThan(0)
  const found = await foundBy('', LATER)
  expect(found).toEqual(
    expect.arrayContaining([
      'page The_work',
      'fact 1',
      `search ${LATER}`,
      `page The_${LATER}_page`,
      'file 1',
      'feed recent',
      'feed facts',
    ]),
  )
  expect(await foundBy(`w${ids.work}p${ids.first}`, LATER)).toEqual([])
  await changeRows(`insert into setting (key, value) values ('spoilers_open_after_days', 'null'::jsonb)`)
  expect(await foundBy('', LATER)).toEqual([])
}, 60_000)
