import { beforeEach, describe, expect, test } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import { blockAccount } from '@/lib/accounts/block-account'
import { changeMute } from '@/lib/accounts/mutes/change-mute'
import {
  changesetOf,
  edited,
  holdBack,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
} from '@/lib/changesets/testing'
import { listNews } from '@/lib/news/list'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { showCase } from '@/lib/review/show-case'
import { decline } from '@/lib/review/turn-down'
import { amend } from '@/lib/submissions/amend'
import { tell } from '@/lib/worker/tasks/tell'
import { editComment } from '../edit-comment'
import { reply } from '../reply'
import { settleThread } from '../settle'
import { done, eventsOf, refusalOf, shownIn } from '../testing'
import { withholdComment } from '../withhold-comment'
import { conversationFor } from './conversation'
import { converse } from './converse'

const { moderator, owner, trusted } = await openTestWiki('moderator', 'owner', 'trusted')
const page = await publishNew(moderator, 'page', pageContent('Truham', { p: 'one' }))

let fan: AccountActor
let sent: number

beforeEach(async () => {
  fan = await makeAccount('fan')
  sent = await holdBack(fan, edited('page', page, 1, pageContent('Truham', { p: 'two' })))
})

const said = (by: AccountActor, words = 'Which video do you mean?') =>
  converse(by, { key: newKey(), submissionId: sent, words })

async function newsOf(actor: AccountActor) {
  await tell()
  const { days } = await listNews(actor, writersScope, { family: null, before: null })
  return days.flatMap(({ lines }) => lines)
}

const wordsFor = async (actor: AccountActor) => JSON.stringify(await conversationFor(actor, sent))

