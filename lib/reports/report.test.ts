import { beforeAll, describe, expect, it } from 'vitest'
import { insertBlock } from '@/db/accounts/blocks'
import { primary, transaction } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { findOpenReports, findReportByReceipt, type ReportRow } from '@/db/reports/reports'
import { makeAccount, newKey, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { messageOfIssue } from '@/lib/errors/issues'
import { sentenceOf } from '@/lib/messages/message'
import { type AccountActor, type Actor, visitor } from '@/lib/policy/actor'
import { forgetOld } from '@/lib/worker/tasks/forget-old'
import { fileReport } from './file-report'
import { clearReport, closeReport, reopenReport } from './handle'
import { readReceipt } from './receipt'
import { reportSchema } from './schema'

const { owner, moderator } = await openTestWiki('owner', 'moderator')
const other = await makeAccount('moderator')

let networks = 0

beforeAll(async () => {
  await publishNew(owner, 'page', pageContent('Truham'))
})

const fresh = () => ({ network: `network ${++networks}` })
const parsed = (form: Record<string, string>) =>
  reportSchema.parse({ key: newKey(), category: 'wrong', words: 'No.', ...form })

/** Sends a report and gives its receipt. */
async function send(
  form: Record<string, string>,
  by: Actor = visitor,
  clientInfo = fresh(),
): Promise<string> {
  const outcome = await fileReport(by, parsed(form), clientInfo)
  if (!outcome.ok) throw new Error(sentenceOf(outcome.message))
  return outcome.receipt
}

const open = (reader: AccountActor, after: number | null = null) =>
  findOpenReports(primary(), reader.id, after, 200)

async function sent(form: Record<string, string>, by?: Actor): Promise<ReportRow> {
  const receipt = await send(form, by)
  const [row] = await readRows(`select id::int from report where receipt = '${receipt}'`)
  const found = (await open(owner)).find((one) => one.id === row?.id)
  if (!found) throw new Error('the report is not in the list')
  return found
}

describe('a report', () => {
  it('is taken from a visitor, a fan and a blocked account, with where it came from', async () => {
    const fan = await makeAccount('fan')
    await transaction((tx) =>
      insertBlock(tx, { accountId: fan.id, byId: owner.id, reason: 'Spam', days: null }),
    )
    const byVisitor = await sent({ kind: 'page', id: '1', from: '/wiki/Truham?utm=1' })
    const byBlocked = await sent({ kind: 'page', id: '1' }, { ...fan, isBlocked: true })
    expect(byVisitor).toMatchObject({ target: 'page', byId: null, address: '/wiki/Truham' })
    expect(byBlocked).toMatchObject({ byId: fan.id, byName: fan.name })
    const traces = await readRows(`select account_id::int from network_trace where operation = 'report.file'`)
    expect(traces).toEqual([{ account_id: null }, { account_id: fan.id }])
  })

  it('keeps no address that could hold a secret', async () => {
    expect(await sent({ from: '/submissions/5' })).toMatchObject({ target: 'site', address: '/' })
    expect(await sent({ from: 'https://elsewhere.example/' })).toMatchObject({ address: '/' })
  })

  it('sent twice at once is one report with one receipt, and counts once', async () => {
    const report = parsed({ words: 'Pressed twice.' })
    const clientInfo = fresh()
    const outcomes = await Promise.all([1, 2, 3].map(() => fileReport(visitor, report, clientInfo)))
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.receipt)).size).toBe(1)
    expect(await readRows(`select words from report where words = 'Pressed twice.'`)).toHaveLength(1)
    expect(await send({ key: report.key, words: 'Other words.' })).not.toBe(
      outcomes[0]?.ok && outcomes[0].receipt,
    )
  })

  it('of something that was deleted or never was there is taken all the same', async () => {
    await changeRows(`update entry set deleted_at = now() where id = 1`)
    expect(await sent({ kind: 'page', id: '1' })).toMatchObject({ target: 'page', entryId: 1 })
    await changeRows(`update entry set deleted_at = null where id = 1`)
    expect(await sent({ kind: 'fact', id: '999' })).toMatchObject({ target: 'site', entryId: null })
    expect(await sent({ kind: '<script>', id: '-1' })).toMatchObject({ target: 'site' })
  })

  it('of a version says whether it is the edit, its summary or its author’s name', async () => {
    const of = (part: string) => sent({ kind: 'revision', id: '1', part })
    expect(await of('edit')).toMatchObject({ target: 'revision', revisionId: 1, entryId: 1 })
    expect(await of('summary')).toMatchObject({ target: 'summary', revisionId: 1 })
    expect(await sent({ kind: 'summary', id: '1' })).toMatchObject({ target: 'summary' })
    const [row] = await readRows(
      `select about_account_id::int as who from report where target = 'account' or revision_id = 1 and target = 'account'`,
    )
    expect(row).toBeUndefined()
    await send({ kind: 'revision', id: '1', part: 'name' })
    const named = await readRows(`select about_account_id::int as who from report where target = 'account'`)
    expect(named).toEqual([{ who: owner.id }])
  })

  it('is refused when too many come from one network, while others go on', async () => {
    const crowded = fresh()
    const outcomes = []
    for (let time = 0; time < 21; time++)
      outcomes.push(await fileReport(visitor, parsed({ words: `Number ${time}` }), crowded))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(20)
    expect(outcomes.at(-1)).toMatchObject({ reason: 'too_many' })
    expect(await fileReport(visitor, parsed({}), fresh())).toMatchObject({ ok: true })
  })

  it('of 100,000 characters is refused with how many are too many; 4,000 of any alphabet fit', () => {
    const problem = (words: string) =>
      reportSchema
        .safeParse({ key: newKey(), category: 'wrong', words })
        .error?.issues.map(messageOfIssue)
        .map(sentenceOf)[0]
    expect(problem('x'.repeat(100_000))).toContain('96,000 characters too long')
    expect(problem('🍂'.repeat(4_001))).toContain('1 character too long')
    expect(problem('🍂\r\n'.repeat(2_000))).toBeUndefined()
    expect(problem('\0')).toContain('cannot be stored')
  })

  it('needs a category, and words where the category says nothing', () => {
    const fields = (form: object) =>
      reportSchema.safeParse({ key: newKey(), ...form }).error?.issues.map((issue) => issue.path.join())
    expect(fields({ words: 'x' })).toEqual(['category'])
    expect(fields({ category: 'other', words: ' ' })).toEqual(['words'])
    expect(fields({ category: 'threat' })).toBeUndefined()
  })
})

