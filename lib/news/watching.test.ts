import { beforeAll, describe, expect, test, vi } from 'vitest'
import { countUnreadNews } from '@/db/news/news'
import type { Watchable } from '@/db/news/schema'
import { isWatching } from '@/db/news/watches'
import { primary } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { meOf } from '@/lib/accounts/me'
import {
  categoryContent,
  edited,
  factContent,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  seasonContent,
} from '@/lib/changesets/testing'
import { watchedFeed } from '@/lib/feeds/watched'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import type { AccountActor } from '@/lib/policy/actor'
import { readersScope, writersScope } from '@/lib/policy/policy'
import { done, replied, started } from '@/lib/talk/testing'
import { withholdComment } from '@/lib/talk/withhold-comment'
import { tell } from '@/lib/worker/tasks/tell'
import { listNews } from './list'
import { changeWatch, changeWatchFeed, MOST_WATCHED, seeWatched } from './watching'
import { watchlistOf } from './watchlist'

const { moderator, owner } = await openTestWiki('moderator', 'owner')
vi.stubEnv('AUTH_SECRET', 'a secret for these tests, long enough')

const ORIGIN = 'https://wiki.example'
let fan: AccountActor
let page: number
let person: number
let category: number

beforeAll(async () => {
  fan = await makeAccount('fan')
  page = await publishNew(moderator, 'page', pageContent('Truham', { p: 'one' }))
  person = await publishNew(moderator, 'page', pageContent('Kit', {}, { kind: 'person' }))
  category = await publishNew(moderator, 'page', categoryContent('Schools'))
})

const watch = (targetId: number, of: Watchable = 'entry', on: 'yes' | 'no' = 'yes') =>
  changeWatch(fan, { targetId, of, on })
const list = () => watchlistOf(fan, writersScope, ORIGIN)
const newsOf = async (actor: AccountActor, within = writersScope) =>
  (await listNews(actor, within, { family: 'watched', before: null })).days.flatMap(({ lines }) => lines)

describe('who watches', () => {
  test('is told of changes from then on: of it, of facts about it, of what they say, of what is in it', async () => {
    await publishNow(moderator, edited('page', page, 1, pageContent('Truham', { p: 'two' })))
    await watch(page)
    await watch(person, 'speaker')
    await watch(category, 'category')
    await publishNow(moderator, edited('page', page, 2, pageContent('Truham', { p: 'three' })))
    await publishNew(owner, 'fact', factContent('It is a school.', [page]))
    await publishNew(moderator, 'fact', factContent('I said so.', [category], { speaker: person }))
    await publishNew(moderator, 'page', pageContent('Higgs', {}, { categories: [category] }))
    await tell()
    expect(await newsOf(fan)).toMatchObject([
      { kind: 'watched', things: [{ label: 'Schools' }], says: expect.stringContaining('1 edit by one') },
      { things: [{ label: 'Kit' }], says: expect.stringContaining('What they said') },
      { things: [{ label: 'Truham' }], says: 'You watch this: 2 edits by 2 people.' },
    ])
    expect(await newsOf(moderator)).toEqual([])
    expect((await meOf(fan, { entry: page })).me).toMatchObject({ news: 3, isWatching: true })
    expect((await meOf(fan, { entry: person })).me).toMatchObject({ news: 3, isWatching: false })
  })

  test('sees in the list what changed since they looked, and ends it with one press', async () => {
    const { changed, others } = await list()
    expect(changed.map(({ label, count }) => [label, count])).toEqual([
      ['Schools', 1],
      ['Kit', 1],
      ['Truham', 2],
    ])
    expect(others).toEqual([])
    expect(await seeWatched(fan, { until: Date.now() + 1_000 })).toEqual({ ok: true })
    expect((await list()).changed).toEqual([])
    expect(await countUnreadNews(primary(), fan.id)).toBe(0)
    await watch(person, 'speaker', 'no')
    await publishNew(moderator, 'fact', factContent('And again.', [category], { speaker: person }))
    await tell()
    expect((await list()).changed).toEqual([])
    expect((await list()).others.map(({ label }) => label).sort()).toEqual(['Schools', 'Truham'])
  })

  test('can watch nothing that is not there, and not without end', async () => {
    expect(await watch(987_654_321)).toMatchObject({ ok: false, reason: 'not_found' })
    await readRows(`insert into watch (account_id, of, target_id)
      select ${moderator.id}, 'entry', g from generate_series(1000, ${999 + MOST_WATCHED}) g`)
    const more = { targetId: page, of: 'entry' as const, on: 'yes' as const }
    expect(await changeWatch(moderator, more)).toMatchObject({ ok: false, reason: 'invalid' })
  })

  test('is not told the words of what is closed to them, nor of what was deleted', async () => {
    const work = await publishNew(moderator, 'page', pageContent('The work'))
    const season = await publishNew(moderator, 'page', seasonContent('Season 2', work, 2))
    const gate = { kind: 'place' as const, page: season }
    const closed = await publishNew(moderator, 'fact', factContent('Marmalade', [page], { gate }))
    await watch(closed)
    await publishNow(moderator, edited('fact', closed, 1, factContent('Marmalades', [page], { gate })))
    await tell()
    const seen = JSON.stringify([
      await newsOf(fan, readersScope([])),
      await watchlistOf(fan, readersScope([]), ORIGIN),
    ])
    expect(seen).toContain('closed until you are there')
    expect(seen).not.toContain('Marmalade')
    expect(JSON.stringify(await newsOf(fan))).toContain('Marmalades')
    await deleteEntry(moderator, { entryId: closed, reason: 'No' })
    expect(JSON.stringify([await newsOf(fan), await list()])).not.toContain('Marmalade')
  })
})

