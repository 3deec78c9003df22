import { beforeEach, describe, expect, it } from 'vitest'
import { primary } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { findRevisionTexts } from '@/db/revisions/revisions'
import { submit } from '@/lib/changesets/submit'
import {
  changesetOf,
  edited,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  send,
} from '@/lib/changesets/testing'
import { saying } from '@/lib/messages/testing'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { loadAtTitle } from '@/lib/pages/loaders'
import type { AccountActor } from '@/lib/policy/actor'
import { readScopeOf } from '@/lib/policy/policy'
import { loadAccountPage, loadComparison, loadPageHistory } from '@/lib/revisions/loaders'
import { loadRecent } from '@/lib/revisions/recent'
import { revert } from '@/lib/revisions/revert'
import { editComment } from '@/lib/talk/edit-comment'
import { done, replied, started } from '@/lib/talk/testing'
import { withholdComment } from '@/lib/talk/withhold-comment'
import { findWords } from './find-words'
import { liftWithheld } from './lift-withheld'
import type { Withholding } from './range'
import { withhold } from './withhold'

const { owner, moderator } = await openTestWiki('owner', 'moderator')

const CANARY = 'canarywing'
const here = { network: null }
let count = 0
let title: string
let page: number

/** A page whose versions 2 and 3 say the canary, by text and summary; the head is clean. */
beforeEach(async () => {
  title = `Page ${++count}`
  page = await publishNew(moderator, 'page', pageContent(title, { a: 'one', b: 'two' }))
  await publish(1, { a: 'one', b: `two ${CANARY}` }, `about ${CANARY}`)
  await publish(2, { a: 'one more', b: `two ${CANARY}` })
  await publish(3, { a: 'one more', b: 'two' })
})

async function publish(base: number, paragraphs: Record<string, string>, summary = '', by = moderator) {
  const changes = changesetOf(edited('page', page, base, pageContent(title, paragraphs)))
  expect(await submit(by, { ...changes, summary }, here)).toMatchObject({ outcome: 'published' })
}

const hide = (rest: Partial<Withholding> = {}, by = moderator) =>
  withhold(
    by,
    {
      entryId: page,
      from: 2,
      to: 3,
      parts: ['text'],
      strength: 'hidden',
      reason: 'unkind',
      words: null,
      ...rest,
    },
    here,
  )

const ids = async () =>
  (await readRows(`select id from revision where entry_id = ${page} order by number`)).map(({ id }) =>
    Number(id),
  )

/** Everything that a visitor can read of the page, as one text. */
async function public_(): Promise<string> {
  const [first = 0, second = 0, third = 0, fourth = 0] = await ids()
  const address = title.replace(' ', '_')
  const tagsOfAct = [
    await loadAtTitle(address),
    await loadPageHistory(address, undefined),
    await loadRecent(undefined),
    await loadAccountPage(String(moderator.id), undefined),
  ]
  for (const [a, b] of [
    [first, second],
    [second, third],
    [third, fourth],
  ])
    tagsOfAct.push((await loadComparison(String(a), String(b))) as never)
  return JSON.stringify(tagsOfAct)
}

const textsFor = async (actor: AccountActor) => {
  const rows = await findRevisionTexts(primary(), readScopeOf(actor), await ids())
  return rows
    .filter((row) => JSON.stringify(row.content).includes(CANARY))
    .map((row) => row.number)
    .sort()
}

const hidden = () => readRows(`select id::int, part from withholding where entry_id = ${page} order by id`)

