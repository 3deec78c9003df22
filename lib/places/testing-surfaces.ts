import { suggest, suggestCategories, suggestingScope } from '@/lib/editing/suggest'
import { loadNumberedBacklinks, loadPageBacklinks } from '@/lib/entries/backlinks'
import { loadFact, loadFactList } from '@/lib/facts/loaders'
import { loadSpeaker, loadSpeakers } from '@/lib/facts/speakers'
import { ofOne, ofTheWiki } from '@/lib/feeds/subjects'
import { loadFile, loadFileList, loadUses } from '@/lib/files/loaders'
import { loadFrontPage } from '@/lib/front/loaders'
import { loadNumberedInfo, loadPageInfo } from '@/lib/moderation/info'
import { listNews } from '@/lib/news/list'
import { watchlistOf } from '@/lib/news/watchlist'
import { loadCategoryTree } from '@/lib/pages/category-tree'
import { loadFieldsOverview } from '@/lib/pages/fields'
import { loadLetters } from '@/lib/pages/letters'
import { loadLinkPreview } from '@/lib/pages/link-preview'
import { loadKinds, loadPagesOfKind } from '@/lib/pages/lists'
import { loadAtTitle } from '@/lib/pages/loaders'
import { loadOrphans } from '@/lib/pages/orphans'
import { loadWanted } from '@/lib/pages/wanted'
import { type AccountActor, visitor } from '@/lib/policy/actor'
import { readersScope } from '@/lib/policy/policy'
import { loadLog } from '@/lib/public-log/loaders'
import {
  loadAccountPage,
  loadComparison,
  loadNumberedHistory,
  loadPageHistory,
} from '@/lib/revisions/loaders'
import { loadPermalink } from '@/lib/revisions/permalink'
import { loadRecent, viewOf } from '@/lib/revisions/recent'
import { completionsFor } from '@/lib/search/complete'
import { searchFor } from '@/lib/search/loaders'
import { loadSearchStart } from '@/lib/search/start'
import { citationCalled } from '@/lib/sharing/cite/citation'
import { oembedOf } from '@/lib/sharing/oembed'
import { loadLinkPicture } from '@/lib/sharing/picture/link-picture'
import { sitemapPart } from '@/lib/sitemap/sitemap'
import { loadCitingEntries, loadSource, loadSourceList } from '@/lib/sources/loaders'
import { loadOutlets } from '@/lib/sources/outlets'
import { loadNumberedTalk, loadPageTalk } from '@/lib/talk/loaders'
import { loadThread } from '@/lib/talk/thread-loader'
import { loadTimeline } from '@/lib/timeline/loaders'
import { loadStrips } from '@/lib/wiki/strips'

interface World {
  owner: AccountActor
  /** The entries: `work`, `source`, each `page WORD`, `fact WORD` and `file WORD`, and their threads. */
  ids: Readonly<Record<string, number>>
  revisions: readonly number[]
  /** What stands in everything behind a gate. */
  words: readonly string[]
}

