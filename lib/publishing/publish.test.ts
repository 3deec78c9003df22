import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { findEntryNames } from '@/db/entries/titles'
import { primary, transaction } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { weigh } from '@/db/search/search'
import { tags } from '@/lib/cache/tags'
import {
  added,
  edited,
  factContent,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  send,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { type ReadScope, readersScope } from '@/lib/policy/policy'
import { readSearch } from '@/lib/titles/search-query'
import { publish } from './publish'

const { moderator } = await openTestWiki('moderator')

describe('publishing', () => {
  let meta: Parameters<typeof publish>[2]

  beforeAll(async () => {
    const author = { accountId: moderator.id }
    meta = { author, summary: '', isMinor: false, via: 'edit', isReviewed: true }
  })

  const publication = (title: string) => ({
    kind: 'page' as const,
    content: pageContent(title, { p: title }),
    position: 1,
    entryId: null,
    before: null,
    parentNumber: 0,
    touches: ['wording' as const],
  })

  test('the sequence and the ids of cache events follow the order of commits, also among eight writers', {
    timeout: 90_000,
  }, async () => {
    const writer = async (name: number) => {
      for (let turn = 0; turn < 5; turn++) {
        await transaction((tx) => publish(tx, [publication(`Writer ${name}, ${turn}`)], meta))
      }
    }
    let isDone = false
    const watch = async () => {
      let highest = 0
      const seen = new Set<number>()
      while (!isDone) {
        const rows = await readRows('select sequence::int from revision order by sequence')
        const fresh = rows.map((row) => Number(row.sequence)).filter((one) => !seen.has(one))
        // Nothing may appear below what a reader has already seen.
        for (const one of fresh) expect(one).toBeGreaterThan(highest)
        for (const one of fresh) seen.add(one)
        highest = Math.max(highest, ...fresh)
        await wait(10)
      }
    }
    const watching = watch()
    await Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)))
    isDone = true
    await watching
    const rows = await readRows(`select r.sequence::int, e.id::int as event from revision r
      join cache_event e on 'entry:' || r.entry_id = any (e.tags) order by r.sequence`)
    expect(rows).toHaveLength(40)
    expect(rows.map((row) => row.event)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  })

  test('writes the cache event with it, and takes it back with it', async () => {
    const countAll = () =>
      readRows(`select (select count(*)::int from cache_event) as events, (select count(*)::int from entry) as entries,
        (select count(*)::int from title) as titles, (select count(*)::int from search_row) as found`)
    const before = await countAll()
    const undone = transaction(async (tx) => {
      await publish(tx, [publication('Never was')], meta)
      throw new Error('the end of the transaction')
    })
    await expect(undone).rejects.toThrow('the end of the transaction')
    expect(await countAll()).toEqual(before)
  })

  test('the event names what public pages were made from: the entry, its title, what it points at', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Named'))
    const source = await publishNew(moderator, 'source', sourceContent('Cited'))
    const fact = factContent('Said.', [page], { citations: [citationOf(source)] })
    const { entries, event } = await publishNow(moderator, added('fact', fact))
    const tagsOf = async (id: number) =>
      (await readRows(`select tags from cache_event where id = ${id}`))[0]?.tags
    expect(await tagsOf(event)).toEqual(
      [
        `contributions:${moderator.id}`,
        `entry:${entries[0]?.id}`,
        `facts-about:${page}`,
        `history:${entries[0]?.id}`,
        `links-to:${page}`,
        `links-to:${source}`,
        'recent',
        `rests-on:${source}`,
        'standings',
      ].sort(),
    )
    const { event: renamed } = await publishNow(moderator, edited('page', page, 1, pageContent('Renamed')))
    expect(await tagsOf(renamed)).toEqual(
      expect.arrayContaining([tags.title('named'), tags.title('renamed'), `entry:${page}`]),
    )
    const moved = factContent('Said.', [await publishNew(moderator, 'page', pageContent('Elsewhere'))])
    const { event: left } = await publishNow(moderator, edited('fact', entries[0]?.id ?? 0, 1, moved))
    expect(await tagsOf(left)).toEqual(expect.arrayContaining([`facts-about:${page}`, `rests-on:${source}`]))
  })

  test('links are opened and closed in the sequence, so that every day can be told from another', async () => {
    const [a, b] = [
      await publishNew(moderator, 'page', pageContent('A')),
      await publishNew(moderator, 'page', pageContent('B')),
    ]
    const id = await publishNew(moderator, 'fact', factContent('It moves.', [a]))
    await publishNow(moderator, edited('fact', id, 1, factContent('It moves.', [b, a])))
    await publishNow(moderator, edited('fact', id, 2, factContent('It moves.', [b])))
    await publishNow(moderator, edited('fact', id, 3, factContent('It moves.', [b, a])))
    const line = await readRows(`select sequence::int from revision where entry_id = ${id} order by number`)
    const [first, second, third, fourth] = line.map((row) => row.sequence)
    expect(
      await readRows(`select to_id::int as to, position, since::int, until::int from link
        where from_id = ${id} and kind = 'about' order by since, to_id`),
    ).toEqual([
      { to: a, position: 1, since: first, until: third },
      { to: b, position: 0, since: second, until: null },
      { to: a, position: 1, since: fourth, until: null },
    ])
  })

  test('a fact’s standing moves when one of its sources turns out to repeat the other', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Twice told'))
    const own = { derivedFrom: { kind: 'none' as const } }
    const one = await publishNew(moderator, 'source', sourceContent('The interview', own))
    const two = await publishNew(moderator, 'source', sourceContent('The report', own))
    const citations = [citationOf(one, { opened: 'yes' }), citationOf(two, { opened: 'yes' })]
    const id = await publishNew(moderator, 'fact', factContent('Told twice.', [page], { citations }))
    const standing = async () =>
      (await readRows(`select standing, independent from fact_standing where entry_id = ${id}`))[0]
    expect(await standing()).toEqual({ standing: 'corroborated', independent: 2 })
    const derived = sourceContent('The report', { derivedFrom: { kind: 'source', source: one } })
    const { event } = await publishNow(moderator, edited('source', two, 1, derived))
    expect(await standing()).toEqual({ standing: 'reported', independent: 1 })
    const [row] = await readRows(`select tags from cache_event where id = ${event}`)
    expect(row?.tags).toEqual(expect.arrayContaining([`entry:${id}`, 'standings']))
  })

  test('what waits for review moves no standing', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Held'))
    const source = await publishNew(moderator, 'source', sourceContent('Against it'))
    const id = await publishNew(moderator, 'fact', factContent('Held.', [page]))
    const against = [citationOf(source, { stance: 'contradicts', opened: 'yes' })]
    const fan = await makeAccount('fan')
    await send(fan, edited('fact', id, 1, factContent('Held.', [page], { citations: against })))
    expect(await readRows(`select standing from fact_standing where entry_id = ${id}`)).toEqual([
      { standing: 'unsourced' },
    ])
  })

  test('a fact behind a gate has its words in its rows beside the gate: what reads them asks whom it is open to', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Later'))
    const fact = factContent('The ending.', [page], { gate: { kind: 'unknown' } })
    const { entries } = await publishNow(moderator, added('fact', fact))
    const [one] = entries
    const id = one?.id ?? 0
    expect(await readRows(`select label, gate_kind from entry where id = ${id}`)).toEqual([
      { label: 'The ending.', gate_kind: 'unknown' },
    ])
    const names = async (scope: ReadScope) =>
      (await findEntryNames(primary(), scope, [id])).map(({ label }) => label)
    expect(await names(readersScope([page]))).toEqual([null])
    expect(await names(readersScope('everything'))).toEqual(['The ending.'])
    const found = async (scope: ReadScope) =>
      (await weigh(primary(), scope, readSearch('ending'))).candidates.map((one) => one.id)
    expect(await found(readersScope([page]))).toEqual([])
    expect(await found(readersScope('everything'))).toEqual([id])
  })
})
