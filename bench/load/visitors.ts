import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { BUILT_FILES } from '@/lib/framework/addresses'
import { ask, GZIP } from '../answer'
import { makeCold, pagesOf } from '../wiki/cold'
import { type Draft, saveByAction, writePage } from '../wiki/edit'
import { newPerson, type Person } from '../wiki/people'
import { type BenchWiki, HOT_PAGE } from '../wiki/run'

type Errand = () => Promise<number | undefined>

/**
 * Visitors of all kinds, each with a pause between requests, until they are stopped: readers of one page, of pages that
 * have just changed, of many addresses; people who search, who edit, who are signed in; invalid requests.
 */
export async function startVisitors(wiki: BenchWiki) {
  const people = await Promise.all(Array.from({ length: 30 }, newPerson))
  const pages = await pagesOf(wiki)
  const drafts = await Promise.all(
    people.slice(0, 4).map((person, at) => writePage(person, `Soaked page ${at}`)),
  )
  const get = async (path: string, headers = {}) =>
    (await ask(`${wiki.address}${path}`, { headers: { ...GZIP, ...headers } })).status
  const anyOf = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T

  const errands: Record<string, { pause: number; errand: Errand; together?: number }> = {
    hot: { pause: 2, together: 4, errand: () => get(HOT_PAGE) },
    cold: {
      pause: 100,
      errand: async () => {
        const page = anyOf(pages)
        await makeCold(page)
        return get(page.path)
      },
    },
    many: { pause: 20, together: 2, errand: () => get(anyOf(manyPaths(pages))) },
    search: { pause: 200, errand: () => get(`/search?q=${anyOf(WORDS)}+${randomInt(1_000)}`) },
    edit: { pause: 500, errand: () => edit(wiki, anyOf(people), drafts) },
    'signed in': { pause: 100, errand: () => get(anyOf(OF_ONES_OWN), anyOf(people).headers) },
    nonsense: { pause: 50, errand: () => get(anyOf(NONSENSE)()) },
  }

  let isOver = false
  const counts: Record<string, number> = {}
  let broken = 0
  const run = async (name: string, { pause, errand }: { pause: number; errand: Errand }) => {
    while (!isOver) {
      const status = await errand().catch(() => 599)
      counts[name] = (counts[name] ?? 0) + 1
      if ((status ?? 200) >= 500) broken += 1
      await sleep(pause)
    }
  }
  const all = Promise.all(
    Object.entries(errands).flatMap(([name, { together = 1, ...rest }]) =>
      Array.from({ length: together }, () => run(name, rest)),
    ),
  )
  const said = () =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')
  return {
    /** How often each kind of request was made so far, in words. */
    said,
    /** Lets all of them finish; gives what was requested, and how many responses were server errors. */
    async leave() {
      isOver = true
      await all
      return { asked: said(), broken }
    },
  }
}

const WORDS = ['kit', 'joe', 'netflix', 'filming', 'casting', 'nothing', 'series']
const OF_ONES_OWN = [
  '/api/me',
  '/submissions',
  '/review',
  '/account',
  '/edit/Joe_Locke',
  '/new/fact',
  '/moderation',
]

/** Pages, their histories, facts, sources, lists: far more addresses than pages. */
const manyPaths = (pages: readonly { path: string }[]): string[] => {
  const { path = '/' } = pages[randomInt(pages.length)] ?? {}
  const name = path.slice('/wiki'.length)
  return [
    path,
    `/history${name}?before=${randomInt(10_000)}`,
    `/links${name}`,
    `/info${name}`,
    `/facts/${randomInt(1, 60)}`,
    `/sources/${randomInt(1, 120)}`,
    `/revisions/${randomInt(1, 300)}`,
    `/recent?before=${randomInt(1, 10_000)}`,
    '/pages/person',
  ]
}

const NONSENSE = [
  () => `/wiki/${randomUUID()}`,
  () => '/wiki/%2e%2e/private',
  () => '/wiki/%ff',
  () => `/${'a'.repeat(3_000)}`,
  () => `/wiki/Joe_Locke?utm=${randomUUID()}`,
  () => `${BUILT_FILES}none.js`,
]

/** An edit of one of a few pages; a conflict is an answer as well. */
async function edit(wiki: BenchWiki, person: Person, drafts: Draft[]): Promise<undefined> {
  const at = randomInt(drafts.length)
  const draft = drafts[at]
  if (draft) drafts[at] = (await saveByAction(wiki, person, draft, randomUUID())).draft
}
