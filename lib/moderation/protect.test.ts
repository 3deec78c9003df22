import { describe, expect, it } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import {
  added,
  edited,
  factContent,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  send,
} from '@/lib/changesets/testing'
import { loadAtTitle } from '@/lib/pages/loaders'
import { protect } from './protect'
import { endOfProtection } from './protection-lengths'
import { unprotect } from './unprotect'

const { moderator, trusted } = await openTestWiki('moderator', 'trusted')

const here = { network: null }
let count = 0

const newPage = () => publishNew(moderator, 'page', pageContent(`Page ${++count}`, { p: 'one' }))

const guard = (entryId: number, { by = moderator, level = 'moderators', until = null as Date | null } = {}) =>
  protect(by, { entryId, level: level as 'moderators', until, reason: 'An edit war' }, here)

const edit = async (page: number, words: string) => {
  const [row] = await readRows(`select label from entry where id = ${page}`)
  const answer = await send(trusted, edited('page', page, 1, pageContent(String(row?.label), { p: words })))
  return answer.ok ? answer.outcome : answer.reason
}

describe('protecting an entry', () => {
  it('holds back what went live at once before, and says so where it is read', async () => {
    const page = await newPage()
    const until = new Date(Date.now() + 86_400_000)
    const answer = await guard(page, { until })
    expect(answer).toMatchObject({ ok: true, path: `/wiki/Page_${count}` })
    expect(await edit(page, 'two')).toBe('waiting')
    const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
    const at = await recordResponse(record, () => loadAtTitle(`Page_${count}`))
    expect(at.state === 'found' && at.page.head).toMatchObject({
      protection: 'moderators',
      protectionReason: 'An edit war',
    })
    expect(record.expiresAt).toBe(until.getTime())
    expect(
      await readRows(`select act, reason, is_public from audit_record where entry_id = ${page}`),
    ).toEqual([{ act: 'entry.protect', reason: 'An edit war', is_public: true }])
    const event = answer.ok ? answer.event : 0
    expect(await readRows(`select tags from cache_event where id = ${event}`)).toEqual([
      { tags: [`entry:${page}`, 'log'] },
    ])
  })

  it('of a page holds for the facts about it', async () => {
    const page = await newPage()
    await guard(page)
    const answer = await send(trusted, added('fact', factContent('It rains.', [page])))
    expect(answer).toMatchObject({ outcome: 'waiting' })
  })

  it('ends by the clock, and then means nothing', async () => {
    const page = await newPage()
    await guard(page, { until: new Date(Date.now() + 86_400_000) })
    await changeRows(`update entry set protected_until = now() - interval '1 second' where id = ${page}`)
    const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
    await recordResponse(record, () => loadAtTitle(`Page_${count}`))
    expect(record.expiresAt).toBeNull()
    expect(await edit(page, 'two')).toBe('published')
    expect(await guard(page, { until: null })).toMatchObject({ ok: true })
  })

  it('twice in the same way says so; another level or end is another protection', async () => {
    const page = await newPage()
    expect(await guard(page)).toMatchObject({ ok: true })
    expect(await guard(page)).toMatchObject({ ok: false, reason: 'no_change' })
    expect(await guard(page, { level: 'trusted' })).toMatchObject({ ok: true })
    expect(await guard(page, { level: 'trusted', until: new Date(Date.now() + 9e8) })).toMatchObject({
      ok: true,
    })
  })

  it('is lifted once', async () => {
    const page = await newPage()
    await guard(page)
    const lift = () => unprotect(moderator, { entryId: page, reason: 'They made up' }, here)
    expect(await lift()).toMatchObject({ ok: true })
    expect(await lift()).toMatchObject({ ok: false, reason: 'already_decided' })
    expect(await edit(page, 'two')).toBe('published')
  })

  it('is for moderators, as they are now, and for what is there', async () => {
    const page = await newPage()
    expect(await guard(page, { by: trusted })).toMatchObject({ reason: 'not_allowed' })
    const former = await makeAccount('moderator')
    await changeRows(`update account set role = 'fan' where id = ${former.id}`)
    expect(await guard(page, { by: former })).toMatchObject({ reason: 'not_allowed' })
    expect(await guard(999_999)).toMatchObject({ reason: 'not_found' })
    await changeRows(`update entry set deleted_at = now() where id = ${page}`)
    expect(await guard(page)).toMatchObject({ reason: 'already_decided' })
  })

  it('and an edit at the same time: the edit went live before, or it waits', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const page = await newPage()
      const [outcome, answer] = await Promise.all([edit(page, 'two'), guard(page)])
      expect(answer).toMatchObject({ ok: true })
      expect(['published', 'waiting']).toContain(outcome)
      const [row] = await readRows(`select count(*)::int as count from revision where entry_id = ${page}`)
      expect(row?.count).toBe(outcome === 'published' ? 2 : 1)
      const [late] = [await edit(page, 'three')]
      expect(late).not.toBe('published')
    }
  })
})

it('a protection for some days ends at a full hour, so that two clicks ask for the same', () => {
  const [one, other] = [new Date('2026-12-01T10:20:00Z'), new Date('2026-12-01T10:21:00Z')]
  expect(endOfProtection('week', null, one)).toEqual(new Date('2026-12-08T11:00:00Z'))
  expect(endOfProtection('week', null, other)).toEqual(endOfProtection('week', null, one))
  expect(endOfProtection('date', '2026-12-24', one)).toEqual(new Date('2026-12-24T23:59:00Z'))
  expect(endOfProtection('none', null, one)).toBeNull()
})
