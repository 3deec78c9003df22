import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { createTestDatabase, readRows, somebodyWaits, type TestDatabase } from '@/db/postgres/testing'
import { lockEntries } from '@/db/publishing/publishing'
import { lockSubmission } from '@/db/submissions/submissions'
import { tags } from '@/lib/cache/tags'
import { submit } from '@/lib/changesets/submit'
import {
  added,
  changesetOf,
  edited,
  factContent,
  fileContent,
  holdBack,
  makeAccount,
  newKey,
  pageContent,
  prepareWiki,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import { storedPicture } from '@/lib/files/testing'
import { codes } from '@/lib/messages/codes'
import { addAlias } from '@/lib/moderation/add-alias'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { protect } from '@/lib/moderation/protect'
import { removeAlias } from '@/lib/moderation/remove-alias'
import { renamePage } from '@/lib/moderation/rename-page'
import { restoreEntry } from '@/lib/moderation/restore-entry'
import type { AccountActor } from '@/lib/policy/actor'
import { accept } from '@/lib/review/accept'
import { decline } from '@/lib/review/turn-down'
import { openTestStore } from '@/lib/transfer/backup/testing'
import { writeBackup } from '@/lib/transfer/backup/write'
import { liftWithheld } from './lift-withheld'
import { withhold } from './withhold'

let database: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'erase-'))
afterAll(() => rmSync(folder, { recursive: true }))
let CANARY: string
const here = { network: null }
let owner: AccountActor
let moderator: AccountActor
let fan: AccountActor
let count = 0
let title: string
let page: number

beforeAll(async () => {
  database = await createTestDatabase()
  await prepareWiki()
  owner = await makeAccount('owner')
  moderator = await makeAccount('moderator')
  fan = await makeAccount('fan')
})

const text = (a: string, b: string) => pageContent(title, { a, b })
const acceptIt = async (submissionId: number) =>
  expect(await accept(moderator, { submissionId, roundNumber: 1, key: newKey() })).toMatchObject({ ok: true })

/** Version 2 says the canary and was a fan's submission; 3 says it still, 4 is clean. */
beforeEach(async () => {
  title = `Page ${++count}`
  CANARY = `canary${count}wing`
  page = await publishNew(moderator, 'page', text('one', 'two'))
  await acceptIt(await holdBack(fan, edited('page', page, 1, text('one', `two ${CANARY}`))))
  await publishNow(moderator, edited('page', page, 2, text('one more', `two ${CANARY}`)))
  await publishNow(moderator, edited('page', page, 3, text('one more', 'two')))
})

const erase = (rest: object = {}, by = owner) =>
  withhold(
    by,
    {
      entryId: page,
      from: 2,
      to: 3,
      parts: ['text'],
      strength: 'erased',
      reason: 'a complaint',
      words: null,
      ...rest,
    },
    here,
  )

const ofSummary = { from: 1, to: 1, parts: ['summary' as const], strength: 'hidden' as const, words: null }

/** The tables in which the word still stands. */
async function tablesSaying(word: string): Promise<string[]> {
  const tables = await readRows(`select tablename as name from pg_tables where schemaname = 'public'`)
  const saying = tables.map(
    ({ name }) =>
      `select '${name}' as name where exists (select 1 from "${name}" t where t::text ilike '%${word}%')`,
  )
  return (await readRows(saying.join(' union all '))).map(({ name }) => String(name)).sort()
}

const submissionOf = async (id: number) =>
  (
    await readRows(`select s.state, i.base_number, i.schema_version, i.content, d.reason from submission s
      join submission_round r on r.submission_id = s.id join submission_item i on i.round_id = r.id
      left join decision d on d.round_id = r.id where s.id = ${id}`)
  )[0]