describe('hiding versions', () => {
  it('takes the text from everybody but moderators', async () => {
    expect(await public_()).toContain(CANARY)
    const answer = await hide({ parts: ['text', 'summary'] })
    expect(answer).toMatchObject({ ok: true })
    expect(await public_()).not.toContain(CANARY)
    expect(await textsFor(moderator)).toEqual([2, 3])
    const [event] = await readRows(
      `select tags, is_withholding from cache_event where id = ${answer.ok && answer.event}`,
    )
    expect(event).toEqual({
      is_withholding: true,
      tags: [`contributions:${moderator.id}`, `entry:${page}`, `history:${page}`, 'log', 'recent'],
    })
  })

  it('suppressed, only owners read it, and the public log says nothing', async () => {
    expect(await hide({ strength: 'suppressed' })).toMatchObject({ reason: 'not_allowed' })
    expect(await hide({ strength: 'suppressed' }, owner)).toMatchObject({ ok: true })
    expect([await textsFor(moderator), await textsFor(owner)]).toEqual([[], [2, 3]])
    const records = await readRows(`select act, is_public from audit_record where entry_id = ${page}`)
    expect(records).toEqual([{ act: 'entry.suppress', is_public: false }])
  })

  it('takes summaries and names by themselves, of the current version too', async () => {
    expect(await hide({ parts: ['summary', 'author'], from: 1, to: 4 })).toMatchObject({ ok: true })
    const at = await loadPageHistory(title.replace(' ', '_'), undefined)
    const lines = at.state === 'found' ? at.history.lines : []
    expect(lines.map(({ summary, author }) => [summary, author.by])).toEqual(Array(4).fill([null, 'hidden']))
    const there = await loadAtTitle(title.replace(' ', '_'))
    expect(there.state === 'found' && there.page.head.isAuthorWithheld).toBe(true)
  })

  it('whose text the current version still says is refused, with what to do instead', async () => {
    expect(await hide({ to: 4 })).toMatchObject({
      reason: 'head_not_clean',
      fields: { to: saying(expect.stringContaining('Edit it out')) },
    })
    expect(await hidden()).toEqual([])
  })

  it('of an entry with only one says what to do instead', async () => {
    const only = await publishNew(moderator, 'page', pageContent(`Only ${count}`))
    expect(await hide({ entryId: only, from: 1, to: 1 })).toMatchObject({
      reason: 'head_not_clean',
      message: saying(expect.stringMatching(/only version.*delete the page/)),
    })
  })

  it('asks for versions that there are', async () => {
    for (const range of [
      { from: 2, to: 9 },
      { from: 3, to: 2 },
    ])
      expect(await hide(range)).toMatchObject({ reason: 'invalid', fields: expect.any(Object) })
    expect(await hide({ entryId: 999_999 })).toMatchObject({ reason: 'not_found' })
  })

  it('twice says so; stronger, or wider, is another act', async () => {
    expect(await hide()).toMatchObject({ ok: true })
    expect(await hide({ from: 3 })).toMatchObject({ ok: false, reason: 'already_decided' })
    expect(await hide({ from: 1 })).toMatchObject({ ok: true })
    expect(await hide({ strength: 'suppressed' }, owner)).toMatchObject({ ok: true })
    expect(await hide()).toMatchObject({ ok: false, reason: 'already_decided' })
    expect(await hide({ parts: ['text', 'summary'] })).toMatchObject({ ok: true })
    expect((await hidden()).map(({ part }) => part)).toEqual(['text', 'text', 'text', 'summary'])
  })

  it('is for moderators', async () => {
    expect(await hide({}, await makeAccount('trusted'))).toMatchObject({ reason: 'not_allowed' })
    expect(await hidden()).toEqual([])
  })

  it('works for what is deleted, too', async () => {
    await deleteEntry(moderator, { entryId: page, reason: 'hoax' }, here)
    expect(await hide()).toMatchObject({ ok: true })
  })

  it('keeps the text from reverts, and from who edits the version', async () => {
    await hide()
    const [, second = 0] = await ids()
    const undone = await revert(moderator, { revisionId: second, summary: '', key: newKey() })
    expect(undone).toMatchObject({ ok: false, reason: 'not_found' })
    const clash = await send(moderator, edited('page', page, 3, pageContent(title, { a: 'mine', b: 'mine' })))
    expect(JSON.stringify(clash)).not.toContain(CANARY)
    expect(clash).toMatchObject({ ok: false, reason: 'not_found' })
  })

  it('and publishing at the same time: nothing that became the current version is hidden', async () => {
    for (let turn = 0; turn < 6; turn++) {
      const base = 4 + turn
      const edit = send(
        moderator,
        edited('page', page, base, pageContent(title, { a: `turn ${turn}`, b: 'two' })),
      )
      const [published, answer] = await Promise.all([edit, hide({ from: 1, to: base })])
      expect(published).toMatchObject({ ok: true })
      expect(answer.ok || answer.reason).toSatisfy((one) => one === true || one === 'head_not_clean')
      const [head] = await readRows(`select r.number from entry e join revision r on r.id = e.head_id
        where e.id = ${page} and exists (select 1 from withholding w where w.entry_id = e.id
          and r.number between w.from_number and w.to_number)`)
      expect(head).toBeUndefined()
    }
  })
})

