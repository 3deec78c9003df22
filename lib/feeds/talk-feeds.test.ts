import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { beforeAll, expect, test } from 'vitest'
import { recordResponse } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { factContent, makeAccount, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { listNews } from '@/lib/news/list'
import { changeWatch, changeWatchFeed } from '@/lib/news/watching'
import { watchlistOf } from '@/lib/news/watchlist'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { searchFor } from '@/lib/search/loaders'
import { editComment } from '@/lib/talk/edit-comment'
import { loadPageTalk } from '@/lib/talk/loaders'
import { done, replied, shownIn, started } from '@/lib/talk/testing'
import { withholdComment } from '@/lib/talk/withhold-comment'
import { tell } from '@/lib/worker/tasks/tell'
import { feedCalled } from './called'
import { watchedFeed } from './watched'

const { moderator, owner } = await openTestWiki('moderator', 'owner')
const ORIGIN = 'https://wiki.example'
let [page, other, gone, closed]: number[] = []
let fan: AccountActor

beforeAll(async () => {
  fan = await makeAccount('fan')
  page = await publishNew(moderator, 'page', pageContent('Truham', { p: 'one' }))
  other = await publishNew(moderator, 'page', pageContent('Higgs', { p: 'one' }))
  gone = await publishNew(moderator, 'page', pageContent('Gone', { p: 'one' }))
  closed = await publishNew(
    moderator,
    'fact',
    factContent('Behind a gate', [page], { gate: { kind: 'unknown' } }),
  )
})

const bodyOf = async (name: string) => (await feedCalled(name as never, ORIGIN))?.body ?? null

test('the talk about an entry, and all talk, are told in both formats; what not everybody may read is in neither', async () => {
  const { threadId, commentId } = await done(
    started(owner, page ?? 0, '/facts/1\n\n> as it stands', 'The uniform'),
  )
  const answer = await done(replied(moderator, threadId, 'It is <blue> & grey, see [[Higgs]].'))
  await done(started(owner, other ?? 0, 'Which lane?', 'The lane'))
  await done(started(fan, page ?? 0, 'canaryheld', 'canaryheld'))
  await done(started(owner, closed ?? 0, 'canaryclosed', 'canaryclosed'))
  const deleted = await done(started(owner, gone ?? 0, 'canarydeleted', 'canarydeleted'))
  await deleteEntry(moderator, { entryId: gone ?? 0, reason: 'No' })

  const all = parseAtomFeed((await bodyOf('talk.atom')) ?? '')
  expect(all.title?.value).toBe('Talk · Loreleaf')
  expect(all.entries?.map((entry) => entry.title?.value)).toEqual(['The lane', 'The uniform', 'The uniform'])
  const ofPage = parseJsonFeed((await bodyOf(`talk-${page}.json`)) ?? '')
  expect(ofPage).toMatchObject({
    title: 'Talk about Truham · Loreleaf',
    home_page_url: `${ORIGIN}/talk/Truham`,
  })
  expect(ofPage.items).toMatchObject([
    { id: `${ORIGIN}/comments/${answer.commentId}`, content_text: 'It is <blue> & grey, see Higgs.' },
    { id: `${ORIGIN}/comments/${commentId}`, authors: [{ name: owner.name }] },
  ])
  for (const name of ['talk.atom', 'talk.json', `talk-${page}.atom`])
    expect(await bodyOf(name)).not.toContain('canary')
  for (const id of [gone, closed, deleted.threadId + 987_654])
    expect(await bodyOf(`talk-${id}.atom`)).toBeNull()

  const record = { tags: new Set<string>(), expiresAt: null, failed: false }
  await recordResponse(record, () => bodyOf('talk.atom'))
  expect(record.tags).toContain(tags.allTalk)
  await recordResponse(record, () => bodyOf(`talk-${page}.atom`))
  expect(record.tags).toContain(tags.talk(page ?? 0))
})

test('a withheld comment is gone from talk, news, watchlist, feeds; in search comments never are', async () => {
  const [word, subject] = ['canarymarmalade', 'canarysubject']
  const { threadId, commentId } = await done(started(owner, page ?? 0, `It is ${word}.`, subject))
  await done(replied(owner, threadId, `And ${word} again.`))
  await changeWatch(fan, { targetId: threadId, of: 'thread', on: 'yes' })
  const { commentId: second } = await done(replied(moderator, threadId, `More ${word}.`))
  await changeWatchFeed(fan, { feed: 'new' })
  await tell()
  const surfaces = async () => {
    const list = await watchlistOf(fan, writersScope, ORIGIN)
    const [all, everything] = await Promise.all([
      bodyOf('talk.atom'),
      listNews(fan, writersScope, { family: null, before: null }),
    ])
    const shown = {
      thread: await shownIn(threadId),
      list: await loadPageTalk('Truham' as never, undefined, undefined),
      news: [everything, await listNews(owner, writersScope, { family: null, before: null })],
      watchlist: list,
      feed: [all, await bodyOf(`talk-${page}.json`)],
      'private feed': await watchedFeed(list.feed?.split('/').pop() ?? '', ORIGIN),
      search: [await searchFor({ q: word }), await searchFor({ q: subject })].map((found) => ({
        ...found,
        query: '',
      })),
    }
    return Object.entries(shown).flatMap(([name, one]) =>
      /canary(?!held)/.test(JSON.stringify(one)) ? [name] : [],
    )
  }
  expect(await surfaces()).toEqual(['thread', 'list', 'news', 'watchlist', 'feed', 'private feed'])
  await done(editComment(owner, { commentId, words: `Still ${word}.` }))
  for (const id of [commentId, second, second - 1])
    await done(withholdComment(moderator, { commentId: id, strength: 'hidden', reason: 'private' }))
  expect(await surfaces()).toEqual([])
})
