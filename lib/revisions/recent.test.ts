import { parseAtomFeed } from 'feedsmith'
import { beforeAll, expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import {
  edited,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { feedCalled } from '@/lib/feeds/called'
import { withhold } from '@/lib/withholding/withhold'
import { byDay, byEntry } from './groups'
import { loadRecent, queryOf, titleOfView, viewOf } from './recent'

const { moderator, trusted } = await openTestWiki('moderator', 'trusted')

let page: number

/** A page of an old hand, reworded by a trusted account that is new; then a source of the old hand. */
beforeAll(async () => {
  await changeRows(`update account set created_at = now() - interval '31 days' where id <> ${trusted.id}`)
  page = await publishNew(moderator, 'page', pageContent('Rain', { a: 'It rians.' }))
  await publishNow(trusted, edited('page', page, 1, pageContent('Rain', { a: 'It rains.' })))
  await publishNew(moderator, 'source', sourceContent('A talk'))
})

const shown = async (asked: Parameters<typeof viewOf>[0], before?: string) =>
  (await loadRecent(before, viewOf(asked))).lines.map(({ entry, number }) => `${entry.label} ${number}`)

test('a view shows one kind, what newcomers did, or what nobody else has looked at', async () => {
  expect(await shown({})).toEqual(['A talk 1', 'Rain 2', 'Rain 1'])
  expect(await shown({ kind: 'source' })).toEqual(['A talk 1'])
  expect(await shown({ kind: 'file' })).toEqual([])
  expect(await shown({ by: 'newcomers' })).toEqual(['Rain 2'])
  expect(await shown({ review: 'none' })).toEqual(['Rain 2'])
  expect(await shown({ kind: 'source', by: 'newcomers' })).toEqual([])
  expect(await shown({ kind: 'nonsense', by: 'me', review: 'all' })).toEqual(['A talk 1', 'Rain 2', 'Rain 1'])
})

test('a view is told by its title and its address, and has a feed of its own', async () => {
  const view = viewOf({ by: 'newcomers', kind: 'page', minor: 'hidden' })
  expect(viewOf(queryOf(view) as Record<string, string>)).toEqual(view)
  expect(titleOfView(view)).toBe('Recent changes (Pages, By newcomers, Without small edits)')
  const feed = parseAtomFeed((await feedCalled('recent.atom', 'https://wiki.example', view))?.body ?? '')
  expect(feed.entries?.map(({ title }) => title?.value)).toEqual(['Rain'])
  expect(feed.links?.map(({ href }) => href)).toEqual([
    'https://wiki.example/feeds/recent.atom?by=newcomers&kind=page&minor=hidden',
    'https://wiki.example/recent?by=newcomers&kind=page&minor=hidden',
  ])
})

test('what an account did under a hidden name is not among what newcomers did', async () => {
  const range = { entryId: page, from: 2, to: 2, parts: ['author' as const], strength: 'hidden' as const }
  await withhold(moderator, { ...range, reason: 'a real name', words: null }, { network: null })
  expect(await shown({ by: 'newcomers' })).toEqual([])
  expect(await shown({})).toContain('Rain 2')
})

test('what was patrolled has been looked at', async () => {
  await changeRows(`insert into patrol (revision_id, by_id)
    select id, ${moderator.id} from revision where entry_id = ${page} and number = 2`)
  expect(await shown({ review: 'none' })).toEqual([])
})

test('what was done to one entry on one day stands together, at its newest', async () => {
  await publishNow(moderator, edited('page', page, 2, pageContent('Rain', { a: 'It pours.' })))
  const days = byDay((await loadRecent(undefined)).lines)
  expect(
    days.map(([, lines]) => byEntry(lines).map((changes) => changes.map(({ number }) => number))),
  ).toEqual([[[3, 2, 1], [1]]])
})

test('a view that finds too little among two thousand edits goes on after them', async () => {
  const many = await makeAccount('moderator')
  await changeRows(`insert into revision (entry_id, number, sequence, author_id, summary, via, touches, is_reviewed, hash)
    select ${page}, 3 + n, (select max(sequence) from revision) + n, ${many.id}, '', 'edit', '{wording}', true, 'h' || n
    from generate_series(1, 2000) n`)
  const first = await loadRecent(undefined, viewOf({ kind: 'source' }))
  expect(first.lines).toEqual([])
  expect(first.next).not.toBeNull()
  const then = await loadRecent(String(first.next), viewOf({ kind: 'source' }))
  expect(then.lines.map(({ entry }) => entry.label)).toEqual(['A talk'])
  expect(then.next).toBeNull()
})
