import { readdirSync } from 'node:fs'
import { beforeAll, expect, test, vi } from 'vitest'
import { recordResponse } from '@/lib/cache/dependencies'
import { openTestWiki } from '@/lib/changesets/testing'
import { loadNumberedBacklinks, loadPageBacklinks } from '@/lib/entries/backlinks'
import { loadFact, loadFactList, loadOpenFact } from '@/lib/facts/loaders'
import { loadOpenCard } from '@/lib/facts/open-card'
import { loadSpeaker, loadSpeakers } from '@/lib/facts/speakers'
import { loadFile, loadFileList, loadUses } from '@/lib/files/loaders'
import { loadFrontPage } from '@/lib/front/loaders'
import { loadNumberedInfo, loadPageInfo } from '@/lib/moderation/info'
import { loadCategoryTree } from '@/lib/pages/category-tree'
import { loadFieldsOverview } from '@/lib/pages/fields'
import { loadLetters } from '@/lib/pages/letters'
import { loadLinkPreview } from '@/lib/pages/link-preview'
import { loadKinds, loadPagesOfKind } from '@/lib/pages/lists'
import { loadAtTitle } from '@/lib/pages/loaders'
import { loadOrphans } from '@/lib/pages/orphans'
import { loadPassage } from '@/lib/pages/passage'
import { loadWanted } from '@/lib/pages/wanted'
import { loadOpenings } from '@/lib/places/loaders'
import { loadLog } from '@/lib/public-log/loaders'
import {
  loadAccountPage,
  loadComparison,
  loadNumberedHistory,
  loadPageHistory,
} from '@/lib/revisions/loaders'
import { loadPermalink } from '@/lib/revisions/permalink'
import { loadRecent } from '@/lib/revisions/recent'
import { routeAt } from '@/lib/routes/at-path'
import { loadCitingEntries, loadSource, loadSourceList } from '@/lib/sources/loaders'
import { loadOutlets } from '@/lib/sources/outlets'
import { loadNumberedTalk, loadPageTalk } from '@/lib/talk/loaders'
import { loadPersonsWords } from '@/lib/talk/own-words/shown'
import { loadThread } from '@/lib/talk/thread-loader'
import { loadTimeline } from '@/lib/timeline/loaders'
import { loadStrips } from '@/lib/wiki/strips'
import { loadSite } from './site'
import { makeTopic, type Topic } from './testing'

await openTestWiki()

/** Every statement that is sent, as it is sent; and how many after one another were answered before the last of them. */
const { sent, rounds } = vi.hoisted(() => ({ sent: [] as string[], rounds: { begun: 0, answered: 0 } }))
vi.mock('postgres', async (load) => {
  const { default: connect } = await load<{ default: typeof import('postgres') }>()
  const watched = (url: string, options: object) => {
    const client = connect(url, { ...options, debug: (_: number, statement: string) => sent.push(statement) })
    const { unsafe } = client
    const counting = (...asked: Parameters<typeof unsafe>) => {
      const round = rounds.answered + 1
      rounds.begun = Math.max(rounds.begun, round)
      const statement = unsafe(...asked)
      statement.then(
        () => {
          rounds.answered = Math.max(rounds.answered, round)
        },
        () => {},
      )
      return statement
    }
    return Object.assign(client, { unsafe: counting })
  }
  return { default: Object.assign(watched, connect) }
})

const source = async (segment: string) => {
  const view = await loadSource(segment)
  return view && loadCitingEntries(view.id, undefined)
}

const file = async (segment: string) => {
  const view = await loadFile(segment)
  return view && 'id' in view && loadUses(view.id)
}

/**
 * Every shared page that reads, and how many statements it may take at most, those for the settings and for what
 * stands open among them.
 */
