import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@/db/postgres/testing'
import { makeAccount, pageContent, prepareWiki, publishNew } from '@/lib/changesets/testing'
import { BackupError } from './backup-error'
import { createDigest } from './digest'
import { restoreBackup } from './restore'
import { asTarget, openTestStore, storePicture } from './testing'
import { verifyBackup } from './verify'
import { writeBackup } from './write'

const folder = mkdtempSync(join(tmpdir(), 'loreleaf-damaged-'))
afterAll(() => rmSync(folder, { recursive: true }))
const whole = join(folder, 'whole.backup.gz')
const damaged = join(folder, 'damaged.backup.gz')

const [store, elsewhere] = [openTestStore(), openTestStore()]
let empty: TestDatabase
let bytes: Buffer
let text: string
beforeAll(async () => {
  const wiki = await createTestDatabase()
  await prepareWiki()
  const moderator = await makeAccount('moderator')
  await publishNew(moderator, 'page', pageContent('Truham', { p: 'A school.' }))
  for (const picture of ['one {"end":true}\n\\.\n', 'another'])
    await storePicture(store, Buffer.from(picture), moderator.id)
  await writeBackup(wiki.migrationUrl, store, whole)
  bytes = readFileSync(whole)
  text = gunzipSync(bytes).toString()
  empty = await createEmptyDatabase()
})

async function refusal(content: Buffer | string): Promise<string> {
  writeFileSync(damaged, typeof content === 'string' ? gzipSync(content) : content)
  const error = await restoreBackup(damaged, asTarget(empty), elsewhere).catch((error) => error)
  expect(error).toBeInstanceOf(BackupError)
  return error.message
}

test('a file cut short anywhere is refused, and the database stays empty', async () => {
  const lengths = [
    1,
    5,
    9,
    10,
    11,
    20,
    200,
    ...Array.from({ length: 60 }, (_, n) => Math.floor((bytes.length * n) / 60)),
  ]
  for (const length of [...lengths.slice(0), bytes.length - 9, bytes.length - 8, bytes.length - 1].filter(
    Boolean,
  )) {
    expect(await refusal(bytes.subarray(0, length))).toContain('cut short')
  }
  expect(await refusal(Buffer.alloc(0))).toMatch(/cut short|no backup/)
  expect(await tablesOf(empty)).toBe(0)
})

test('so is one that was cut before it was packed', async () => {
  const lines = text.split('\n')
  for (let kept = 1; kept < lines.length - 1; kept += 7) {
    expect(await refusal(`${lines.slice(0, kept).join('\n')}\n`)).toMatch(/cut short/)
  }
})

test('no flipped bit goes unnoticed', async () => {
  // What comes before are gzip's own fields, which say nothing of the contents; nor do the bits that are left over in the
  // last byte of what is packed, before the checksum and the length.
  const last = bytes.length - 9
  for (let at = 10; at < bytes.length; at += 13) {
    if (at === last) continue
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at)
    // The first line is read, and may make no sense, before the checksum behind all of it has come.
    expect(await refusal(flipped)).toMatch(/damaged|cut short|another release|no backup|no sense/)
  }
  expect(await tablesOf(empty)).toBe(0)
})

test('nor does one whose file was packed again', async () => {
  for (let at = text.indexOf('\n') + 1; at < text.length - 1; at += 211) {
    const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
    expect(await refusal(changed)).toMatch(/damaged|cut short/)
  }
})

test.each<[string, (text: string) => string, RegExp]>([
  ['another file', () => 'Dear diary\n', /no sense|no backup/],
  ['other JSON', () => '{"name":"loreleaf"}\n', /no backup of Loreleaf/],
  ['a newer format', (text) => text.replace('"format":2', '"format":3'), /another release/],
  ['a newer schema', (text) => text.replace(/"name":"0\d+_\w+"/, '"name":"9999_future"'), /another release/],
  ['a picture that is missing', (text) => text.replace(/\{"object":"[^\n]*\nanother\n/, ''), /checksum/],
  ['other bytes of a picture', (text) => text.replace('\nanother\n', '\nan0ther\n'), /not as they were/],
  ['a picture without end', (text) => text.replace('\nanother\n', '\nanother'), /no end/],
  ['something after the end', (text) => `${text}{}\n`, /follows its end/],
])('%s is refused in a sentence', async (_, change, sentence) => {
  expect(await refusal(change(text))).toMatch(sentence)
})

test('a file that is not packed is no backup', async () => {
  expect(await refusal(Buffer.from('Dear diary'))).toBe('The file is no backup of Loreleaf.')
})

test.each<[string, string, (rows: string) => string, RegExp]>([
  [
    'an entry without a head',
    'entry',
    (rows) => rows.replace(/^(\d+\tpage\t\d+\t)\d+\t/m, '$1\\N\t'),
    /no published/,
  ],
  ['an account twice', 'account', (rows) => rows + rows, /aborted|duplicate/],
  ['authors who are not there', 'account', () => '', /foreign key/],
])('%s: the database itself refuses, and stays empty', async (_, table, change, sentence) => {
  const forged = await forge(change, table)
  await expect(restoreBackup(forged, asTarget(empty), elsewhere)).rejects.toThrow(sentence)
  expect(await tablesOf(empty)).toBe(0)
})

/** A file that is whole in itself, in which a table has other rows. */
async function forge(change: (rows: string) => string, table: string): Promise<string> {
  const [before = '', rest = ''] = text.split(new RegExp(`(?<=\\{"table":"${table}",[^\\n]*\\n)`))
  const end = rest.startsWith('\\.\n') ? 0 : rest.indexOf('\n\\.\n') + 1
  const digest = createDigest()
  const rows = Buffer.from(change(rest.slice(0, end)))
  digest.add(rows)
  const after = rest
    .slice(end + 3)
    .split('\n')
    .slice(1, -2)
  const lines = [`${before}${rows}\\.`, JSON.stringify({ end: table, ...digest.end() }), ...after, '']
  const content = lines.join('\n')
  const sha256 = createHash('sha256').update(content).digest('hex')
  writeFileSync(damaged, gzipSync(`${content}${JSON.stringify({ end: true, sha256 })}\n`))
  await verifyBackup(damaged)
  return damaged
}

async function tablesOf({ migrationUrl }: TestDatabase): Promise<number> {
  const client = postgres(migrationUrl, { max: 1 })
  const [row] = await client`select count(*)::int from information_schema.tables
    where table_schema in ('public', 'drizzle')`
  await client.end()
  return row?.count
}
