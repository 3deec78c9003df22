import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import { blockAccount } from '@/lib/accounts/block-account'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import {
  factContent,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
} from '@/lib/changesets/testing'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { protect } from '@/lib/moderation/protect'
import { protectSchema } from '@/lib/moderation/schema'
import { acceptComment, declineComment } from './decide'
import { editComment } from './edit-comment'
import { loadNumberedTalk, loadOpenThreads, loadPageTalk } from './loaders'
import { reply } from './reply'
import { replySchema, startSchema } from './schema'
import { reopenThread, settleThread } from './settle'
import { startThread } from './start'
import { done, eventsOf, promoted, refusalOf, replied, shownIn, started, wordsIn } from './testing'
import { loadThread } from './thread-loader'
import { withdrawComment } from './withdraw-comment'
import { withholdComment } from './withhold-comment'

const { fan, trusted, moderator, owner } = await openTestWiki('fan', 'trusted', 'moderator', 'owner')
let page = 0
let fact = 0

beforeAll(async () => {
  page = await publishNew(owner, 'page', pageContent('Tara Jones'))
  fact = await publishNew(owner, 'fact', factContent('Tara plays the violin.', [page]))
})

describe('talk about an entry', () => {
  test('lists threads, open ones first, and says how many are open', async () => {
    const about = await publishNew(owner, 'page', pageContent('Darcy Olsson'))
    const first = await done(started(trusted, about, 'Is it so?', 'The first'))
    const second = await done(started(trusted, about, 'And this?', 'The second'))
    await done(replied(moderator, first.threadId))
    await done(settleThread(trusted, { threadId: second.threadId, outcome: 'It is so.' }))
    const at = await loadPageTalk('Darcy_Olsson', undefined, undefined)
    expect(at).toMatchObject({
      state: 'found',
      talk: {
        open: 1,
        settled: 1,
        threads: [
          { subject: 'The first', comments: 2, isOpen: true, lastByName: moderator.name },
          { subject: 'The second', comments: 1, isOpen: false, outcome: 'It is so.' },
        ],
      },
    })
    expect(await loadOpenThreads(about)).toBe(1)
    await done(reopenThread(trusted, { threadId: second.threadId }))
    expect(await loadOpenThreads(about)).toBe(2)
    const open = await loadPageTalk('darcy_olsson', undefined, 'settled')
    expect(open).toMatchObject({ state: 'moved', to: '/talk/Darcy_Olsson' })
  })

  test('tells the tab when the number changes, and not at every reply', async () => {
    const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
    await recordResponse(record, () => loadOpenThreads(fact))
    const tagsAfter = async (event: number | null) =>
      (await readRows(`select tags from cache_event where id = ${event}`))[0]?.tags
    const sent = await done(started(trusted, fact))
    expect(await tagsAfter(sent.event)).toEqual(expect.arrayContaining([...record.tags]))
    const answer = await done(replied(trusted, sent.threadId))
    expect(await tagsAfter(answer.event)).toEqual(['all-talk', `talk:${fact}`, `thread:${sent.threadId}`])
  })

  test('is written once however often it is sent, and another body under its key is refused', async () => {
    const key = newKey()
    const input = { key, entryId: page, subject: 'Twice', words: 'Once.' }
    const [one, other] = [await done(startThread(trusted, input)), await done(startThread(trusted, input))]
    expect(other).toEqual(one)
    expect(await refusalOf(startThread(trusted, { ...input, words: 'Twice.' }))).toMatch(/^key_reused/)
    const answer = { key: newKey(), threadId: one.threadId, answers: 1, words: 'Yes.' }
    const twice = await Promise.all([done(reply(trusted, answer)), done(reply(trusted, answer))])
    expect(twice[0]).toEqual(twice[1])
    expect((await shownIn(one.threadId))?.comments).toMatchObject([
      { number: 1, answers: null },
      { number: 2, answers: { number: 1, name: trusted.name } },
    ])
  })

  test('gives each comment a place of its own in a long thread, in parts that never change', async () => {
    const { threadId } = await done(started(trusted, page, 'Long', 'A long thread'))
    await changeRows(`insert into comment (thread_id, number, author_id, words, state)
      select ${threadId}, n, ${trusted.id}, 'Number ' || n, case when n = 60 then 'declined' else 'shown' end
      from generate_series(2, 120) n`)
    await changeRows(`update thread set last_number = 120, comments = 119 where id = ${threadId}`)
    const middle = await shownIn(threadId, '51')
    expect(middle?.comments.map(({ number }) => number)).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 51).filter((number) => number !== 60),
    )
    expect(middle).toMatchObject({
      older: `/threads/${threadId}`,
      newer: `/threads/${threadId}?from=101`,
      newest: null,
    })
    expect(await loadThread(String(threadId), '77')).toEqual({
      state: 'moved',
      to: `/threads/${threadId}?from=51`,
    })
  })

  test('refuses what is too long, empty or from nobody, with a sentence at its field', async () => {
    const parse = (words: string) => startSchema.safeParse({ key: newKey(), entryId: 1, subject: 'x', words })
    expect(parse('word '.repeat(1_000)).success).toBe(true)
    for (const words of ['', ' \n ', 'a'.repeat(5_001), 'a'.repeat(1_000_000)])
      expect(parse(words).error?.issues[0]?.path).toEqual(['words'])
    expect(
      replySchema.safeParse({ key: newKey(), threadId: '5', answers: '', words: 'x' }).data,
    ).toMatchObject({
      threadId: 5,
      answers: null,
    })
    expect(await refusalOf(replied(trusted, 987_654))).toMatch(/^not_found/)
    expect(await refusalOf(started(trusted, 987_654))).toMatch(/^not_found/)
  })

  test('is gone with a deleted entry, and nothing more is written there', async () => {
    const gone = await publishNew(owner, 'page', pageContent('Gone'))
    const { threadId } = await done(started(trusted, gone))
    await done(deleteEntry(moderator, { entryId: gone, reason: 'twice' }))
    expect(await loadThread(String(threadId), undefined)).toMatchObject({ state: 'deleted' })
    expect(await loadPageTalk('Gone', undefined, undefined)).toMatchObject({ state: 'deleted' })
    expect(await refusalOf(replied(trusted, threadId))).toMatch(
      /^not_allowed: What this is about was deleted/,
    )
  })

  test('is closed to who is blocked', async () => {
    const blocked = await makeAccount('trusted')
    const { threadId } = await done(started(blocked, page))
    await blockAccount(moderator, { accountId: blocked.id, reason: 'spam', length: 'day' }, { network: null })
    for (const answer of [
      started(blocked, page),
      replied(blocked, threadId),
      settleThread(blocked, { threadId, outcome: '' }),
    ])
      expect(await refusalOf(answer)).toMatch(/^blocked/)
  })

  test('about private life without a source is not there', async () => {
    const secret = await publishNew(owner, 'fact', factContent('She is ill.', [page]))
    const { threadId } = await done(started(trusted, secret))
    await changeRows(`update fact_facet set is_private_life = true where entry_id = ${secret}`)
    const [row] = await readRows(`select number from entry where id = ${secret}`)
    expect(await loadNumberedTalk('fact', String(row?.number), undefined, undefined)).toEqual({
      state: 'missing',
    })
    expect(await shownIn(threadId)).toBeNull()
    expect(await refusalOf(replied(trusted, threadId))).toMatch(/^not_found/)
  })
})