const pages: Record<string, { most: number; read: (of: Topic) => Promise<unknown> }> = {
  '/': { most: 18, read: () => loadFrontPage(new Date()) },
  '/wiki/[...title]': { most: 13, read: (of) => loadAtTitle(of.title) },
  '/history/[...title]': { most: 6, read: (of) => loadPageHistory(of.title, undefined) },
  '/links/[...title]': { most: 7, read: (of) => loadPageBacklinks(of.title, undefined, undefined) },
  '/info/[...title]': { most: 12, read: (of) => loadPageInfo(of.title) },
  '/talk/[...title]': { most: 9, read: (of) => loadPageTalk(of.title, undefined, undefined) },
  '/threads/[id]': { most: 12, read: (of) => loadThread(of.thread, undefined) },
  '/previews/[...title]': { most: 6, read: (of) => loadLinkPreview(of.title) },
  '/categories': { most: 4, read: () => loadCategoryTree(undefined) },
  '/orphans': { most: 4, read: () => loadOrphans(undefined) },
  '/outlets': { most: 3, read: () => loadOutlets(undefined) },
  '/speakers': { most: 3, read: () => loadSpeakers(undefined) },
  '/speakers/[...title]': { most: 8, read: (of) => loadSpeaker(of.speaker, undefined) },
  '/timeline': { most: 6, read: () => loadTimeline({}) },
  '/titles': { most: 4, read: () => loadLetters({}) },
  '/wanted': { most: 4, read: () => loadWanted(undefined) },
  '/facts': { most: 7, read: () => loadFactList({}) },
  '/facts/[number]': { most: 6, read: (of) => loadFact(of.fact) },
  '/facts/[number]/history': { most: 7, read: (of) => loadNumberedHistory('fact', of.fact, undefined) },
  '/facts/[number]/links': {
    most: 7,
    read: (of) => loadNumberedBacklinks('fact', of.fact, undefined, undefined),
  },
  '/facts/[number]/talk': {
    most: 9,
    read: (of) => loadNumberedTalk('fact', of.fact, undefined, undefined),
  },
  '/facts/[number]/info': { most: 12, read: (of) => loadNumberedInfo('fact', of.fact) },
  '/sources': { most: 3, read: () => loadSourceList({}) },
  '/sources/[number]': { most: 7, read: (of) => source(of.source) },
  '/sources/[number]/history': { most: 7, read: (of) => loadNumberedHistory('source', of.source, undefined) },
  '/sources/[number]/links': {
    most: 7,
    read: (of) => loadNumberedBacklinks('source', of.source, undefined, undefined),
  },
  '/sources/[number]/talk': {
    most: 9,
    read: (of) => loadNumberedTalk('source', of.source, undefined, undefined),
  },
  '/sources/[number]/info': { most: 12, read: (of) => loadNumberedInfo('source', of.source) },
  '/fields': { most: 6, read: () => loadFieldsOverview(undefined) },
  '/files': { most: 4, read: () => loadFileList(undefined) },
  '/files/[number]': { most: 6, read: (of) => file(of.file) },
  '/files/[number]/history': { most: 6, read: (of) => loadNumberedHistory('file', of.file, undefined) },
  '/files/[number]/links': {
    most: 7,
    read: (of) => loadNumberedBacklinks('file', of.file, undefined, undefined),
  },
  '/files/[number]/talk': {
    most: 9,
    read: (of) => loadNumberedTalk('file', of.file, undefined, undefined),
  },
  '/files/[number]/info': { most: 12, read: (of) => loadNumberedInfo('file', of.file) },
  '/diff/[older]/[newer]': { most: 9, read: (of) => loadComparison(of.revisionBefore, of.revision) },
  '/pages': { most: 5, read: () => loadKinds() },
  '/pages/[kind]': { most: 7, read: () => loadPagesOfKind('topic', undefined) },
  '/progress/places': { most: 4, read: () => loadStrips() },
  '/recent': { most: 3, read: () => loadRecent(undefined) },
  '/log': { most: 3, read: () => loadLog({}) },
  '/accounts/[id]': {
    most: 6,
    read: (of) => Promise.all([loadAccountPage(of.author, undefined), loadPersonsWords(of.author)]),
  },
  '/revisions/[id]': { most: 18, read: (of) => loadPermalink(of.revision, false) },
  '/open/facts/[number]': { most: 6, read: (of) => loadOpenFact(of.fact) },
  '/open/cards/[revision]': { most: 6, read: (of) => loadOpenCard(of.factRevision) },
  '/open/passages/[entry]/[block]': { most: 5, read: (of) => loadPassage(of.entry, 'passage') },
  '/open/revisions/[id]': { most: 18, read: (of) => loadPermalink(of.revision, true) },
  '/open/diff/[older]/[newer]': {
    most: 8,
    read: (of) => loadComparison(of.revisionBefore, of.revision, true),
  },
}

