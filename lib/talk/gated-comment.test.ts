import { beforeAll, expect, test } from 'vitest'
import { recordResponse } from '@/lib/cache/dependencies'
import { duringVisit, visitOf } from '@/lib/cache/reader'
import { newKey, openTestWiki, pageContent, publishNew, seasonContent } from '@/lib/changesets/testing'
import { feedCalled } from '@/lib/feeds/called'
import { listNews } from '@/lib/news/list'
import { readersScope } from '@/lib/policy/policy'
import { parseTokens } from '@/lib/progress/progress'
import { tell } from '@/lib/worker/tasks/tell'
import { editComment } from './edit-comment'
import { loadPageTalk } from './loaders'
import { startThread } from './start'
import { done, refusalOf, replied, shownIn, started } from './testing'

const { owner, moderator } = await openTestWiki('owner', 'moderator')
let [work, first, second]: number[] = []

beforeAll(async () => {
  work = await publishNew(owner, 'page', pageContent('The work', { p: 'It goes on.' }))
  first = await publishNew(owner, 'page', seasonContent('Season one', work, 1, '1 January 2020'))
  second = await publishNew(owner, 'page', seasonContent('Season two', work, 2, '1 January 2999'))
})

const telling = (subject: string, words: string) =>
  done(startThread(owner, { key: newKey(), entryId: work ?? 0, subject, words, gate: second ?? 0 }))

/** What a reader at a place is shown. */
async function readAt(place: number | undefined, read: () => Promise<unknown>): Promise<string> {
  const progress = place === undefined ? null : parseTokens([`w${work}p${place}`])
  const record = { tags: new Set<string>(), expiresAt: null, failed: false }
  return JSON.stringify(await duringVisit(visitOf(progress), () => recordResponse(record, read)))
}

test('a comment that tells of a later place is locked until there, with the subject where a thread begins with it', async () => {
  const { threadId, commentId } = await telling('Does canarynick stay?', 'canarynick stays.')
  await done(replied(moderator, threadId, 'I thought so.'))
  const talk = () => loadPageTalk('The_work' as never, undefined, undefined)
  for (const place of [undefined, first])
    for (const read of [() => shownIn(threadId), talk])
      expect(await readAt(place, read)).not.toContain('canary')
  const closed = await readAt(first, () => shownIn(threadId))
  expect(closed).toContain('I thought so.')
  expect(JSON.parse(closed).comments[0]).toMatchObject({
    author: { id: owner.id },
    lock: { from: 'Season two' },
  })
  const there = JSON.parse(await readAt(second, () => shownIn(threadId)))
  expect(there.thread.subject).toBe('Does canarynick stay?')
  expect(there.comments[0]).toMatchObject({ lock: null, tellsUpTo: 'Season two' })

  // Nothing of it in the feeds of everybody, and its author's word for it in no news.
  const feeds = await Promise.all([
    feedCalled('talk.atom' as never, ''),
    feedCalled(`talk-${work}.json` as never, ''),
  ])
  expect(feeds.map((feed) => feed?.body.includes('I thought so.'))).toEqual([true, true])
  expect(JSON.stringify(feeds)).not.toContain('canary')
  expect(JSON.stringify(feeds)).toContain('A thread behind a spoiler lock')
  await tell()
  const news = async (open: number[] | 'everything') =>
    JSON.stringify(await listNews(owner, readersScope(open), { family: null, before: null }))
  expect(await news([first ?? 0])).toContain('A thread behind a spoiler lock')
  expect(await news([first ?? 0])).not.toContain('canary')
  expect(await news('everything')).toContain('canarynick')

  // Who meant to lock it, and did not, does so within the hour; and the other way round.
  await done(editComment(owner, { commentId, words: 'canarynick stays.', gate: null }))
  expect(await readAt(undefined, () => shownIn(threadId))).toContain('canarynick')
  await done(editComment(owner, { commentId, words: 'canarynick stays.', gate: second ?? 0 }))
  expect(await readAt(undefined, () => shownIn(threadId))).not.toContain('canary')
  await done(editComment(owner, { commentId, words: 'He stays.' }))
  expect(await readAt(undefined, () => shownIn(threadId))).not.toContain('He stays.')
})

test('only a place can be named, and nothing is lost where it is none', async () => {
  const { commentId } = await done(started(owner, work ?? 0))
  const none = 'invalid: There is no such place (any more). Choose another one.'
  expect(await refusalOf(editComment(owner, { commentId, words: 'Other words.', gate: work ?? 0 }))).toBe(
    none,
  )
  const asked = { key: newKey(), entryId: work ?? 0, subject: 'A', words: 'B', gate: 987_654_321 }
  expect(await refusalOf(startThread(owner, asked))).toBe(none)
})
