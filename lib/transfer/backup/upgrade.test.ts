import { resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readSnapshot } from '@/db/backup/snapshot'
import { countJobs } from '@/db/jobs/jobs'
import { primary, transaction } from '@/db/postgres/client'
import { migrateDatabase } from '@/db/postgres/migrate'
import { currentSchema } from '@/db/postgres/migrations'
import { WORKER_ROLE } from '@/db/postgres/roles'
import {
  createEmptyDatabase,
  createTestDatabase,
  readJobs,
  readRows,
  type TestDatabase,
} from '@/db/postgres/testing'
import { checkSignIn } from '@/lib/accounts/sign-in'
import { edited, newKey, pageContent, publishNow } from '@/lib/changesets/testing'
import { enqueue } from '@/lib/jobs/enqueue'
import { loadAtTitle } from '@/lib/pages/loaders'
import type { AccountActor } from '@/lib/policy/actor'
import { visitor } from '@/lib/policy/actor'
import { catchUpGates } from '@/lib/publishing/catch-up-gates'
import { catchUpTitleLinks } from '@/lib/publishing/catch-up-title-links'
import { accept } from '@/lib/review/accept'
import { loadPageHistory } from '@/lib/revisions/loaders'
import { doJobs } from '@/lib/worker/testing'
import { digestOf } from './digest'
import type { Contents } from './format'
import { nowhere } from './objects'
import { readBackup } from './read'
import { restoreBackup } from './restore'
import { asTarget, holdings, inside } from './testing'

/**
 * A wiki made by the first release (schema 0003): the seed; "The rugby pitch" in five revisions, the second withheld,
 * the fourth reverted; a fact about it; one edit waiting, one declined, one accepted; a block; a report; a session;
 * and Tara, whose password is below.
 */
const FIXTURE = resolve('lib/transfer/backup/fixtures/release-at-0003.gz')

let upgraded: TestDatabase
let written: Contents
beforeAll(async () => {
  await createTestDatabase()
  upgraded = await createEmptyDatabase()
  written = await restoreBackup(FIXTURE, asTarget(upgraded), nowhere)
})

test('the previous release’s wiki is brought to this release’s schema, and starting once more changes nothing', async () => {
  expect(written.header.schema.name).toBe('0003_list_indexes')
  const before = await holdings(upgraded)
  await migrateDatabase(asTarget(upgraded))
  expect(await holdings(upgraded)).toEqual(before)
  await readSnapshot(upgraded.migrationUrl, async ({ schema }) => expect(schema).toEqual(currentSchema))
})

/** Events are of the moment, and those of older releases name titles by their words. */
const EMPTIED = ['cache_event']

/** The gates of facts stand beside their entries now. */
const MOVED = ['fact_facet']

/** Nothing was ever written into these before they were made anew. */
const REMADE = ['notification', 'watch']

test('no event of before tells the words of a title', async () => {
  expect(written.tables).toContainEqual(
    expect.objectContaining({ end: 'cache_event', rows: expect.any(Number) }),
  )
  await inside(upgraded, async () => expect(await readRows('select 1 from cache_event')).toEqual([]))
})

test('every value of every row is what it was', async () => {
  const columns = new Map<string, string[]>()
  for await (const part of readBackup(FIXTURE)) {
    if (part.kind === 'table') columns.set(part.table.table, part.table.columns)
  }
  await readSnapshot(upgraded.migrationUrl, async ({ tables, rows }) => {
    for (const { end, rows: count, sha256 } of written.tables) {
      if ([...EMPTIED, ...MOVED].includes(end)) continue
      if (REMADE.includes(end)) {
        expect(count, end).toBe(0)
        continue
      }
      const table = tables.find(({ name }) => name === end)
      expect(table, end).toBeDefined()
      if (table) {
        const found = await digestOf(rows({ ...table, columns: columns.get(end) ?? [] }))
        expect({ table: end, ...found }).toEqual({ table: end, rows: count, sha256 })
      }
    }
  })
})

test('a fact’s gate stands beside its entry, which has its own words, and search has them, once that is made up for', async () => {
  await inside(upgraded, async () => {
    const gated = () =>
      readRows(`select e.label, p.label as place, s.text from entry e join entry p on p.id = e.gate_page_id
        left join search_row s on s.entry_id = e.id where e.gate_kind = 'place'`)
    const [before] = await gated()
    expect(before).toMatchObject({ place: expect.stringContaining('season'), text: null })
    await catchUpGates()
    const [after] = await gated()
    expect(after?.label).not.toBe(before?.label)
    expect(after?.text).toContain(after?.label)
  })
})

test('what this release derives from its texts is derived once, whatever titles they link to', async () => {
  await inside(upgraded, async () => {
    const entries = await readRows('select max(id)::int as last from entry')
    await catchUpTitleLinks(7)
    const done = await readRows('select name, through_id::int, is_done from derivation')
    expect(done).toContainEqual({ name: 'links by title', through_id: entries[0]?.last, is_done: true })
    await catchUpTitleLinks(7)
    expect(await readRows('select name, through_id::int, is_done from derivation')).toEqual(done)
  })
})

test('jobs can be queued, by a role that owns them and nothing else', async () => {
  await inside(upgraded, async () => {
    await transaction(async (tx) => enqueue(tx, 'send-mail', { mailId: 1 }))
    expect(await countJobs(primary())).toMatchObject([{ task: 'send-mail', queued: 1 }])
    const [owner] = await readJobs(`select current_user as name, pg_get_userbyid(nspowner) as of_jobs
      from pg_namespace where nspname = 'jobs'`)
    expect(owner).toEqual({ name: WORKER_ROLE, of_jobs: WORKER_ROLE })
    await doJobs()
    expect(await countJobs(primary())).toEqual([])
  })
})

test('it reads the same, keeps hidden what was hidden, knows its people, and goes on', async () => {
  await inside(upgraded, async () => {
    const at = await loadAtTitle('The_rugby_pitch')
    expect(at).toMatchObject({ state: 'found', page: { title: 'The rugby pitch' } })
    expect(JSON.stringify(at)).toContain('Muddy again.')
    expect(JSON.stringify(at)).toContain('The mud was real.')
    const history = await loadPageHistory('The_rugby_pitch', undefined)
    expect(JSON.stringify(history)).not.toContain('home address')
    expect(
      await checkSignIn(visitor, { name: 'Tara', password: 'a lamp in a blue window' }, { network: null }),
    ).toMatchObject({
      ok: true,
    })

    const [person] = await readRows(`select id::int, name from account where name = 'moderator 3'`)
    const moderator = { kind: 'account', role: 'moderator', isBlocked: false, ...person } as AccountActor
    const [waiting] = await readRows(`select id::int from submission where state = 'waiting'`)
    const round = { submissionId: Number(waiting?.id), roundNumber: 1, key: newKey() }
    expect(await accept(moderator, round)).toMatchObject({ ok: true })
    const [page] = await readRows(`select entry_id::int as id from title where key = 'the rugby pitch'`)
    const next = edited(
      'page',
      Number(page?.id),
      6,
      pageContent('The rugby pitch', { p: 'Dry.' }, { kind: 'theme' }),
    )
    expect((await publishNow(moderator, next)).entries).toHaveLength(1)
    const [told] = await readRows(
      `select count(*)::int from audit_record where is_public and act = 'account.block'`,
    )
    expect(told?.count).toBe(1)
  })
})