let small: Topic
let large: Topic

beforeAll(async () => {
  small = await makeTopic('Small', { facts: 2, sources: 1, links: 1, revisions: 2 })
  large = await makeTopic('Large', { facts: 200, sources: 50, links: 50, revisions: 60 })
  // All places are read by the first page, and remembered.
  await loadOpenings()
}, 120_000)

/** What a render of a page sends; the layout asks for the settings, and nearly all pages for what stands open. */
async function statementsOf(read: (of: Topic) => Promise<unknown>, of: Topic): Promise<string[]> {
  sent.length = 0
  Object.assign(rounds, { begun: 0, answered: 0 })
  const record = { tags: new Set<string>(), expiresAt: null, failed: false }
  const [, found] = await recordResponse(record, () => Promise.all([loadSite(), read(of)]))
  expect(found).not.toBeNull()
  expect(found).not.toMatchObject({ state: 'missing' })
  return sent.filter((statement) => !statement.includes('pg_catalog'))
}

test.each(Object.entries(pages))('%s asks as often for much as for little', async (_, { most, read }) => {
  const [little, much] = [await statementsOf(read, small), await statementsOf(read, large)]
  expect(much.length).toBe(little.length)
  expect(much.length, much.join('\n')).toBeLessThanOrEqual(most)
})

test('a page is read in three rounds: with no pictures, its statements wait for the database three times one after another', async () => {
  await statementsOf((of) => loadAtTitle(of.title), large)
  expect(rounds.begun).toBeLessThanOrEqual(3)
})

test.each(Object.entries(pages))('%s parses no text twice', async (_, { read }) => {
  const parsed: string[] = []
  const parse = JSON.parse
  const spy = vi.spyOn(JSON, 'parse').mockImplementation((text, reviver) => {
    parsed.push(text)
    return parse(text, reviver)
  })
  await statementsOf(read, large).finally(() => spy.mockRestore())
  const documents = parsed.filter((text) => text.includes('"citations"') || text.includes('"lead"'))
  expect(new Set(documents).size).toBe(documents.length)
})

test('a page as such is parsed once, with each of its facts', async () => {
  const spy = vi.spyOn(JSON, 'parse')
  await loadAtTitle(large.title)
  const documents = spy.mock.calls.filter(([text]) => text.includes('"citations"') || text.includes('"lead"'))
  spy.mockRestore()
  expect(documents).toHaveLength(201)
})

/** A statement's text is the same however much it asks for: so it can be planned once. */
test('a page with 200 facts sends the very statements that one with 2 sends', async () => {
  const read = (of: Topic) => loadAtTitle(of.title)
  const [little, much] = [await statementsOf(read, small), await statementsOf(read, large)]
  expect(much.toSorted()).toEqual(little.toSorted())
})

test('every shared page is among these', () => {
  const shared = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => file.replace(/\/?page\.tsx$/, ''))
    .map((route) => `/${route}`)
    .filter((route) => routeAt(route)?.route.reading === 'shared')
  expect(Object.keys(pages)).toEqual(expect.arrayContaining(shared))
})
