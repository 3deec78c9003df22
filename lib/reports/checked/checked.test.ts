import { describe, expect, it } from 'vitest'
import { primary } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { findCheckedNow } from '@/db/reports/checked-words'
import { findOpenReports, findReportByReceipt } from '@/db/reports/reports'
import { submit } from '@/lib/changesets/submit'
import {
  changesetOf,
  edited,
  factContent,
  fileContent,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import { isFactBeingChecked, loadFact } from '@/lib/facts/loaders'
import { loadFile } from '@/lib/files/loaders'
import { openTestStore, uploadedPicture } from '@/lib/media/testing'
import type { AccountActor, Actor } from '@/lib/policy/actor'
import { visitor } from '@/lib/policy/actor'
import { fileReport } from '@/lib/reports/file-report'
import { closeReport } from '@/lib/reports/handle'
import { reportSchema } from '@/lib/reports/schema'
import { loadPermalink } from '@/lib/revisions/permalink'
import { searchFor } from '@/lib/search/loaders'
import { done, replied, started, wordsIn } from '@/lib/talk/testing'
import { openWords } from '@/lib/worker/tasks/open-words'
import { decideWords } from './decide'

const { owner, moderator, trusted } = await openTestWiki('owner', 'moderator', 'trusted')
const page = await publishNew(moderator, 'page', pageContent('Truham'))
const thread = (await done(started(moderator, page))).threadId

let networks = 0
const elsewhere = () => ({ network: `network ${++networks}` })

/** An account that was made so many days ago. */
async function madeAgo(days: number): Promise<AccountActor> {
  const made = await makeAccount('fan')
  await changeRows(`update account set created_at = now() - interval '${days} days' where id = ${made.id}`)
  return made
}

async function report(by: Actor, kind: string, id: number, form: object = {}, from = elsewhere()) {
  const input = reportSchema.parse({ key: newKey(), kind, id: String(id), category: 'threat', ...form })
  const outcome = await fileReport(by, input, from)
  if (!outcome.ok) throw new Error('the report was refused')
  return outcome
}

const isClosed = async (answer: Promise<{ event: number | null }>) => (await answer).event !== null

const commented = async (words: string) => (await done(replied(moderator, thread, words))).commentId

const listed = async (comment: number) =>
  (await findOpenReports(primary(), owner.id, null, 200)).filter((one) => one.commentId === comment)

const lastChecked = async () =>
  Number((await readRows('select id::int from checked_words order by id desc limit 1'))[0]?.id)

const decide = async (decision: 'upheld' | 'withheld' | 'changed', by = moderator) =>
  decideWords(by, { checkedId: await lastChecked(), decision, answer: 'Looked at.' })

describe('words that a trusted account reports', () => {
  it('are closed at once, only for what may hurt a person, and stand first in line', async () => {
    const comment = await commented('canaryheron lives in Elm Street')
    expect(await isClosed(report(trusted, 'comment', comment, { category: 'spam' }))).toBe(false)
    const { event, receipt } = await report(trusted, 'comment', comment)
    expect(event).not.toBeNull()
    expect(await wordsIn(thread)).not.toContain('canaryheron')
    const [announced] = await readRows(`select tags, is_withholding from cache_event where id = ${event}`)
    expect(announced).toEqual({ tags: expect.arrayContaining([`thread:${thread}`]), is_withholding: true })
    expect(await decide('upheld')).toMatchObject({ ok: true })
    expect(await wordsIn(thread)).toContain('canaryheron')
    expect(await findReportByReceipt(primary(), receipt)).toMatchObject({
      outcome: 'nothing',
      answer: 'Looked at.',
    })
    expect(await decide('withheld')).toMatchObject({ reason: 'already_decided' })
  })

  it('are never closed again once a moderator let them stand: neither there nor elsewhere, in whatever case', async () => {
    const [one, other] = [await commented('canarywren is here'), await commented('Canarywren  IS here')]
    expect(await isClosed(report(trusted, 'comment', one))).toBe(true)
    await decide('upheld')
    expect(await isClosed(report(owner, 'comment', one))).toBe(false)
    expect(await isClosed(report(trusted, 'comment', other))).toBe(false)
    const [hash] = await readRows('select hash from checked_words order by id desc limit 1')
    expect(String(hash?.hash)).not.toContain('canary')
  })

  it('open by themselves after a day, and are closed once only; other words are closed anew', async () => {
    const comment = await commented('canarycrow')
    await report(trusted, 'comment', comment)
    const checkedId = await lastChecked()
    await openWords({ checkedId })
    expect(await wordsIn(thread)).not.toContain('canarycrow')
    await changeRows(`update checked_words set until = now() - interval '1 minute' where id = ${checkedId}`)
    await changeRows(`update comment set checked_until = now() - interval '1 minute' where id = ${comment}`)
    // Whatever is made anew shows them, with or without the job.
    expect(await wordsIn(thread)).toContain('canarycrow')
    await openWords({ checkedId })
    await openWords({ checkedId })
    const ended = await readRows(`select ending, ended_by_id from checked_words where id = ${checkedId}`)
    expect(ended).toEqual([{ ending: 'ran_out', ended_by_id: null }])
    expect(await readRows(`select 1 from event where name = 'words.opened'`)).toHaveLength(1)
    expect(await isClosed(report(trusted, 'comment', comment))).toBe(false)
    await changeRows(`update comment set words = 'canarycrow, again' where id = ${comment}`)
    expect(await isClosed(report(trusted, 'comment', comment))).toBe(true)
    await decide('withheld')
    expect(await wordsIn(thread)).not.toContain('again')
    expect(await readRows(`select withheld from comment where id = ${comment}`)).toEqual([
      { withheld: 'hidden' },
    ])
  })

  it('are ten a day at most', async () => {
    const eager = await makeAccount('trusted')
    const closed = []
    for (let time = 0; time < 11; time++)
      closed.push(await isClosed(report(eager, 'comment', await commented(`number ${time}`))))
    expect(closed).toEqual([...Array(10).fill(true), false])
  })
})

describe('a fact', () => {
  it('is closed as a whole: its page, search and what shows it; kept closed, it is deleted', async () => {
    const fact = await publishNew(moderator, 'fact', factContent('canarylark sings.', [page]))
    const [{ number } = {}] = await readRows(`select number from entry where id = ${fact}`)
    const found = async () => JSON.stringify(await searchFor({ q: 'canarylark' }))
    expect(await found()).toContain('sings')
    expect(await isClosed(report(trusted, 'fact', Number(number)))).toBe(true)
    expect(await loadFact(String(number))).toBeNull()
    expect(await isFactBeingChecked(String(number))).toBe(true)
    expect(await found()).not.toContain('sings')
    // An edit opens nothing.
    await publishNow(moderator, edited('fact', fact, 1, factContent('canarylark sings well.', [page])))
    expect(await loadFact(String(number))).toBeNull()
    await decide('withheld')
    expect(await isFactBeingChecked(String(number))).toBe(false)
    expect(await readRows(`select deletion_reason from entry where id = ${fact}`)).toEqual([
      { deletion_reason: 'Hidden after a report' },
    ])
  })

  it('of which an older version is reported loses only that', async () => {
    const fact = await publishNew(moderator, 'fact', factContent('canarytern', [page]))
    await publishNow(moderator, edited('fact', fact, 1, factContent('Better.', [page])))
    const [{ id } = {}] = await readRows(
      `select id::int from revision where entry_id = ${fact} and number = 1`,
    )
    expect(await isClosed(report(trusted, 'revision', Number(id)))).toBe(true)
    expect(JSON.stringify(await loadPermalink(String(id), false))).not.toContain('canarytern')
    await decide('upheld')
    expect(JSON.stringify(await loadPermalink(String(id), false))).toContain('canarytern')
  })

  it('is not touched where the summary of its edit is reported: that is closed, and opens again', async () => {
    const fact = await publishNew(moderator, 'fact', factContent('canarypipit', [page]))
    const edit = changesetOf(edited('fact', fact, 1, factContent('canarypipit sings', [page])))
    await submit(moderator, { ...edit, summary: 'canarysummary lives there' }, { network: null })
    const [{ id } = {}] = await readRows(
      `select id::int from revision where entry_id = ${fact} and number = 2`,
    )
    const shown = async () => JSON.stringify(await loadPermalink(String(id), false))
    expect(await shown()).toContain('canarysummary')
    expect(await isClosed(report(trusted, 'summary', Number(id)))).toBe(true)
    expect(await shown()).not.toContain('canarysummary')
    expect(await shown()).toContain('canarypipit sings')
    await decide('upheld')
    expect(await shown()).toContain('canarysummary')
    expect(await isClosed(report(owner, 'summary', Number(id)))).toBe(false)
  })

  it('stays while its page, which nobody closes as a whole, is reported', async () => {
    expect(await isClosed(report(owner, 'page', 1))).toBe(false)
  })
})

describe('a picture', () => {
  it('loses its words, in its page and in search, until a moderator lets them stand', async () => {
    openTestStore()
    const { sha256 } = await uploadedPicture(moderator)
    const file = await publishNew(moderator, 'file', fileContent(sha256, 'canaryshrike at his own door'))
    const [{ number } = {}] = await readRows(`select number::int from entry where id = ${file}`)
    const shown = async () =>
      JSON.stringify([await loadFile(String(number)), await searchFor({ q: 'canaryshrike' })])
    expect(await shown()).toContain('at his own door')
    expect(await isClosed(report(trusted, 'file', Number(number)))).toBe(true)
    expect(await shown()).not.toContain('at his own door')
    await decide('upheld')
    expect(await shown()).toContain('at his own door')
    expect(await isClosed(report(owner, 'file', Number(number)))).toBe(false)
  })
})

describe('two accounts that nobody trusts', () => {
  it('close words together where they are unrelated', async () => {
    const comment = await commented('canaryrobin')
    expect(await isClosed(report(await madeAgo(30), 'comment', comment))).toBe(false)
    expect(await isClosed(report(visitor, 'comment', comment))).toBe(false)
    expect(await listed(comment)).toMatchObject([{ alike: 2 }])
    expect(await isClosed(report(await madeAgo(40), 'comment', comment))).toBe(true)
    // What is closed stands before the list, and not in it as well.
    expect(await listed(comment)).toEqual([])
    const [{ id } = {}] = await readRows(
      'select report_id::int as id from checked_words order by id desc limit 1',
    )
    const now = await findCheckedNow(primary(), 200)
    expect(now.filter(({ reportId }) => reportId === id)).toHaveLength(1)
    expect(await wordsIn(thread)).not.toContain('canaryrobin')
    await decide('changed')
  })

  it('close nothing from one network, from one that the other has used, from none, or made within an hour', async () => {
    const [one, other] = [await madeAgo(30), await madeAgo(40)]
    const [here, there] = [elsewhere(), elsewhere()]
    const shared = await commented('on one network')
    await report(one, 'comment', shared, {}, here)
    expect(await isClosed(report(other, 'comment', shared, {}, here))).toBe(false)
    expect(await isClosed(report(other, 'comment', shared, {}, there))).toBe(false)
    const unknown = await commented('from nowhere')
    await report(one, 'comment', unknown, {}, { network: '' })
    const nowhere = await fileReport(
      await madeAgo(50),
      reportSchema.parse({ key: newKey(), kind: 'comment', id: String(unknown), category: 'child' }),
      { network: null },
    )
    expect(nowhere).toMatchObject({ ok: true, event: null })
    const twins = await commented('made together')
    await report(await madeAgo(60), 'comment', twins)
    expect(await isClosed(report(await madeAgo(60), 'comment', twins))).toBe(false)
  })

  it('made for it, twenty of them, close nothing, and moderators see one report', async () => {
    const comment = await commented('canaryfinch')
    const crowd = []
    for (let time = 0; time < 20; time++)
      crowd.push(await isClosed(report(await makeAccount('fan'), 'comment', comment)))
    expect(crowd).not.toContain(true)
    expect(await wordsIn(thread)).toContain('canaryfinch')
    const lines = await listed(comment)
    expect(lines).toMatchObject([{ alike: 20 }])
    await closeReport(moderator, { reportId: lines[0]?.id ?? 0, outcome: 'nothing', answer: '' })
    const left = await readRows(`select 1 from report where comment_id = ${comment} and closed_at is null`)
    expect(left).toEqual([])
  })
})