/** Everything that a reader can be shown, but what they ask to be opened, by what it is. */
export function surfacesOf({ owner, ids, revisions, words }: World): Record<string, () => Promise<unknown>> {
  const titles = ['The_work', 'Things', ...words.map((word) => `The_${word}_page`)]
  const numbered = ['1', '2', '3']
  const shared = ['page', 'fact', 'file', 'source'].flatMap((kind) => numbered.map((one) => `${kind}-${one}`))
  const of = (name: string, keys: readonly string[], read: (key: string) => Promise<unknown>) =>
    keys.map((key) => [`${name} ${key}`, () => read(key)] as const)
  return Object.fromEntries([
    ...of('page', [...titles, `the_${words[0]}_page`, `${words[0]}_pages`], loadAtTitle),
    ...of('history', titles, (title) => loadPageHistory(title, undefined)),
    ...of('links', titles, (title) => loadPageBacklinks(title, undefined, undefined)),
    ...of('information', titles, loadPageInfo),
    ...of('fact', numbered, loadFact),
    ...of('history of fact', numbered, (number) => loadNumberedHistory('fact', number, undefined)),
    ...of('links of fact', numbered, (number) => loadNumberedBacklinks('fact', number, undefined, undefined)),
    ...of('information on fact', numbered, (number) => loadNumberedInfo('fact', number)),
    ...of('talk', titles, (title) => loadPageTalk(title, undefined, undefined)),
    ...of('talk of fact', numbered, (number) => loadNumberedTalk('fact', number, undefined, undefined)),
    ...of(
      'thread',
      [
        ...words.flatMap((word) => [`thread page ${word}`, `thread fact ${word}`]),
        'thread later',
        'thread open',
      ],
      (name) => loadThread(String(ids[name]), undefined),
    ),
    ...of('file', numbered, loadFile),
    ...of('uses of file', words, (word) => loadUses(ids[`file ${word}`] ?? 0)),
    ...of('history of file', numbered, (number) => loadNumberedHistory('file', number, undefined)),
    ...of('version', revisions.map(String), (id) => loadPermalink(id, false)),
    ...of('comparison', revisions.map(String), (id) => loadComparison('0', id)),
    ...of('search', [...words, 'canarylatter', 'short'], (q) => searchFor({ q })),
    ...of('suggestions', [...words, '1', '2'], async (text) =>
      suggest(await suggestingScope(visitor, true), text, null),
    ),
    ...of(
      'suggested titles',
      words.map((word) => `The ${word} page`),
      async (text) => suggestCategories(await suggestingScope(owner, false), text),
    ),
    ...of('feed', ['recent', 'facts', 'disagreeing', 'talk'] as const, (name) =>
      ofTheWiki[name as 'recent']('https://wiki.example', viewOf({})),
    ),
    ...of('feed of fact', numbered, (number) => ofOne('fact', Number(number), 'https://wiki.example')),
    ...of(
      'feed of talk about',
      words.flatMap((word) => [`page ${word}`, `fact ${word}`]),
      (name) => ofOne('talk', ids[name] ?? 0, 'https://wiki.example'),
    ),
    ...of(
      'feed of',
      ['page', 'source', 'file', 'speaker'].flatMap((kind) => numbered.map((number) => `${kind} ${number}`)),
      (name) => {
        const [kind = '', number] = name.split(' ')
        return ofOne(kind, Number(number), 'https://wiki.example')
      },
    ),
    ...of('shared', shared, (name) => loadLinkPicture(`${name}.png`)),
    ...of('cited', shared, (name) => citationCalled(`${name}.txt`, 'A wiki', 'https://wiki.example')),
    ...of(
      'embedding',
      [...numbered.map((one) => `facts/${one}`), ...titles.map((one) => `wiki/${one}`)],
      (path) => oembedOf({ url: `https://wiki.example/${path}` }, 'A wiki', 'https://wiki.example'),
    ),
    ...of('preview', titles, loadLinkPreview),
    ...of('speaker', titles, (title) => loadSpeaker(title, undefined)),
    ...of('completions', [...words, 'it is', 'the', 'short'], completionsFor),
    ...of('sitemap', ['page-1.xml', 'fact-1.xml', 'file-1.xml'], (part) =>
      sitemapPart(part, 'https://wiki.example'),
    ),
    ['watchlist', () => watchlistOf(owner, readersScope([]), 'https://wiki.example')],
    ['news', () => listNews(owner, readersScope([]), { family: null, before: null })],
    ['comparison of the work', () => loadComparison(String(revisions[0]), String(revisions.at(-1)))],
    ['front page', () => loadFrontPage(new Date())],
    ['facts', () => loadFactList({})],
    ['files', () => loadFileList(undefined)],
    ['kinds', () => loadKinds()],
    ['pages of a kind', () => loadPagesOfKind('topic', undefined)],
    ['categories', () => loadCategoryTree(undefined)],
    ['fields', () => loadFieldsOverview(undefined)],
    ['titles', () => loadLetters({})],
    ['most wanted', () => loadWanted(undefined)],
    ['orphans', () => loadOrphans(undefined)],
    ['timeline', () => loadTimeline({})],
    ['speakers', () => loadSpeakers(undefined)],
    ['outlets', () => loadOutlets(undefined)],
    ['sources', () => loadSourceList({})],
    ['places of works', () => loadStrips()],
    ['empty search', () => loadSearchStart()],
    ['recent changes', () => loadRecent(undefined)],
    ['log', () => loadLog({})],
    ['contributions', () => loadAccountPage(String(owner.id), undefined)],
    ['source', () => loadSource('1')],
    ['what cites a source', () => loadCitingEntries(ids.source ?? 0, undefined)],
  ])
}

/**
 * It as it is sent, with its maps, without what was typed into the search field, and without a page's stored content,
 * which nothing draws. Whether a passage is closed is decided where it is drawn.
 */
export const textOf = (value: unknown): string =>
  JSON.stringify(value, (key, one) => {
    if (one?.type === 'spoiler' || (key === 'content' && one?.infobox)) return undefined
    if (key === 'query' || key === 'title') return one instanceof Object ? one : undefined
    return one instanceof Map ? [...one] : one
  }) ?? ''