describe('the conversation of a submission', () => {
  test('is between its author and moderators, at once, and says who wrote what', async () => {
    await done(said(fan))
    await done(said(moderator, 'The second one.'))
    for (const [reader, isAuthor] of [
      [fan, true],
      [moderator, false],
      [owner, false],
    ] as const)
      expect(await conversationFor(reader, sent)).toMatchObject({
        isAuthor,
        count: 2,
        comments: [{ author: { name: fan.name } }, { author: { name: moderator.name } }],
        writer: { accountId: reader.id },
      })
  })

  test('is not there for anybody else, nor at the address of a thread', async () => {
    const { threadId, commentId } = await done(said(fan))
    for (const stranger of [trusted, await makeAccount('fan')]) {
      expect(await conversationFor(stranger, sent)).toBeNull()
      expect(await refusalOf(said(stranger))).toContain('not_found')
      const answer = { key: newKey(), threadId, answers: null, words: 'Me too.' }
      expect(await refusalOf(reply(stranger, answer))).toContain('not_found')
      expect(await refusalOf(editComment(stranger, { commentId, words: 'No.' }))).toContain('not_found')
    }
    expect(await shownIn(threadId)).toBeNull()
    expect(await refusalOf(settleThread(moderator, { threadId, outcome: '' }))).toContain('not_found')
  })

  test('announces nothing to caches, and mentions nobody', async () => {
    const events = () => readRows('select count(*)::int as n from cache_event')
    const before = await events()
    const { commentId, event } = await done(said(moderator, `@${trusted.name.replace(' ', '_')} would know.`))
    expect(event).toBeNull()
    expect(await events()).toEqual(before)
    expect(await eventsOf(commentId)).toEqual(['submission.commented'])
    expect(await newsOf(trusted)).toEqual([])
  })

  test('is begun once by two who write first at the same moment, and under one key written once', async () => {
    const key = newKey()
    const twice = { key, submissionId: sent, words: 'Hello?' }
    const [one, other] = await Promise.all([done(said(moderator)), done(converse(fan, twice))])
    expect(other.threadId).toBe(one.threadId)
    expect(await converse(fan, twice)).toMatchObject({ ok: true, commentId: other.commentId })
    expect(await conversationFor(fan, sent)).toMatchObject({ count: 2 })
  })

  test('says of each comment which version it was written about, once there are several', async () => {
    await done(said(moderator, 'Which video?'))
    expect((await conversationFor(fan, sent))?.rounds).toEqual(new Map())
    const next = changesetOf(edited('page', page, 1, pageContent('Truham', { p: 'three' })))
    const seen = { submissionId: sent, roundNumber: 1, state: 'waiting' as const }
    expect(await amend(fan, { ...next, amends: seen }, { network: null })).toMatchObject({ ok: true })
    await done(said(fan, 'The second one.'))
    expect((await conversationFor(moderator, sent))?.rounds).toEqual(
      new Map([
        [1, 1],
        [2, 2],
      ]),
    )
    // Both are in what happened so far.
    const found = await showCase(moderator, sent)
    expect(found?.story.map(({ what, round }) => [what, round])).toEqual([
      ['amended', 2],
      ['sent', 1],
    ])
  })

  test('is told to its author, even where they have muted the moderator', async () => {
    await done(changeMute(fan, { accountId: moderator.id, on: 'yes' }))
    await done(said(moderator, 'Which video?'))
    expect(await newsOf(fan)).toMatchObject([{ says: expect.stringContaining(moderator.name) }])
  })

  test('is changed for an hour, and what is withheld in it is gone for its author', async () => {
    const { commentId } = await done(said(moderator, 'Nonsense.'))
    expect((await conversationFor(moderator, sent))?.editable.get(commentId)).toBe(60)
    expect((await conversationFor(fan, sent))?.editable.get(commentId)).toBe(0)
    await done(editComment(moderator, { commentId, words: 'Not quite.' }))
    expect(await wordsFor(fan)).toContain('Not quite.')
    await done(withholdComment(owner, { commentId, strength: 'hidden', reason: 'unkind' }))
    expect(await wordsFor(fan)).not.toContain('Not quite.')
  })

  test('is read, and not written, by who is blocked', async () => {
    await done(said(moderator))
    await blockAccount(moderator, { accountId: fan.id, reason: 'Spam', length: 'day' })
    const blocked = { ...fan, isBlocked: true, block: { reason: 'Spam', until: null } }
    expect(await refusalOf(said(blocked))).toContain('blocked')
    expect(await conversationFor(blocked, sent)).toMatchObject({ writer: null, count: 1 })
  })

  test('shows its newest part of fifty, and leads to the others', async () => {
    const { threadId } = await done(said(fan))
    await readRows(`with more as (insert into comment (thread_id, number, author_id, words, state)
      select ${threadId}, n, ${fan.id}, 'Comment ' || n, 'shown' from generate_series(2, 51) n returning 1)
      update thread set last_number = 51, comments = 51 where id = ${threadId}`)
    const older = `/submissions/${sent}?from=1#conversation`
    expect(await conversationFor(fan, sent)).toMatchObject({ comments: [{ number: 51 }], older, newer: null })
    const first = await conversationFor(fan, sent, 7)
    expect(first?.comments).toHaveLength(50)
    expect(first?.newer).toBe(`/submissions/${sent}?from=51#conversation`)
  })
})

describe('the other side is told', () => {
  test('its author of what a moderator wrote, and whoever decided of what the author asks', async () => {
    await decline(moderator, { submissionId: sent, roundNumber: 1, key: newKey(), reason: 'No source.' })
    await done(said(fan, 'Is the interview no source?'))
    expect((await newsOf(moderator))[0]).toMatchObject({
      kind: 'written-to',
      things: [{ label: 'Truham', path: `/submissions/${sent}?from=1#comment-1` }],
      says: `${fan.name} wrote in its conversation.`,
    })
    await done(said(owner, 'It is, if you add it.'))
    expect((await newsOf(fan))[0]).toMatchObject({
      kind: 'written-to',
      says: `${owner.name} wrote in its conversation.`,
    })
    expect(await newsOf(owner)).toEqual([])
    // Who lost the right to read it reads no line of it.
    const demoted = { ...moderator, role: 'fan' as const }
    expect(JSON.stringify(await newsOf(demoted))).not.toContain('Truham')
  })
})
