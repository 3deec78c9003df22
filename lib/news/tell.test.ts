import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { countUnreadNews } from '@/db/news/news'
import { primary, transaction } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { blockAccount } from '@/lib/accounts/block-account'
import { setRole } from '@/lib/accounts/set-role'
import {
  edited,
  holdBack,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import { recordEvent } from '@/lib/events/record-event'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { noClient } from '@/lib/rate-limit/client-info'
import { fileReport } from '@/lib/reports/file-report'
import { closeReport } from '@/lib/reports/handle'
import { reportSchema } from '@/lib/reports/schema'
import { accept } from '@/lib/review/accept'
import { decline, requestChanges } from '@/lib/review/turn-down'
import { revert } from '@/lib/revisions/revert'
import { endBlock } from '@/lib/worker/tasks/end-block'
import { queueUndone } from '@/lib/worker/tasks/queue-undone'
import { tell } from '@/lib/worker/tasks/tell'
import { doJobs } from '@/lib/worker/testing'
import { catchUpNews } from './catch-up-news'
import { findLine, listNews } from './list'
import { markNewsRead } from './mark-read'

const { moderator, owner } = await openTestWiki('moderator', 'owner')

let fan: AccountActor
let page: number
let number = 1

beforeAll(async () => {
  page = await publishNew(moderator, 'page', pageContent('Truham', { p: 'one' }))
})

beforeEach(async () => {
  fan = await makeAccount('fan')
})

const whole = { family: null, before: null }
async function newsOf(actor: AccountActor) {
  const { days } = await listNews(actor, writersScope, whole)
  return days.flatMap(({ lines }) => lines)
}
const held = (words: string) =>
  holdBack(fan, edited('page', page, number, pageContent('Truham', { p: words })))
const seen = (submissionId: number) => ({ submissionId, roundNumber: 1, key: newKey() })
async function acceptOne(words: string) {
  const id = await held(words)
  expect(await accept(moderator, seen(id))).toMatchObject({ outcome: 'published' })
  number++
  return id
}

describe('what concerns somebody', () => {
  test('is told once: what was decided, with the reason, and by whom', async () => {
    const [asked, refused] = [await held('two'), await held('three')]
    await requestChanges(moderator, { ...seen(asked), reason: 'Which video?' })
    await decline(moderator, { ...seen(refused), reason: 'No source.' })
    await doJobs()
    await tell()
    expect(await newsOf(fan)).toMatchObject([
      { kind: 'not-accepted', words: { text: 'No source.', by: moderator.name }, isUnread: true, next: null },
      { kind: 'your-turn', words: { text: 'Which video?' }, next: `/submissions/${asked}/amend` },
    ])
    expect(await countUnreadNews(primary(), fan.id)).toBe(2)
    expect(await newsOf(moderator)).toEqual([])
  })

  test('several edits that were published are one line, which names where they are', async () => {
    await acceptOne('four')
    await acceptOne('five')
    await tell()
    const [line, ...others] = await newsOf(fan)
    expect(others).toEqual([])
    expect(line).toMatchObject({ kind: 'published', says: '2 edits are up, with your name.' })
    expect(line?.things[0]).toEqual({ label: 'Truham', path: '/wiki/Truham' })
    expect(await countUnreadNews(primary(), fan.id)).toBe(1)
  })

  test('an edit that was merged with what others had published meanwhile says so', async () => {
    const by = await makeAccount('fan')
    const texts = (first: string, second: string) => pageContent('Higgs', { a: first, b: second })
    const entry = await publishNew(moderator, 'page', texts('one', 'two'))
    const submission = await holdBack(by, edited('page', entry, 1, texts('one', 'two, mine')))
    await publishNow(owner, edited('page', entry, 1, texts('one, theirs', 'two')))
    expect(await accept(moderator, seen(submission))).toMatchObject({ outcome: 'published' })
    await tell()
    const says = 'It is up, with your name. It was merged with what others changed meanwhile.'
    expect(await newsOf(by)).toMatchObject([{ kind: 'published', says }])

    // What one had changed oneself meanwhile is no other's.
    const alone = await makeAccount('fan')
    const own = await publishNew(moderator, 'page', pageContent('Truham hall', { a: 'one', b: 'two' }))
    const ofOwn = (first: string, second: string) => pageContent('Truham hall', { a: first, b: second })
    const first = await holdBack(alone, edited('page', own, 1, ofOwn('one, mine', 'two')))
    const second = await holdBack(alone, edited('page', own, 1, ofOwn('one', 'two, mine')))
    for (const id of [first, second])
      expect(await accept(moderator, seen(id))).toMatchObject({ outcome: 'published' })
    await tell()
    expect(await newsOf(alone)).toMatchObject([{ says: '2 edits are up, with your name.' }])
  })

  test('an edit that was undone, a report that was answered, a role, and a block and its end', async () => {
    await acceptOne('six')
    const [head] = await readRows(`select head_id::int as id from entry where id = ${page}`)
    const undoing = { revisionId: Number(head?.id), summary: 'Not so', key: newKey() }
    expect(await revert(moderator, undoing)).toMatchObject({ outcome: 'published' })
    number++
    const report = reportSchema.parse({ key: newKey(), category: 'wrong', words: 'Look.' })
    await fileReport(fan, report, noClient)
    const [filed] = await readRows(`select max(id)::int as id from report`)
    await closeReport(moderator, { reportId: Number(filed?.id), outcome: 'acted', answer: 'Thank you.' })
    await setRole(owner, { accountId: fan.id, role: 'trusted', reason: 'Good work' })
    await blockAccount(moderator, { accountId: fan.id, reason: 'Spam', length: 'day' })
    await tell()
    const blocked = {
      ...fan,
      role: 'trusted' as const,
      isBlocked: true,
      block: { reason: 'Spam', until: null },
    }
    expect(await newsOf(blocked)).toMatchObject([
      { kind: 'blocked', says: expect.stringContaining('Spam') },
      { kind: 'role', says: expect.stringContaining('trusted editor') },
      { kind: 'report-answered', words: { text: 'Thank you.', by: null } },
      { kind: 'reverted', things: [{ label: 'Truham' }], path: '/history/Truham' },
      { kind: 'published' },
    ])
    await readRows(`update block set expires_at = now() - interval '1 minute' where account_id = ${fan.id}`)
    const [block] = await readRows(`select id::int from block where account_id = ${fan.id}`)
    await queueUndone()
    await doJobs()
    await endBlock({ blockId: Number(block?.id) })
    await tell()
    expect((await newsOf(fan)).map(({ kind }) => kind).slice(0, 2)).toEqual(['unblocked', 'blocked'])
  })

  test('is not told of what one did oneself, nor a new account of its own beginning', async () => {
    await transaction(async (tx) => {
      recordEvent(tx, { name: 'account.role-changed', actorId: fan.id, accountId: fan.id })
    })
    await readRows(`insert into event (name, account_id, at) select 'account.role-changed', id, created_at
      from account where id = ${fan.id}`)
    await readRows(`insert into untold_event select max(id) from event`)
    await tell()
    expect(await newsOf(fan)).toEqual([])
  })
})

describe('no event is lost, and none is told twice', () => {
  test('by two workers at once, and by one that is stopped before it ends', async () => {
    const id = await held('seven')
    await decline(moderator, { ...seen(id), reason: 'Not yet.' })
    const stopped = transaction(async (tx) => {
      await tx.execute('delete from untold_event')
      throw new Error('killed')
    })
    await expect(stopped).rejects.toThrow('killed')
    await Promise.all([tell(), tell(), tell()])
    expect(await newsOf(fan)).toHaveLength(1)
    expect(await readRows(`select 1 from untold_event`)).toEqual([])
  })

  test('and what was lost is made again from the events', async () => {
    const id = await held('eight')
    await decline(moderator, { ...seen(id), reason: 'Not yet.' })
    await tell()
    const before = await readRows(`select account_id, event_id, kind, topic from notification order by 1, 2`)
    await catchUpNews()
    expect(await readRows(`select 1 from untold_event`)).toEqual([])
    await readRows('delete from notification')
    await catchUpNews()
    await tell()
    expect(
      await readRows(`select account_id, event_id, kind, topic from notification order by 1, 2`),
    ).toEqual(before)
  })

  test('where its job is gone, it is queued again', async () => {
    await readRows(`with written as (insert into event (name, actor_id, account_id)
      values ('account.role-changed', ${owner.id}, ${fan.id}) returning id)
      insert into untold_event select id from written`)
    await queueUndone()
    await doJobs()
    expect(await newsOf(fan)).toHaveLength(1)
  })
})

describe('what was told', () => {
  test('is read when it is opened, or all at once, but not what came since', async () => {
    const [one, other] = [await held('ten'), await held('eleven')]
    await decline(moderator, { ...seen(one), reason: 'Not yet.' })
    await tell()
    const [line] = await newsOf(fan)
    await decline(moderator, { ...seen(other), reason: 'Not yet.' })
    await tell()
    expect(await markNewsRead(fan, { upTo: line?.id ?? 0 })).toEqual({ ok: true })
    expect((await newsOf(fan)).map(({ isUnread }) => isUnread)).toEqual([true, false])
    const opened = await findLine(fan, writersScope, line?.id ?? 0)
    expect(opened?.path).toBe(`/submissions/${one}`)
    expect(await findLine(moderator, writersScope, line?.id ?? 0)).toBeNull()
  })

  test('does not say what was deleted since', async () => {
    const gone = await publishNew(moderator, 'page', pageContent('Marmalade', { p: 'one' }))
    const id = await holdBack(fan, edited('page', gone, 1, pageContent('Marmalade', { p: 'two' })))
    await accept(moderator, seen(id))
    const [head] = await readRows(`select head_id::int as id from entry where id = ${gone}`)
    await revert(moderator, { revisionId: Number(head?.id), summary: 'No', key: newKey() })
    await tell()
    expect(JSON.stringify(await newsOf(fan))).toContain('Marmalade')
    await deleteEntry(moderator, { entryId: gone, reason: 'No' })
    const [undone] = await newsOf(fan)
    expect(undone).toMatchObject({ kind: 'reverted', things: [{ path: null }], path: '/news' })
    expect(undone?.things[0]?.label).not.toContain('Marmalade')
  })
})

test('published at once by who may, it costs one job for some seconds, and tells nobody who does not watch', async () => {
  await doJobs()
  for (const words of ['x', 'y']) {
    await publishNow(moderator, edited('page', page, number, pageContent('Truham', { p: words })))
    number++
  }
  const [job] = await readRows(`select queued::int from jobs.counts() where task = 'tell'`)
  expect(job?.queued).toBeGreaterThanOrEqual(1)
  expect(job?.queued).toBeLessThanOrEqual(2)
  await tell()
  expect(await readRows('select 1 from untold_event')).toEqual([])
})