describe('a receipt', () => {
  it('is read however it is written, and nothing else is one', async () => {
    const receipt = await send({})
    expect(receipt).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}$/)
    expect(readReceipt(` ${receipt.toLowerCase().replaceAll('-', ' ')}`)).toBe(receipt)
    for (const typed of ['', 'AAAA-AAAA-AAAA', `${receipt}2`, '../../x', 'ß'.repeat(12)])
      expect(readReceipt(typed)).toBeNull()
  })

  it('tells the state and the answer, and nothing of what was written or by whom', async () => {
    const receipt = await send({ words: 'canaryfinch' })
    const shown = await findReportByReceipt(primary(), receipt)
    expect(shown).toMatchObject({ seenAt: null, closedAt: null, outcome: null })
    expect(JSON.stringify(shown)).not.toContain('canaryfinch')
  })
})

describe('the list of open reports', () => {
  it('has the urgent ones first, then the oldest, however it is paged', async () => {
    const ordinary = await sent({ category: 'spam' })
    const child = await sent({ category: 'child' })
    const aboutMe = await sent({ category: 'about_me' })
    const all = await open(owner)
    const places = [child, aboutMe, ordinary].map((one) => all.findIndex(({ id }) => id === one.id))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const firstOrdinary = all.findIndex((one) => one.urgency === 'ordinary')
    expect(all.slice(firstOrdinary).every((one) => one.urgency === 'ordinary')).toBe(true)
    expect((await open(owner, child.id)).map((one) => one.id)).toEqual(
      all.slice(all.findIndex((one) => one.id === child.id) + 1).map((one) => one.id),
    )
  })

  it('has nothing about the one who reads it', async () => {
    const report = await sent({ kind: 'account', id: String(moderator.id) })
    expect((await open(moderator)).map((one) => one.id)).not.toContain(report.id)
    expect((await open(other)).map((one) => one.id)).toContain(report.id)
  })
})

