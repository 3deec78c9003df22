import { describe, expect, it } from 'vitest'
import { primary } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { findReportByReceipt } from '@/db/reports/reports'
import {
  edited,
  holdBack,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  paragraph,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { accept } from '@/lib/review/accept'
import { revert } from '@/lib/revisions/revert'
import { openWords } from '@/lib/worker/tasks/open-words'
import {
  decide,
  hasClosed,
  headOf,
  lastChecked,
  numberOf,
  report,
  reportPiece,
  said,
  shows,
  threePassages,
  versionsOf,
} from './testing-pieces'

const { owner, moderator, trusted } = await openTestWiki('owner', 'moderator', 'trusted')
await changeRows(
  `insert into infobox_field (kind, key, label, type, position) values ('topic', 'home', 'Home', 'line', 0)`,
)

let made = 0

describe('a passage', () => {
  const page = async (words: string) => publishNew(moderator, 'page', threePassages(`Page ${++made}`, words))

  it('opens by itself after a day, where nobody has written anything else there; and is closed once', async () => {
    const id = await page('canarycrow')
    await reportPiece(id, 'passage:p')
    const checkedId = await lastChecked()
    await openWords({ checkedId })
    expect(await said(id)).not.toContain('canarycrow')
    await changeRows(`update checked_words set until = now() - interval '1 minute' where id = ${checkedId}`)
    await openWords({ checkedId })
    await openWords({ checkedId })
    expect(await said(id)).toContain('canarycrow')
    expect(await versionsOf(id)).toHaveLength(3)
    expect(await hasClosed(reportPiece(id, 'passage:p'))).toBe(false)
  })

  it('stays closed through edits of its page, which are kept, and is put back where its place was moved to', async () => {
    const id = await page('canarylark')
    const [first = 0] = await versionsOf(id)
    await reportPiece(id, 'passage:p')
    const head = await headOf(id)
    const [a, p, z] = head.body.content
    const moved = { ...head, body: { ...head.body, content: [p, a, z, paragraph('n', 'It is new.')] } }
    await publishNow(moderator, edited('page', id, 2, moved))
    expect(await said(id)).not.toContain('canarylark')
    expect(await shows(first, 'canarylark')).toBe(false)
    await decide(moderator, 'upheld')
    expect((await headOf(id)).body.content.map(({ attrs }) => attrs.id)).toEqual(['p', 'a', 'z', 'n'])
    expect(await said(id)).toContain('canarylark')
    expect(await shows(first, 'canarylark')).toBe(true)
  })

  it('does not come back over what somebody wrote in its place', async () => {
    const id = await page('canaryrook')
    await reportPiece(id, 'passage:p')
    const title = (await headOf(id)).title
    await publishNow(moderator, edited('page', id, 2, threePassages(title, 'He lives somewhere.')))
    await decide(moderator, 'upheld')
    expect(await headOf(id)).toEqual(threePassages(title, 'He lives somewhere.'))
  })

  it('is not opened by an edit that was begun before, nor by one that waited, nor by undoing', async () => {
    const id = await page('canaryfinch')
    const title = (await headOf(id)).title
    const fan = await makeAccount('fan')
    const late = pageContent(title, { a: 'It begins well.', p: 'canaryfinch', z: 'It ends.' })
    const submission = await holdBack(fan, edited('page', id, 1, late))
    await reportPiece(id, 'passage:p')
    await publishNow(
      moderator,
      edited('page', id, 1, {
        ...late,
        body: { ...late.body, content: [...late.body.content, paragraph('n', 'New.')] },
      }),
    )
    expect(await said(id)).toContain('It begins well.')
    expect(await said(id)).not.toContain('canaryfinch')
    await accept(
      moderator,
      { submissionId: submission, roundNumber: 1, key: newKey(), reason: '' } as never,
      { network: null },
    )
    expect(await said(id)).not.toContain('canaryfinch')
    const [, closing = 0] = await versionsOf(id)
    const undone = await revert(trusted, { revisionId: closing, summary: 'No.', key: newKey() } as never, {
      network: null,
    })
    expect(undone.ok).toBe(false)
    expect(await said(id)).not.toContain('canaryfinch')
  })

  it('is taken out for good, with its older versions, or leaves what was written instead', async () => {
    const [gone, changed] = [await page('canaryshrike'), await page('canarytern')]
    await reportPiece(gone, 'passage:p')
    const { receipt } = await reportPiece(gone, 'passage:p', owner)
    await decide(moderator, 'withheld')
    expect((await headOf(gone)).body.content.map(({ attrs }) => attrs.id)).toEqual(['a', 'z'])
    expect(await findReportByReceipt(primary(), receipt)).toMatchObject({ outcome: 'acted' })
    await reportPiece(changed, 'passage:p')
    const title = (await headOf(changed)).title
    await publishNow(moderator, edited('page', changed, 2, threePassages(title, 'He lives.')))
    await decide(moderator, 'changed')
    expect(await headOf(changed)).toEqual(threePassages(title, 'He lives.'))
    const timed = await readRows(
      `select 1 from withholding where entry_id in (${gone}, ${changed}) and until is null`,
    )
    expect(timed).toHaveLength(2)
    for (const [id, word] of [
      [gone, 'canaryshrike'],
      [changed, 'canarytern'],
    ] as const)
      for (const version of await versionsOf(id)) expect(await shows(version, word)).toBe(false)
  })

  it('is closed once by two reports at the same time, and beside another one by a third', async () => {
    const id = await page('canarywren')
    const two = await Promise.all([
      hasClosed(reportPiece(id, 'passage:p')),
      hasClosed(reportPiece(id, 'passage:p', owner)),
    ])
    expect(two.sort()).toEqual([false, true])
    const first = await lastChecked()
    expect(await hasClosed(reportPiece(id, 'passage:z'))).toBe(true)
    expect(await versionsOf(id)).toHaveLength(3)
    await decide(moderator, 'upheld', first)
    expect(await said(id)).toContain('canarywren')
    expect(await said(id)).not.toContain('It ends.')
    const [oldest = 0] = await versionsOf(id)
    expect(await shows(oldest, 'It ends.')).toBe(false)
    await decide(moderator, 'upheld')
    expect(await said(id)).toContain('It ends.')
    expect(await shows(oldest, 'It ends.')).toBe(true)
  })

  it('is closed by two unrelated accounts that mean the same passage, and not by one, or where they mean two', async () => {
    const id = await page('canarypipit')
    const [one, other] = [await makeAccount('fan'), await makeAccount('fan')]
    await changeRows(`update account set created_at = now() - interval '30 days' where id = ${one.id}`)
    await changeRows(`update account set created_at = now() - interval '50 days' where id = ${other.id}`)
    expect(await hasClosed(reportPiece(id, 'passage:p', one))).toBe(false)
    expect(await hasClosed(reportPiece(id, 'passage:z', other))).toBe(false)
    expect(await hasClosed(reportPiece(id, 'passage:p', other))).toBe(true)
  })

  it('that is not there, or a page as a whole, closes nothing', async () => {
    const id = await page('canaryjay')
    expect(await hasClosed(reportPiece(id, 'passage:none'))).toBe(false)
    expect(await hasClosed(reportPiece(id, 'value:home'))).toBe(false)
    expect(await hasClosed(reportPiece(id, 'record'))).toBe(false)
    expect(await hasClosed(report(trusted, { kind: 'page', id: await numberOf(id) }))).toBe(false)
  })
})

describe('a source', () => {
  it('that is kept closed is deleted, and its words are in no version', async () => {
    const id = await publishNew(moderator, 'source', sourceContent('By canaryswift'))
    await report(trusted, { kind: 'source', id: await numberOf(id) })
    await decide(moderator, 'withheld')
    expect(await readRows(`select deletion_reason from entry where id = ${id}`)).toEqual([
      { deletion_reason: 'Hidden after a report' },
    ])
    for (const version of await versionsOf(id)) expect(await shows(version, 'canaryswift')).toBe(false)
  })
})