describe('a comment of somebody who has published nothing yet', () => {
  test('is held with its thread, and shown when a moderator accepts it', async () => {
    const newcomer = await makeAccount('fan')
    const sent = await done(started(newcomer, page, 'I wonder.', 'A newcomer asks'))
    expect(sent).toMatchObject({ isHeld: true, event: null })
    expect(await shownIn(sent.threadId)).toBeNull()
    expect(await refusalOf(replied(trusted, sent.threadId))).toMatch(/^not_found/)
    const more = await done(replied(newcomer, sent.threadId, 'And more.'))
    expect(await refusalOf(acceptComment(moderator, { commentId: more.commentId }))).toMatch(/^conflict/)
    expect(await refusalOf(acceptComment(trusted, { commentId: sent.commentId }))).toMatch(/^not_allowed/)
    await done(acceptComment(moderator, { commentId: sent.commentId }))
    expect(await wordsIn(sent.threadId)).toContain('I wonder.')
    expect(await wordsIn(sent.threadId)).not.toContain('And more.')
    expect(await eventsOf(sent.commentId)).toEqual(['talk.held', 'talk.accepted', 'talk.started'])
    await done(withdrawComment(newcomer, { commentId: more.commentId }))
    expect(await refusalOf(withdrawComment(newcomer, { commentId: sent.commentId }))).toMatch(
      /^already_decided/,
    )
  })

  test('is declined with a reason, once', async () => {
    const sent = await done(started(await makeAccount('fan'), page, 'Buy shoes.'))
    await done(declineComment(moderator, { commentId: sent.commentId, reason: 'An advertisement.' }))
    expect(await refusalOf(acceptComment(owner, { commentId: sent.commentId }))).toMatch(/^already_decided/)
    expect(await shownIn(sent.threadId)).toBeNull()
  })

  test('is shown at once after a published edit, unless the page is protected', async () => {
    expect((await done(started(fan, page))).isHeld).toBe(true)
    await publishNew({ ...trusted, id: await promoted(fan) }, 'page', pageContent('By a fan'))
    await changeRows(`update account set role = 'fan' where id = ${fan.id}`)
    expect((await done(started(fan, page))).isHeld).toBe(false)
    const guarded = await publishNew(owner, 'page', pageContent('Guarded'))
    const input = { entryId: guarded, level: 'trusted', length: 'none', reason: 'a raid' }
    await done(protect(moderator, protectSchema.parse(input)))
    const about = await publishNew(owner, 'fact', factContent('About it.', [guarded]))
    for (const [by, isHeld] of [
      [fan, true],
      [trusted, false],
    ] as const) {
      expect((await done(started(by, guarded))).isHeld).toBe(isHeld)
      expect((await done(started(by, about))).isHeld).toBe(isHeld)
    }
  })
})