describe('who watches a thread', () => {
  const reader = makeAccount('fan')
  const told = async () => {
    await tell()
    return newsOf(await reader)
  }

  test('is told of comments from then on, in one line, wherever it is read; nobody watches by writing', async () => {
    const by = await reader
    const { threadId } = await done(started(moderator, page, 'Where is this from?', 'The uniform'))
    const watched = { targetId: threadId, of: 'thread' as const }
    expect(await changeWatch(by, { ...watched, on: 'yes' })).toMatchObject({ ok: true, isOn: true })
    expect(await isWatching(primary(), by.id, watched)).toBe(true)
    expect(await isWatching(primary(), owner.id, watched)).toBe(false)
    await done(replied(owner, threadId, 'From the first episode.'))
    await done(replied(moderator, threadId, 'I do not think so.'))
    expect(await told()).toMatchObject([
      {
        kind: 'commented',
        things: [{ label: 'The uniform', path: `/threads/${threadId}#comment-3` }],
        says: `You watch this thread: 2 comments by ${moderator.name} and ${owner.name}.`,
      },
    ])
    const { changed } = await watchlistOf(by, writersScope, ORIGIN)
    expect(changed).toMatchObject([
      { of: 'thread', label: 'The uniform', path: `/threads/${threadId}`, count: 2 },
    ])
    await changeWatch(by, { ...watched, on: 'no' })
    await done(replied(owner, threadId, 'I do.'))
    expect(await told()).toHaveLength(1)
    expect(await newsOf(owner)).toEqual([])
  })

  test('reads long lists page by page: what changed first, each thing once, also while things change', async () => {
    const by = await makeAccount('fan')
    const titles = Array.from({ length: 60 }, (_, at) => `House ${at + 1}`)
    const ids: number[] = []
    for (const title of titles)
      ids.push(await publishNew(moderator, 'page', pageContent(title, { p: 'one' })))
    await changeRows(`insert into watch (account_id, of, target_id, since)
      select ${by.id}, 'entry', id, now() - interval '1 hour' from unnest(array[${ids}]) id`)
    const changing = async (at: number, base: number) => {
      const next = pageContent(titles[at] ?? '', { p: `version ${base + 1}` })
      await publishNow(moderator, edited('page', ids[at] ?? 0, base, next))
      await tell()
    }
    await changing(3, 1)
    const first = await watchlistOf(by, writersScope, ORIGIN)
    expect(first).toMatchObject({ changed: [{ label: 'House 4', count: 1 }], isFirst: true })
    expect(first.others).toHaveLength(49)
    // What changes meanwhile has its place at the beginning, and the others stay where they were.
    await changing(30, 1)
    const second = await watchlistOf(by, writersScope, ORIGIN, first.next as never)
    expect(second).toMatchObject({ changed: [], isFirst: false, next: null, seenUntil: first.seenUntil })
    const shown = [...first.changed, ...first.others, ...second.others].map(({ label }) => label)
    expect(new Set(shown)).toEqual(new Set(titles))
    expect(shown).toHaveLength(60)
    expect(await watchlistOf(by, writersScope, ORIGIN, 'nonsense' as never)).toMatchObject({
      changed: [{ label: 'House 31' }, { label: 'House 4' }],
      isFirst: true,
    })
  })

  test('has seen what changed only once all of it was shown', async () => {
    const by = await makeAccount('fan')
    await changeRows(`insert into watch (account_id, of, target_id, since, seen_at)
      select ${by.id}, 'entry', id, now() - interval '1 hour', now() - interval '1 hour' from entry
      where kind = 'page' order by id limit 60`)
    await changeRows(`insert into notification (account_id, event_id, kind, topic, family, at)
      select ${by.id}, 1000000 + target_id, 'watched', 'watched entry ' || target_id, 'watched', now()
      from watch where account_id = ${by.id}`)
    const first = await watchlistOf(by, writersScope, ORIGIN)
    expect(first).toMatchObject({ others: [], seenUntil: null })
    const second = await watchlistOf(by, writersScope, ORIGIN, first.next as never)
    expect(second.seenUntil).toBeLessThanOrEqual(Date.now())
    expect([first.changed.length, second.changed.length]).toEqual([50, 10])
  })

  test('reads in the private feed what everybody may read, and nowhere what was hidden or deleted since', async () => {
    const by = await makeAccount('fan')
    const about = await publishNew(moderator, 'page', pageContent('Higgs lane', { p: 'one' }))
    const { threadId } = await done(started(moderator, about, 'Who lives here?', 'The lane'))
    await changeWatch(by, { targetId: threadId, of: 'thread', on: 'yes' })
    const { commentId } = await done(replied(owner, threadId, 'Marmalade does.'))
    await done(replied(owner, threadId, 'It says so in chapter one.'))
    await tell()
    await changeWatchFeed(by, { feed: 'new' })
    const feed = async () => {
      const { feed: address } = await watchlistOf(by, writersScope, ORIGIN)
      return (await watchedFeed(address?.split('/').pop() ?? '', ORIGIN)) ?? ''
    }
    expect(await feed()).toContain(`<id>${ORIGIN}/comments/${commentId}</id>`)
    expect(await feed()).toContain('Marmalade does.')
    await done(withholdComment(moderator, { commentId, strength: 'hidden', reason: 'private' }))
    expect(await feed()).not.toContain('Marmalade')
    expect(await feed()).toContain('chapter one')
    await deleteEntry(moderator, { entryId: about, reason: 'No' })
    expect(await feed()).not.toContain('chapter one')
    const seen = JSON.stringify([await newsOf(by), await watchlistOf(by, writersScope, ORIGIN)])
    expect(seen).not.toContain('The lane')
    expect(seen).toContain('not there any more')
  })

  test('finds none to watch that is not shown, or not theirs to read', async () => {
    const by = await makeAccount('fan')
    const held = await done(started(by, page, 'My first words.', 'A held one'))
    expect(held.isHeld).toBe(true)
    const secret = await publishNew(moderator, 'page', pageContent('Gone', { p: 'one' }))
    const { threadId } = await done(started(moderator, secret, 'Is it?', 'Of what is gone'))
    await deleteEntry(moderator, { entryId: secret, reason: 'No' })
    for (const targetId of [held.threadId, threadId, 987_654_321])
      expect(await changeWatch(by, { targetId, of: 'thread', on: 'yes' })).toMatchObject({
        ok: false,
        reason: 'not_found',
      })
  })
})

describe('a private feed', () => {
  const nameOf = async () => (await list()).feed?.split('/').pop() ?? ''

  test('is read by whoever has its address, until another is made', async () => {
    expect((await list()).feed).toBeNull()
    await changeWatchFeed(fan, { feed: 'new' })
    const name = await nameOf()
    const feed = (await watchedFeed(name, ORIGIN)) ?? ''
    expect(feed).toContain('<title>Truham</title>')
    expect(feed).toContain(`${ORIGIN}/revisions/`)
    expect(feed).not.toContain('Marmalade')
    for (const other of [name.replace(/^\d+/, String(moderator.id)), name.slice(0, -6), '1', 'x-y', ''])
      expect(await watchedFeed(other, ORIGIN)).toBeNull()
    await changeWatchFeed(fan, { feed: 'new' })
    expect(await watchedFeed(name, ORIGIN)).toBeNull()
    expect(await watchedFeed(await nameOf(), ORIGIN)).not.toBeNull()
    const last = await nameOf()
    await changeWatchFeed(fan, { feed: 'none' })
    expect(await watchedFeed(last, ORIGIN)).toBeNull()
    expect((await list()).feed).toBeNull()
  })
})