describe('closing a report', () => {
  const closing = (by: AccountActor, reportId: number, answer = 'Hidden, thank you.') =>
    closeReport(by, { reportId, outcome: 'acted', answer }, fresh())

  it('tells the receipt, on record that nobody reads in public', async () => {
    const report = await sent({ kind: 'page', id: '1' })
    expect(await closing(moderator, report.id)).toMatchObject({ ok: true })
    expect((await open(owner)).map((one) => one.id)).not.toContain(report.id)
    const [row] = await readRows(`select receipt from report where id = ${report.id}`)
    expect(await findReportByReceipt(primary(), String(row?.receipt))).toMatchObject({
      outcome: 'acted',
      answer: 'Hidden, thank you.',
    })
    const records = await readRows(
      `select actor_id::int, entry_id::int, is_public, reason, detail from audit_record where act = 'report.close'`,
    )
    expect(records).toEqual([
      {
        actor_id: moderator.id,
        entry_id: 1,
        is_public: false,
        reason: 'Hidden, thank you.',
        detail: { report: report.id, outcome: 'acted' },
      },
    ])
  })

  it('by two moderators at once: one does, and the other is told who', async () => {
    const report = await sent({})
    const outcomes = await Promise.all([
      closing(moderator, report.id, 'One.'),
      closing(other, report.id, 'Two.'),
    ])
    const lost = outcomes.find((outcome) => !outcome.ok)
    const winner = outcomes[0]?.ok ? moderator : other
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(lost).toMatchObject({ reason: 'already_decided' })
    expect(lost && !lost.ok && sentenceOf(lost.message)).toContain(winner.name)
  })

  it('pressed twice by one is closed once', async () => {
    const report = await sent({})
    const outcomes = await Promise.all([closing(other, report.id), closing(other, report.id)])
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
    const count = await readRows(
      `select 1 from audit_record where act = 'report.close' and (detail->>'report')::int = ${report.id}`,
    )
    expect(count).toHaveLength(1)
  })

  it('is for moderators, and not for the one it is about', async () => {
    const report = await sent({ kind: 'account', id: String(moderator.id) })
    expect(await closing(await makeAccount('trusted'), report.id)).toMatchObject({ reason: 'not_allowed' })
    expect(await closing(moderator, report.id)).toMatchObject({ reason: 'not_found' })
    expect(await closing(owner, 999_999)).toMatchObject({ reason: 'not_found' })
    expect(await closing(owner, report.id)).toMatchObject({ ok: true })
  })

  it('can be taken back, once', async () => {
    const report = await sent({})
    await closing(moderator, report.id)
    const reopening = () => reopenReport(other, { reportId: report.id }, fresh())
    expect(await reopening()).toMatchObject({ ok: true })
    expect((await open(owner)).find((one) => one.id === report.id)).toMatchObject({
      outcome: null,
      answer: null,
      closedById: null,
    })
    expect(await reopening()).toMatchObject({ reason: 'already_decided' })
  })
})

describe('the words of a report', () => {
  const wordsOf = async (id: number) =>
    (await readRows(`select words from report where id = ${id}`))[0]?.words

  it('are cleared by a moderator once it is closed, for good', async () => {
    const report = await sent({ words: 'She lives in canarystreet.' })
    const clearing = () => clearReport(moderator, { reportId: report.id }, fresh())
    expect(await clearing()).toMatchObject({ reason: 'not_allowed' })
    await closeReport(moderator, { reportId: report.id, outcome: 'acted', answer: '' }, fresh())
    expect(await clearing()).toMatchObject({ ok: true })
    expect(await wordsOf(report.id)).toBe('')
    expect(JSON.stringify(await readRows('select * from audit_record'))).not.toContain('canarystreet')
  })

  it('are forgotten a year after it is closed', async () => {
    const [old, young] = [await sent({ words: 'old' }), await sent({ words: 'young' })]
    for (const { id } of [old, young])
      await closeReport(owner, { reportId: id, outcome: 'nothing', answer: '' }, fresh())
    await changeRows(`update report set closed_at = now() - interval '366 days' where id = ${old.id}`)
    await forgetOld()
    expect([await wordsOf(old.id), await wordsOf(young.id)]).toEqual(['', 'young'])
  })
})