describe('a comment', () => {
  test('is changed by its author for an hour, and keeps what it said for moderators', async () => {
    const { commentId, threadId } = await done(started(trusted, page, 'First words.'))
    expect(await refusalOf(editComment(moderator, { commentId, words: 'Mine.' }))).toMatch(/^not_allowed/)
    await done(editComment(trusted, { commentId, words: 'Second words.' }))
    const shown = await wordsIn(threadId)
    expect(shown).toContain('Second words.')
    expect(shown).not.toContain('First words.')
    expect((await shownIn(threadId))?.comments[0]?.editedAt).toBeInstanceOf(Date)
    expect(await readRows(`select words from comment_version where comment_id = ${commentId}`)).toEqual([
      { words: 'First words.' },
    ])
    await changeRows(`update comment set created_at = now() - interval '61 minutes' where id = ${commentId}`)
    expect(await refusalOf(editComment(trusted, { commentId, words: 'Third.' }))).toMatch(/^not_allowed/)
  })

  test('mentions people by name, follows their renames, and tells them once it is shown', async () => {
    const nick = await makeAccount('fan')
    const name = nick.name.replace(' ', '_')
    await changeRows(`update account set name_key = '${nameKeyOf(nick.name)}' where id = ${nick.id}`)
    const sent = await done(started(trusted, page, `Ask @${name}, or @nobody_at_all. @${name}!`))
    await changeRows(`update account set name = 'Nick Renamed' where id = ${nick.id}`)
    const view = await shownIn(sent.threadId)
    expect(view?.comments[0]?.words?.[0]?.lines[0]).toMatchObject([
      { text: 'Ask ' },
      { type: 'mention', accountId: nick.id },
      { text: ', or @nobody_at_all. ' },
      { type: 'mention', accountId: nick.id },
      { text: '!' },
    ])
    expect(view?.named.people.get(nick.id)).toBe('Nick Renamed')
    expect(
      await readRows(`select account_id from event where comment_id = ${sent.commentId}
      and name = 'talk.mentioned'`),
    ).toEqual([{ account_id: String(nick.id) }])
  })

  test('mentions nobody where its author may not, and not fifty people at once', async () => {
    const newcomer = await makeAccount('fan')
    const { commentId, threadId } = await done(
      started(newcomer, page, `Hello @${trusted.name.replace(' ', '_')}`),
    )
    await done(acceptComment(moderator, { commentId }))
    expect(await eventsOf(commentId)).not.toContain('talk.mentioned')
    expect(await wordsIn(threadId)).not.toContain('"mention"')
    const fifty = Array.from({ length: 50 }, (_, at) => `@person${at}x`).join(' ')
    expect(await refusalOf(started(trusted, page, fifty))).toBe(
      'invalid: This mentions 50 people, and 10 is the most. Leave some of them out.',
    )
  })

  test('that is withheld is gone from its thread and its list, its place stays, and what answers it', async () => {
    const { commentId, threadId } = await done(started(trusted, fact, 'canaryword', 'canarysubject'))
    const answer = { key: newKey(), threadId, answers: 1, words: 'I disagree.' }
    await done(reply(moderator, answer))
    expect(await wordsIn(threadId)).toContain('canaryword')
    const hide = { commentId, strength: 'hidden' as const, reason: 'an insult' }
    expect(await refusalOf(withholdComment(trusted, hide))).toMatch(/^not_allowed/)
    await done(withholdComment(moderator, hide))
    const list = JSON.stringify(await loadNumberedTalk('fact', '1', undefined, undefined))
    for (const shown of [await wordsIn(threadId), list]) {
      expect(shown).not.toContain('canary')
      expect(shown).not.toContain(`"name":"${trusted.name}"`)
    }
    expect((await shownIn(threadId))?.comments).toMatchObject([
      { words: null, author: null },
      { answers: { number: 1, name: null } },
    ])
    expect(await refusalOf(withholdComment(moderator, { ...hide, strength: 'erased' }))).toMatch(
      /^not_allowed/,
    )
    await done(withholdComment(owner, { ...hide, strength: 'erased' }))
    const rows = await readRows(`select c.words, t.subject from comment c join thread t on t.id = c.thread_id
      where c.id = ${commentId}`)
    expect(rows).toEqual([{ words: null, subject: '' }])
  })
})
