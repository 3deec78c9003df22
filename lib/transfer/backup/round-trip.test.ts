import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NotEmptyError } from '@/db/backup/empty-database'
import { NoWikiError } from '@/db/backup/snapshot'
import { migrateDatabase } from '@/db/postgres/migrate'
import {
  changeRows,
  createEmptyDatabase,
  createTestDatabase,
  readRows,
  type TestDatabase,
} from '@/db/postgres/testing'
import {
  added,
  edited,
  holdBack,
  makeAccount,
  pageContent,
  publishNew,
  publishNow,
  send,
} from '@/lib/changesets/testing'
import { loadAtTitle } from '@/lib/pages/loaders'
import { seedWiki } from '@/lib/transfer/seed'
import { BackupError } from './backup-error'
import { nowhere } from './objects'
import { restoreBackup } from './restore'
import { asTarget, holdings, inside, openTestStore } from './testing'
import { writeBackup } from './write'

const folder = mkdtempSync(join(tmpdir(), 'loreleaf-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'wiki.backup.gz')

/** Words that would break a format which takes them for its own. */
const HOSTILE = 'a\\.\n\\.\n\t\\N\u2028 {"end":true}\n"quoted" \u{1f342} end\\'

const THEME = { kind: 'theme' }

const store = openTestStore()
const elsewhere = openTestStore()
let wiki: TestDatabase
let page: number
let restored: TestDatabase
beforeAll(async () => {
  wiki = await createTestDatabase()
  await seedWiki({ store })
  const moderator = await makeAccount('moderator')
  const fan = await makeAccount('fan')
  page = await publishNew(moderator, 'page', pageContent('Nick Nelson’s jumper', { p: HOSTILE }, THEME))
  await publishNow(
    moderator,
    edited('page', page, 1, pageContent('Nick Nelson’s jumper', { p: 'Warm.' }, THEME)),
  )
  await holdBack(fan, added('page', pageContent('Nellie', { p: HOSTILE }, THEME)))
  await changeRows(`insert into withholding (entry_id, from_number, to_number, part, strength, reason, by_id)
    values (${page}, 1, 1, 'text', 'erased', E'tab\\there', ${moderator.id})`)
  await changeRows(`select erase_contents(${page}, 1, 1)`)
  await changeRows(`insert into session (id, account_id, expires_at) values ('s', ${fan.id}, now())`)
  await writeBackup(wiki.migrationUrl, store, file)
  restored = await createEmptyDatabase()
})

test('what is restored into an empty database is everything that was there, table by table', async () => {
  const { header, tables } = await restoreBackup(file, asTarget(restored), elsewhere)
  expect(header).toMatchObject({ wiki: 'Heartstopper Wiki' })
  expect(tables.find(({ end }) => end === 'revision')?.rows).toBe(274)
  expect(await holdings(restored)).toEqual(await holdings(wiki))
})

test('a restored wiki reads the same, goes on counting where it was, and guards what it guarded', async () => {
  const address = 'Heartstopper_(TV_series)'
  const before = await loadAtTitle(address)
  await inside(restored, async () => {
    await migrateDatabase(asTarget(restored))
    expect(JSON.stringify(await loadAtTitle(address))).toBe(JSON.stringify(before))
    const [search] = await readRows(
      `select count(*)::int from search_row where vector @@ to_tsquery('english', 'warm')`,
    )
    expect(search?.count).toBeGreaterThan(0)
    const moderator = await makeAccount('moderator')
    const next = await publishNow(
      moderator,
      edited('page', page, 2, pageContent('Nick Nelson’s jumper', { p: 'Blue.' }, THEME)),
    )
    expect(next.entries).toHaveLength(1)
    await expect(changeRows('delete from revision')).rejects.toThrow('what is published stays')
    await expect(readRows('delete from audit_record')).rejects.toThrow('permission denied')
    const headless = `insert into entry (kind, number, label) values ('page', 9999, 'x')`
    await expect(changeRows(headless)).rejects.toThrow('has no published revision')
    const orphan = `insert into session (id, account_id, expires_at) values ('o', 999999, now())`
    await expect(changeRows(orphan)).rejects.toThrow('session_account_id_account_id_fk')
  })
})

test('a backup made while people write holds one moment: nothing of a text without its revision', async () => {
  const moderator = await makeAccount('moderator')
  let isWriting = true
  const writing = (async () => {
    for (let number = 1; isWriting; number += 1) {
      await send(moderator, added('page', pageContent(`Leaf ${number}`, { p: 'Green.' }, THEME)))
    }
  })()
  const living = join(folder, 'living.backup.gz')
  await writeBackup(wiki.migrationUrl, store, living)
  isWriting = false
  await writing
  // Every reference and every head is checked by the database before the restore is done.
  await restoreBackup(living, asTarget(await createEmptyDatabase()), nowhere)
})

test('nothing is overwritten, and only its owner can read a backup', async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await expect(writeBackup(wiki.migrationUrl, store, file)).rejects.toThrow(`${file} exists already`)
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
})

test('a database that holds anything is not restored into', async () => {
  const before = await holdings(wiki)
  await expect(restoreBackup(file, asTarget(wiki), nowhere)).rejects.toThrow(NotEmptyError)
  expect(await holdings(wiki)).toEqual(before)
})

test('a database without a wiki is not backed up', async () => {
  const empty = await createEmptyDatabase()
  const nothing = join(folder, 'nothing.backup.gz')
  await expect(writeBackup(empty.migrationUrl, store, nothing)).rejects.toThrow(NoWikiError)
  expect(readdirSync(folder)).not.toContain('nothing.backup.gz')
})

test('a file that is not there is a sentence', async () => {
  const missing = restoreBackup(join(folder, 'none'), asTarget(await createEmptyDatabase()), nowhere)
  await expect(missing).rejects.toThrow(BackupError)
})