describe('erasing', () => {
  it('destroys the texts, in the rounds that they were too; number, time and hash stay', async () => {
    expect(await tablesSaying(CANARY)).toEqual(['revision_content', 'submission_item'])
    expect(await erase({}, moderator)).toMatchObject({ reason: 'not_allowed' })
    expect(await erase()).toMatchObject({ ok: true })
    expect(await tablesSaying(CANARY)).toEqual([])
    const rows = await readRows(`select r.number, r.hash <> '' as hashed, c.revision_id is null as gone
      from revision r left join revision_content c on c.revision_id = r.id
      where entry_id = ${page} order by number`)
    expect(rows.map(({ hashed, gone }) => [hashed, gone])).toEqual([
      [true, false],
      [true, true],
      [true, true],
      [true, false],
    ])
  })

  it('puts what waits on top of an erased version on top of today’s, with nothing of it left', async () => {
    const waiting = await holdBack(fan, edited('page', page, 3, text('one more, better', `two ${CANARY}`)))
    await erase()
    expect(await tablesSaying(CANARY)).toEqual([])
    expect(await submissionOf(waiting)).toMatchObject({ state: 'waiting', base_number: 4 })
    await acceptIt(waiting)
  })

  it('declines, with a reason, what cannot be put on top of today’s', async () => {
    // Sent while the version that it began from was the current one: kept as it was written.
    title = `Other ${count}`
    CANARY = `other${count}wing`
    page = await publishNew(moderator, 'page', text('one', `two ${CANARY}`))
    const waiting = await holdBack(fan, edited('page', page, 1, text('one', `three ${CANARY}`)))
    await publishNow(moderator, edited('page', page, 1, text('one', 'two')))
    expect(await erase({ from: 1, to: 1 })).toMatchObject({ ok: true })
    expect(await tablesSaying(CANARY)).toEqual([])
    expect(await submissionOf(waiting)).toMatchObject({
      state: 'declined',
      schema_version: 0,
      reason: expect.stringContaining('erased'),
    })
  })

  it('takes the words wherever else they stand about the entry: declined texts, reasons, records, reports', async () => {
    const changes = changesetOf(edited('page', page, 4, text('one more', `again ${CANARY}`)))
    const sent = await submit(fan, { ...changes, summary: `on ${CANARY}` }, here)
    const submissionId = sent.ok && 'submissionId' in sent ? sent.submissionId : 0
    await decline(moderator, { submissionId, roundNumber: 1, key: newKey(), reason: `No “${CANARY}” here.` })
    expect(await tablesSaying(CANARY)).toEqual([
      'audit_record',
      'decision',
      'revision_content',
      'submission',
      'submission_item',
    ])
    await erase()
    expect(await tablesSaying(CANARY)).toContain('submission_item')
    const more = await publishNew(moderator, 'page', pageContent(`Unlike ${count}`))
    expect(more).toBeGreaterThan(0)
    expect(await erase({ from: 1, words: CANARY })).toMatchObject({ ok: true })
    expect(await tablesSaying(CANARY)).toEqual([])
    const [record] = await readRows(
      `select act, actor_id::int, reason from audit_record where detail->>'submission' = '${submissionId}'`,
    )
    expect(record).toEqual({ act: 'submission.decline', actor_id: moderator.id, reason: null })
  })

  it('takes them out of old titles, notices and answers too, however they are spelled', async () => {
    title = `The "Heron${count} Sings"`
    const reason = `as "heron${count}\n  SINGS" says`
    page = await publishNew(moderator, 'page', text('one', 'two'))
    const key = newKey()
    await renamePage(moderator, { entryId: page, title: `Renamed ${count}`, reason: 'a name', key }, here)
    await protect(moderator, { entryId: page, level: 'trusted', until: null, reason }, here)
    await withhold(moderator, { ...ofSummary, entryId: page, reason }, here)
    await deleteEntry(moderator, { entryId: page, reason }, here)
    await readRows(`insert into report (receipt, urgency, category, words, address, answer, entry_id)
      values ('r${count}', 'ordinary', 'c', 'rude', '/wiki/The_%22Heron${count}_Sings%22', '${reason}', ${page})`)
    const standing = ['answer', 'audit_record', 'entry', 'report', 'revision', 'revision_content']
    expect(await tablesSaying(`heron${count}`)).toEqual([...standing, 'title', 'withholding'])

    const words = `"HERON${count} sings"`
    expect(await erase({ from: 1, to: 1, words })).toMatchObject({ ok: true })
    expect(await tablesSaying(`heron${count}`)).toEqual([])
    const [told] = await readRows(`select tags from cache_event order by id desc limit 1`)
    expect(told?.tags).toEqual(expect.arrayContaining(['log', tags.title(`the "heron${count} sings"`)]))
  })

  it('of a title leaves it in no table, and in no backup made in the same minute', async () => {
    title = `Heron${count} of old`
    page = await publishNew(moderator, 'page', text('one', 'two'))
    const alias = { entryId: page, title: `A heron${count} again`, reason: 'also called so' }
    expect(await addAlias(moderator, alias, here)).toMatchObject({ ok: true })
    expect(
      await removeAlias(moderator, { entryId: page, alias: alias.title, reason: 'not so' }, here),
    ).toMatchObject({
      ok: true,
    })
    const rename = { entryId: page, title: `Fresh ${count}`, reason: 'a name', key: newKey() }
    expect(await renamePage(moderator, rename, here)).toMatchObject({ ok: true })
    expect(await erase({ from: 1, to: 1, words: `heron${count}` })).toMatchObject({ ok: true })
    expect(await tablesSaying(`heron${count}`)).toEqual([])

    const file = join(folder, `backup-${count}.gz`)
    await writeBackup(database.migrationUrl, openTestStore(), file)
    expect(gunzipSync(readFileSync(file)).toString().toLowerCase()).not.toContain(`heron${count}`)
  })

  it('destroys summaries, of revisions and of the submissions that they were', async () => {
    const changes = changesetOf(edited('page', page, 4, text('one more', 'two, too')))
    const sent = await submit(fan, { ...changes, summary: `sorry for ${CANARY}` }, here)
    await acceptIt(sent.ok && 'submissionId' in sent ? sent.submissionId : 0)
    await erase()
    expect(await tablesSaying(CANARY)).toEqual(['revision', 'submission'])
    expect(await erase({ parts: ['summary'], from: 5, to: 5 })).toMatchObject({ ok: true })
    expect(await tablesSaying(CANARY)).toEqual([])
  })

  it('of a fact leaves its words in no kept answer', async () => {
    const { entries } = await publishNow(
      moderator,
      added('fact', factContent(`The ${CANARY} sings.`, [page])),
    )
    const fact = entries[0]?.id ?? 0
    await publishNow(moderator, edited('fact', fact, 1, factContent('A bird sings.', [page])))
    await erase()
    expect(await tablesSaying(CANARY)).toEqual(['answer', 'revision_content'])
    await erase({ entryId: fact, from: 1, to: 1 })
    expect(await tablesSaying(CANARY)).toEqual([])
  })

  it('and deciding what waits at the same time: the one waits for the other', async () => {
    const waiting = await holdBack(fan, edited('page', page, 3, text('one more, better', `two ${CANARY}`)))
    let erasing: ReturnType<typeof erase> | undefined
    await transaction(async (tx) => {
      await lockSubmission(tx, waiting)
      erasing = erase()
      await somebodyWaits()
      await lockEntries(tx, [page])
    })
    expect(await erasing).toMatchObject({ ok: true })
    expect(await tablesSaying(CANARY)).toEqual([])
  })

  it('cannot be undone, and is done once', async () => {
    await erase()
    expect(await erase()).toMatchObject({ reason: 'already_decided' })
    const [row] = await readRows(`select id from withholding where entry_id = ${page}`)
    const lifted = await liftWithheld(owner, { withholdingId: Number(row?.id), reason: 'x' }, here)
    expect(lifted).toMatchObject({ reason: 'not_allowed' })
  })

  it('takes all of a fact or a picture that is deleted, its label too; then it cannot be restored', async () => {
    const object = await storedPicture(moderator)
    const ids = [
      await publishNew(moderator, 'fact', factContent(`It says ${CANARY}.`, [page])),
      await publishNew(moderator, 'file', fileContent(object, `A ${CANARY}`)),
    ]
    for (const entryId of ids) {
      const whole = { entryId, from: 1, to: 1 }
      expect(await erase(whole)).toMatchObject({ reason: 'head_not_clean' })
      await deleteEntry(moderator, { entryId, reason: 'a complaint' }, here)
      expect(await erase({ ...whole, strength: 'hidden' })).toMatchObject({ reason: 'head_not_clean' })
      expect(await erase(whole)).toMatchObject({ ok: true })
      const restored = await restoreEntry(moderator, { entryId, reason: 'x' }, here)
      expect(restored).toMatchObject({ message: codes().moderating.restore.erased })
    }
    const gone = await readRows(`select 1 from entry e join revision r on r.entry_id = e.id
      left join revision_content c on c.revision_id = r.id
      where e.id in (${ids.join()}) and (c.revision_id is not null or e.label !~ '^(Fact|Picture) \\d+$')`)
    expect(gone).toEqual([])
    expect(await readRows(`select sha256 from erased_object where sha256 = '${object}'`)).toHaveLength(1)
  })

  it('does not take the head of a deleted page, whose title is its address', async () => {
    await deleteEntry(moderator, { entryId: page, reason: 'a complaint' }, here)
    expect(await erase({ from: 1, to: 4 })).toMatchObject({ reason: 'head_not_clean' })
    expect(await erase({ from: 1, to: 3 })).toMatchObject({ ok: true })
  })

  it('leaves the texts of other entries, and of other versions, alone', async () => {
    const other = await publishNew(moderator, 'page', pageContent(`Another ${count}`, { p: 'kept here' }))
    const before = await readRows(`select count(*)::int from revision_content`)
    await erase()
    const after = await readRows(`select count(*)::int from revision_content`)
    expect(Number(before[0]?.count) - Number(after[0]?.count)).toBe(2)
    expect(await readRows(`select 1 from revision where entry_id = ${other}`)).toHaveLength(1)
  })
})
