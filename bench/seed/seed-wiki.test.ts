import { beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '@/db/client'
import { createEmptyDatabase, readRows, type TestDatabase } from '@/db/testing'
import type { ContentKind } from '@/lib/content/content'
import { parseContent } from '@/lib/content/parse'
import { loadPageBacklinks } from '@/lib/entries/backlinks'
import { refreshStandings } from '@/lib/facts/refresh-standings'
import { type AtTitle, loadAtTitle } from '@/lib/pages/loaders'
import type { AccountActor } from '@/lib/policy/actor'
import { loadPageHistory } from '@/lib/revisions/loaders'
import { searchFor } from '@/lib/search/loaders'
import { edited, publishNow } from '@/lib/submissions/testing'
import { holdings, inside } from '@/lib/transfer/backup/testing'
import type { Manifest } from './manifest'
import { nameOf, PEOPLE } from './people'
import { seedWiki } from './seed-wiki'

const SIZE = { pages: 200, facts: 1_000, revisions: 2_000 }

let database: TestDatabase
let manifest: Manifest

const seedInto = ({ url, migrationUrl }: TestDatabase, seed = 1) =>
  seedWiki({ ...SIZE, seed, databaseUrl: url, migrationUrl })

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
    database = await createEmptyDatabase()
    manifest = (await seedInto(database)).manifest
  })

  test('is the same when it is made again, and another with another seed', async () => {
    const [again, other] = [await createEmptyDatabase(), await createEmptyDatabase()]
    const made = await seedInto(again)
    await seedInto(other, 2)
    expect(made.manifest).toEqual(manifest)
    const before = await holdings(database)
    expect(await holdings(again)).toEqual(before)
    expect((await holdings(other)).revision_content).not.toEqual(before.revision_content)
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
      const parsed = parseContent(kind as ContentKind, content)
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
      expect(links.state === 'found' && links.backlinks.next).toBeTruthy()
      for (const { path } of manifest.samples.page) await readPage(path)
      const [title = ''] = manifest.words.titles
      expect((await searchFor(title)).hits[0]?.label).toBe(title)
    })
  })

  test('goes on as the real one does: an edit is published, with the next of every number', async () => {
    await within(async () => {
      const moderator: AccountActor = {
        ...{ kind: 'account', id: PEOPLE.firstModerator, name: nameOf(PEOPLE.firstModerator).name },
        ...{ role: 'moderator', isBlocked: false },
      }
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
