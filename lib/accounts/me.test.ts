import { describe, expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import {
  changesetOf,
  edited,
  holdBack,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import type { AccountActor } from '@/lib/policy/actor'
import { accept } from '@/lib/review/accept'
import { decline, requestChanges } from '@/lib/review/turn-down'
import { amend } from '@/lib/submissions/amend'
import { noteSeen } from '@/lib/submissions/note-seen'
import { listOwn } from '@/lib/submissions/own-list'
import { reopen } from '@/lib/submissions/reopen'
import { withdraw } from '@/lib/submissions/withdraw'
import { startThread } from '@/lib/talk/start'
import { blockAccount } from './block-account'
import { meOf } from './me'
import { unblockAccount } from './unblock-account'

const { moderator } = await openTestWiki('moderator')

const here = { network: null }
const none = { waiting: 0, changesRequested: 0, declined: 0 }
let fan: AccountActor
let page: number
let pages = 0

async function mine(by = fan) {
  const { me } = await meOf(by)
  if (!me.signedIn) throw new Error('nobody is signed in')
  const { groups } = await listOwn(by, { state: null, before: null })
  const turns = Object.fromEntries(groups.map(({ turn, lines }) => [turn, lines.map(({ id }) => id)]))
  return { own: me.own, edits: me.ownEdits.map(({ state }) => state), turns }
}

const title = () => `Page ${pages}`
const text = (p: string) => pageContent(title(), { p })
const seen = (submissionId: number, roundNumber = 1) => ({
  submissionId,
  roundNumber,
  key: newKey(),
  reason: 'Why?',
})

/** An edit of a page of its own that waits, by somebody who has sent nothing else. */
async function waiting(): Promise<number> {
  pages += 1
  fan = await makeAccount('fan')
  page = await publishNew(moderator, 'page', text('one'))
  return holdBack(fan, edited('page', page, 1, text('two')))
}

test('moderators are told how many comments wait, beside the reports', async () => {
  const about = await publishNew(moderator, 'page', pageContent('Held'))
  const by = await makeAccount('fan')
  const words = 'My first words.'
  await startThread(by, { key: newKey(), entryId: about, subject: 'A question', words })
  expect((await meOf(moderator)).me).toMatchObject({ reports: { open: 0, urgent: 0, held: 1 } })
  expect((await meOf(by)).me).toMatchObject({ reports: null })
})

describe('what is told of one’s own edits', () => {
  test('whose turn it is, from sending to the end', async () => {
    const held = await waiting()
    const asReviewers = { own: { ...none, waiting: 1 }, edits: ['waiting'] }
    const isReviewers = { ...asReviewers, turns: { author: [], reviewer: [held], nobody: [] } }
    expect(await mine()).toEqual(isReviewers)
    await requestChanges(moderator, seen(held))
    const turns = { author: [held], reviewer: [], nobody: [] }
    expect(await mine()).toEqual({
      own: { ...none, changesRequested: 1 },
      edits: ['changes_requested'],
      turns,
    })
    const round = { ...seen(held), state: 'changes_requested' as const }
    await amend(fan, { ...changesetOf(edited('page', page, 1, text('three'))), amends: round }, here)
    expect(await mine()).toEqual(isReviewers)
    await decline(moderator, seen(held, 2))
    expect(await mine()).toEqual({ own: { ...none, declined: 1 }, edits: ['declined'], turns })
    expect(await noteSeen(moderator, { submissionId: held })).toMatchObject({ reason: 'not_found' })
    expect((await mine()).own.declined).toBe(1)
    expect(await noteSeen(fan, { submissionId: held })).toEqual({ ok: true })
    const isOver = { own: none, edits: [], turns: { author: [], reviewer: [], nobody: [held] } }
    expect(await mine()).toEqual(isOver)
    // Sent and declined again, it is news again.
    await reopen(fan, { ...seen(held, 2), state: 'declined' })
    expect(await mine()).toEqual(isReviewers)
    await decline(moderator, seen(held, 3))
    expect(await mine()).toMatchObject({ own: { declined: 1 } })
  })

  test('what was published, overtaken or taken back waits for nobody, small edits too', async () => {
    const small = async () => {
      const held = await waiting()
      await changeRows(`update submission set is_minor = true where id = ${held}`)
      return held
    }
    const ends: ((held: number) => Promise<unknown>)[] = [
      (held) => accept(moderator, seen(held)),
      (held) => withdraw(fan, { ...seen(held), state: 'waiting' }),
      async (held) => {
        await publishNow(moderator, edited('page', page, 1, text('two')))
        return accept(moderator, seen(held))
      },
    ]
    for (const end of ends) {
      const held = await small()
      expect(await end(held)).toMatchObject({ ok: true })
      expect(await mine()).toEqual({
        own: none,
        edits: [],
        turns: { author: [], reviewer: [], nobody: [held] },
      })
    }
  })

  test('of several edits of one entry that is told which is one’s turn, and by what it proposes now', async () => {
    const first = await waiting()
    await requestChanges(moderator, seen(first))
    await holdBack(fan, edited('page', page, 1, text('two and more')))
    expect(await mine()).toMatchObject({
      own: { waiting: 1, changesRequested: 1 },
      edits: ['changes_requested'],
    })
    // Amended to be about another page, it has nothing to do with the first any more.
    const only = await waiting()
    const before = page
    const other = await publishNew(moderator, 'page', pageContent('Elsewhere', { p: 'one' }))
    const moved = changesetOf(edited('page', other, 1, pageContent('Elsewhere', { p: 'two' })))
    await amend(fan, { ...moved, amends: { ...seen(only), state: 'waiting' } }, here)
    const { me } = await meOf(fan)
    expect(me.signedIn && me.ownEdits.map(({ entryId }) => entryId)).toEqual([other])
    expect(other).not.toBe(before)
  })
})

describe('what is told of somebody on their page', () => {
  const shown = async (by: AccountActor, id: number) => {
    const { me } = await meOf(by, { person: id })
    return me.signedIn ? me.person : null
  }

  test('what may be done to them now, as the block stands, and to nobody else', async () => {
    fan = await makeAccount('fan')
    expect(await shown(moderator, fan.id)).toEqual({ acts: ['rename', 'networks', 'block'], standing: null })
    await blockAccount(moderator, { accountId: fan.id, reason: 'Advertising.', length: 'day' }, here)
    const standing = expect.stringMatching(/blocked this account .* until .*Advertising\./)
    expect(await shown(moderator, fan.id)).toEqual({ acts: ['rename', 'networks', 'unblock'], standing })
    expect(await shown(fan, fan.id)).toBeNull()
    expect(await shown(await makeAccount('trusted'), fan.id)).toBeNull()
    await changeRows(`update block set expires_at = now() where account_id = ${fan.id}`)
    expect(await shown(moderator, fan.id)).toMatchObject({
      acts: ['rename', 'networks', 'block'],
      standing: null,
    })
    await blockAccount(moderator, { accountId: fan.id, reason: 'Again.', length: 'lifted' }, here)
    await unblockAccount(moderator, { accountId: fan.id, reason: 'Sorry.' }, here)
    expect(await shown(moderator, fan.id)).toMatchObject({
      acts: ['rename', 'networks', 'block'],
      standing: null,
    })
  })

  test('nothing that would be refused is offered', async () => {
    const owner = await makeAccount('owner')
    expect(await shown(moderator, owner.id)).toEqual({ acts: [], standing: null })
    expect(await shown(owner, moderator.id)).toMatchObject({ acts: ['rename', 'role', 'networks', 'block'] })
    expect(await shown(owner, 987_654_321)).toBeNull()
  })
})
