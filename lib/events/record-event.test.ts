import { beforeAll, describe, expect, test } from 'vitest'
import { insertAnswer } from '@/db/operations/answers'
import { type Tx, transaction } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { submit } from '@/lib/changesets/submit'
import {
  added,
  changesetOf,
  edited,
  factContent,
  holdBack,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
} from '@/lib/changesets/testing'
import { visitor } from '@/lib/policy/actor'
import { noClient } from '@/lib/rate-limit/client-info'
import { fileReport } from '@/lib/reports/file-report'
import { reportSchema } from '@/lib/reports/schema'
import { accept } from '@/lib/review/accept'
import { decline } from '@/lib/review/turn-down'
import { recordEvent } from './record-event'

const { fan, moderator } = await openTestWiki('fan', 'moderator')

let page: number

/** What has been told since it was last asked, without the ids that an event does not name. */
let told = 0
async function news() {
  const rows =
    await readRows(`select id::int, jsonb_strip_nulls(to_jsonb(e) - 'id' - 'at') as told from event e
    where id > ${told} order by id`)
  told = Number(rows.at(-1)?.id ?? told)
  return rows.map((row) => row.told)
}

beforeAll(async () => {
  page = await publishNew(moderator, 'page', pageContent('Nick', { p: 'one' }))
  await news()
})

describe('what happened', () => {
  test('is told with the ids that it is about, in the order in which it did', async () => {
    const submission = await holdBack(fan, edited('page', page, 1, pageContent('Nick', { p: 'two' })))
    expect(await news()).toEqual([{ name: 'submission.sent', actor_id: fan.id, submission_id: submission }])
    await accept(moderator, { submissionId: submission, roundNumber: 1, key: newKey() })
    const [head] = await readRows(`select head_id::int as id from entry where id = ${page}`)
    expect(await news()).toEqual([
      { name: 'submission.accepted', actor_id: moderator.id, submission_id: submission },
      { name: 'entry.published', actor_id: fan.id, entry_id: page, revision_id: head?.id },
    ])
  })

  test('is told of each entry of a changeset, and once however often it is sent', async () => {
    const both = changesetOf(added('page', pageContent('Tara')), added('fact', factContent('Said.', [-1])))
    for (let time = 0; time < 2; time++) await submit(moderator, both, noClient)
    expect(await news()).toMatchObject([{ name: 'entry.published' }, { name: 'entry.published' }])
  })

  test('without an account is nobody’s', async () => {
    const report = reportSchema.parse({ key: newKey(), category: 'wrong', words: 'Please look.' })
    expect(await fileReport(visitor, report, noClient)).toMatchObject({ ok: true })
    expect(await news()).toEqual([{ name: 'report.opened', report_id: expect.any(Number) }])
  })

  test('holds no words: what was written in refusing is not in it', async () => {
    const submission = await holdBack(fan, edited('page', page, 2, pageContent('Nick', { p: 'marmalade' })))
    const seen = { submissionId: submission, roundNumber: 1, key: newKey() }
    await decline(moderator, { ...seen, reason: 'No marmalade' })
    expect(await readRows(`select 1 from event e where e::text ilike '%marmalade%'`)).toEqual([])
    expect(await news()).toHaveLength(2)
  })

  test('did not where the transaction was rolled back', async () => {
    const failing = transaction(async (tx) => {
      recordEvent(tx, { name: 'entry.deleted', actorId: moderator.id, entryId: page })
      throw new Error('after all, no')
    })
    await expect(failing).rejects.toThrow('after all, no')
    expect(await news()).toEqual([])
  })

  test('and nothing happened where it cannot be told', async () => {
    const key = newKey()
    const failing = transaction(async (tx) => {
      await keepAnswer(tx, key)
      const entryId = 'no number' as unknown as number
      recordEvent(tx, { name: 'entry.deleted', actorId: moderator.id, entryId })
    })
    await expect(failing).rejects.toThrow()
    expect(await readRows(`select 1 from answer where key = '${key}'`)).toEqual([])
  })
})

const keepAnswer = (tx: Tx, key: string) =>
  insertAnswer(tx, { accountId: moderator.id, key, bodyHash: 'hash', answer: {} })
