import { beforeAll, describe, expect, test, vi } from 'vitest'
import { findBell } from '@/db/news/news'
import { primary } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
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

const watch = (entryId: number, of: 'entry' | 'speaker' | 'category' = 'entry', on: 'yes' | 'no' = 'yes') =>
  changeWatch(fan, { entryId, of, on })
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
    expect(await findBell(primary(), fan.id, page)).toEqual({ count: 3, isWatching: true })
    expect(await findBell(primary(), fan.id, person)).toEqual({ count: 3, isWatching: false })
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
    expect(await findBell(primary(), fan.id)).toMatchObject({ count: 0 })
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
    const more = { entryId: page, of: 'entry' as const, on: 'yes' as const }
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
