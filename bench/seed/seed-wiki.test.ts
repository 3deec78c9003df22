import postgres from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { migrateJobs } from '@/db/postgres/migrate-jobs'
import { createEmptyDatabase, readRows, type TestDatabase } from '@/db/postgres/testing'
import { edited, publishNow } from '@/lib/changesets/testing'
import { parseContent } from '@/lib/content/parse'
import { loadPageBacklinks } from '@/lib/entries/backlinks'
import { type ContentKind, kindOf } from '@/lib/kinds/registry'
import { type AtTitle, loadAtTitle } from '@/lib/pages/loaders'
import type { AccountActor } from '@/lib/policy/actor'
import { loadPageHistory } from '@/lib/revisions/loaders'
import { searchFor } from '@/lib/search/loaders'
import { refreshStandings } from '@/lib/standings/refresh-standings'
import { loadPageTalk } from '@/lib/talk/loaders'
import { loadThread } from '@/lib/talk/thread-loader'
import { holdings, inside } from '@/lib/transfer/backup/testing'
import type { Manifest } from './manifest'
import { nameOf, PEOPLE } from './people'
import { seedWiki } from './seed-wiki'
import { Shape } from './shape'
import { textOf } from './text'

const SIZE = { pages: 200, facts: 600, revisions: 800 }

let database: TestDatabase
let manifest: Manifest

const seedInto = ({ url, migrationUrl }: TestDatabase) =>
  seedWiki({ ...SIZE, databaseUrl: url, migrationUrl })

const within = <T>(work: () => Promise<T>) => {
  let result: T
  return inside(database, async () => {
    result = await work()
  }).then(() => result)
}

const segments = (path: string) => path.replace(/^\/\w+\//, '')

async function readPage(path: string) {
  const at: AtTitle = await loadAtTitle(segments(path))
  if (at.state !== 'found') throw new Error(`${path} is ${at.state}`)
  return at.page
}

describe('a made-up wiki', () => {
  beforeAll(async () => {
    process.env.AUTH_SECRET = 'a secret that is long enough for a test'
    database = await createEmptyDatabase()
    manifest = (await seedInto(database)).manifest
  })

  test('is the same when it is made again', async () => {
    const again = await createEmptyDatabase()
    expect((await seedInto(again)).manifest).toEqual(manifest)
    expect(await holdings(again)).toEqual(await holdings(database))
  })

  test('is another with another seed', () => {
    const place = { kind: 'fact', index: 7 } as const
    const saying = (seed: number) => textOf(new Shape({ ...SIZE, seed }), place, 1)
    expect(saying(1)).toEqual(saying(1))
    expect(saying(2)).not.toEqual(saying(1))
  })

  test('goes into an empty database only', async () => {
    await expect(seedInto(database)).rejects.toThrow(/not empty/)
  })

  test('says nothing that an editor could not have saved', async () => {
    const rows = await within(() =>
      readRows(`select e.kind, c.content from revision_content c
        join revision r on r.id = c.revision_id join entry e on e.id = r.entry_id`),
    )
    expect(rows).toHaveLength(manifest.allRevisions)
    for (const { kind, content } of rows) {
      const parsed = parseContent(kindOf(kind as ContentKind), content)
      expect(parsed.ok ? parsed.content : parsed).toEqual(content)
    }
  })

  test('has the standings that its facts would have been given', async () => {
    await within(async () => {
      const facts = await readRows("select id::int from entry where kind = 'fact' and deleted_at is null")
      const moved = await transaction((tx) =>
        refreshStandings(tx, { factIds: facts.map(({ id }) => Number(id)), sourceIds: [] }, 1),
      )
      expect(moved).toEqual([])
    })
  })

  test('is read by the loaders of the real one', async () => {
    await within(async () => {
      expect((await readPage(manifest.standard.path)).facts).toHaveLength(24)
      const history = await loadPageHistory(segments(manifest.longHistory.historyPath), undefined)
      expect(history.state === 'found' && history.history.lines[0]?.number).toBe(manifest.longHistory.head)
      const links = await loadPageBacklinks(segments(manifest.mostLinked.path), 'mentions', undefined)
      expect(links.state === 'found' && links.list.groups[0]?.links.length).toBe(100)
      for (const { path } of manifest.samples.page.slice(0, 40)) await readPage(path)
      const [title = ''] = manifest.words.titles
      expect((await searchFor({ q: title })).hits[0]?.label).toBe(title)
    })
  })

  test('is talked about: one long thread, a page with many, some comments held and some withheld', async () => {
    await within(async () => {
      const { talk } = manifest
      const [counted] =
        await readRows(`select count(*)::int as comments, count(distinct thread_id)::int as threads,
        count(*) filter (where state = 'held')::int as held, count(withheld)::int as withheld from comment`)
      expect(counted).toMatchObject({ comments: talk?.comments, threads: talk?.threads })
      expect(Number(counted?.comments) / SIZE.revisions).toBeCloseTo(1, 1)
      expect([counted?.held, counted?.withheld]).not.toContain(0)
      // As the operations would have counted them.
      expect(
        await readRows(`select t.id from thread t join (select thread_id, max(number) as last,
            count(*) filter (where state = 'shown') as shown, max(id) filter (where state = 'shown') as last_id
          from comment group by thread_id) said on said.thread_id = t.id
          where (comments, last_number, t.last_id) is distinct from (said.shown, said.last, said.last_id)`),
      ).toEqual([])
      for (const from of [1, 51]) {
        const at = await loadThread(String(talk?.longest.id), from === 1 ? undefined : String(from))
        expect(at.state === 'found' && at.view.newest).toBe(
          `/threads/1?from=${(talk?.longest.comments ?? 0) - 49}`,
        )
        expect(at.state === 'found' && at.view.comments.length).toBeGreaterThan(45)
      }
      const list = await loadPageTalk(segments(manifest.longHistory.path), undefined, 'open')
      expect(list.state === 'found' && list.talk.threads.length).toBeGreaterThan(0)
    })
  })

  test('goes on as the real one does: an edit is published, with the next of every number', async () => {
    await within(async () => {
      const moderator: AccountActor = {
        ...{ kind: 'account', id: PEOPLE.firstModerator, name: nameOf(PEOPLE.firstModerator).name },
        ...{ role: 'moderator', isBlocked: false },
      }
      await makeJobs()
      const { standard } = manifest
      const [{ content } = {}] = await readRows(
        `select content from revision_content where revision_id = ${standard.lastRevision}`,
      )
      const changed = { ...(content as object), lead: { type: 'doc', content: [] } }
      const { entries } = await publishNow(moderator, edited('page', standard.id, standard.head, changed))
      expect(entries[0]?.revisionId).toBe(manifest.allRevisions + 1)
      expect((await readPage(standard.path)).lead).toEqual([])
    })
  })
})

/** The schema of the jobs, which a wiki makes when it is prepared to be served. */
async function makeJobs(): Promise<void> {
  const { url: applicationUrl, migrationUrl, workerUrl } = database
  const owner = postgres(migrationUrl, { max: 1, onnotice: () => {} })
  await migrateJobs(owner, { migrationUrl, applicationUrl, workerUrl })
  await owner.end()
}