describe('showing again', () => {
  const lift = async (by = moderator) => {
    const [{ id } = {}] = await hidden()
    return liftWithheld(by, { withholdingId: Number(id), reason: 'a mistake' }, here)
  }

  it('brings it back, once', async () => {
    await hide({ parts: ['text'] })
    expect(await lift()).toMatchObject({ ok: true, entryId: page })
    expect(await public_()).toContain(CANARY)
    expect(await lift()).toMatchObject({ reason: 'already_decided' })
    expect(await readRows(`select act from audit_record where entry_id = ${page} order by id`)).toEqual([
      { act: 'entry.hide' },
      { act: 'entry.unhide' },
    ])
  })

  it('is for those who might have hidden it', async () => {
    await hide({ strength: 'suppressed' }, owner)
    expect(await lift()).toMatchObject({ reason: 'not_found' })
    expect(await lift(owner)).toMatchObject({ ok: true })
    expect(await liftWithheld(owner, { withholdingId: 999_999, reason: 'x' }, here)).toMatchObject({
      reason: 'not_found',
    })
  })
})

describe('finding words', () => {
  const find = async (words: string, by = moderator) => {
    const [row] = await readRows(`select r.number from entry e join revision r on r.id = e.head_id
      where e.id = ${page}`)
    return findWords(primary(), readScopeOf(by), { id: page, headNumber: Number(row?.number) }, words)
  }

  it('tells from which version to which they stand, and whether today’s is clean', async () => {
    expect(await find(`TWO  ${CANARY}`)).toEqual({
      range: { from: 2, to: 3, count: 2 },
      isInHead: false,
      summaries: [],
      comments: [],
    })
    expect(await find(CANARY)).toMatchObject({ summaries: [2] })
    expect(await find('one more')).toMatchObject({ range: { from: 3, to: 4 }, isInHead: true })
    expect(await find('never said')).toEqual({ range: null, isInHead: false, summaries: [], comments: [] })
    expect((await find('paragraph')).range).toBeNull()
  })

  it('tells which comments about it say them, or said them, or stand under a subject that does', async () => {
    const [first, second] = ['It says marmalade.', 'Nothing here.']
    const { threadId, commentId } = await done(started(moderator, page, first, 'A jar of canaryjam'))
    const held = await done(replied(await makeAccount('fan'), threadId, `Is it Canary-Word? ${second}`))
    const edited = await done(replied(owner, threadId, 'Some marmalade.'))
    await done(editComment(owner, { commentId: edited.commentId, words: second }))
    const idsOf = async (words: string, by = moderator) =>
      (await find(words, by)).comments.map(({ id }) => id)
    expect(await idsOf('MARMALADE')).toEqual([commentId, edited.commentId])
    expect(await idsOf('canaryjam')).toEqual([commentId])
    expect(await idsOf('canary-word')).toEqual([held.commentId])
    await done(withholdComment(owner, { commentId, strength: 'suppressed', reason: 'private' }))
    expect(await idsOf('canaryjam')).toEqual([])
    expect(await idsOf('canaryjam', owner)).toEqual([commentId])
  })

  it('finds what is hidden only for those who may read it', async () => {
    await hide({ strength: 'suppressed' }, owner)
    expect((await find(CANARY)).range).toBeNull()
    expect((await find(CANARY, owner)).range).toMatchObject({ from: 2, to: 3 })
  })
})
