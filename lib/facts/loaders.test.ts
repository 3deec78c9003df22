import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import {
  factContent,
  openTestWiki,
  pageContent,
  publishNew,
  seasonContent,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { loadFact, loadFactList, loadOpenFact } from './loaders'

const { owner } = await openTestWiki('owner')

async function reading(segment: string) {
  const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
  const at = await recordResponse(record, () => loadFact(segment))
  return { fact: at && !at.isClosed ? at : null, at, record }
}

const numbers = (list: Awaited<ReturnType<typeof loadFactList>>) => list.cards.map((card) => card.number)

describe('facts', () => {
  let page: number
  let source: number

  beforeAll(async () => {
    page = await publishNew(owner, 'page', pageContent('Joe Locke'))
    source = await publishNew(owner, 'source', sourceContent('An interview', { publisher: 'PinkNews' }))
    const season = await publishNew(owner, 'page', seasonContent('Season three', page, 3))
    await publishNew(owner, 'fact', factContent('The first has no source.', [page]))
    await publishNew(
      owner,
      'fact',
      factContent('The second is told.', [page], {
        speaker: page,
        saidTo: 'This Morning',
        saidOn: '2022-04',
        citations: [citationOf(source, { directness: 'original', opened: 'yes', quote: 'So it was.' })],
        note: 'For editors.',
      }),
    )
    await publishNew(
      owner,
      'fact',
      factContent('The third is closed.', [page], { gate: { kind: 'place', page: season } }),
    )
  })

  test('a fact says who said it, to whom, when, and in which words', async () => {
    const { fact } = await reading('2')
    expect(fact?.card).toMatchObject({
      standing: 'first_hand',
      speaker: { label: 'Joe Locke', path: '/wiki/Joe_Locke' },
      saidTo: 'This Morning',
      saidOn: '2022-04',
      quote: 'So it was.',
      sourceCount: 1,
    })
    expect(fact?.about.map(({ label }) => label)).toEqual(['Joe Locke'])
    expect(fact?.records.get(source)?.publisher).toBe('PinkNews')
  })

  test('a gated fact is closed at its address, and told, with from where it is, to who opens it', async () => {
    const { at } = await reading('3')
    expect(at).toMatchObject({
      isClosed: true,
      number: 3,
      lock: { from: 'Season three' },
      openPath: '/open/facts/3',
    })
    const fact = await loadOpenFact('3')
    expect(fact?.card.statement).toEqual([{ type: 'text', text: 'The third is closed.' }])
    expect(fact?.gate).toBe('Season three')
  })

  test.each(['99', '0', '1x', '-1', '99999999999999'])('/facts/%s is a 404', async (segment) => {
    const { fact, record } = await reading(segment)
    expect(fact).toBeNull()
    expect(record.status).toBe(404)
  })

  test('lists are newest first, and closed facts are not in them', async () => {
    expect(numbers(await loadFactList({}))).toEqual([2, 1])
  })

  test('lists can keep to one standing; an unknown one is no filter', async () => {
    expect(numbers(await loadFactList({ standing: 'first_hand' }))).toEqual([2])
    expect(numbers(await loadFactList({ standing: 'nonsense' }))).toHaveLength(2)
    expect((await loadFactList({})).counts.get('unsourced')).toBe(1)
  })

  test('a list goes on exactly where it stopped, by standing too', async () => {
    for (let count = 0; count < 60; count++)
      await publishNew(owner, 'fact', factContent(`Number ${count}.`, [page]))
    for (const standing of [undefined, 'unsourced']) {
      const first = await loadFactList({ standing })
      expect(first.cards).toHaveLength(50)
      const second = await loadFactList({ standing, after: String(first.next) })
      expect(second.next).toBeNull()
      const all = [...numbers(first), ...numbers(second)]
      expect(new Set(all).size).toBe(all.length)
      expect(all.length).toBe(standing ? 61 : 62)
    }
  })

  test('what is private is never shown without a source', async () => {
    await changeRows(`update fact_facet set is_private_life = true from entry
      where entry.id = fact_facet.entry_id and entry.kind = 'fact' and entry.number = 1`)
    expect((await reading('1')).fact).toBeNull()
    const last = await loadFactList({ after: '3' })
    expect(numbers(last)).toEqual([2])
  })

  test('a deleted fact is gone from its address and from lists', async () => {
    await changeRows(`update entry set deleted_at = now() where kind = 'fact' and number = 2`)
    expect((await reading('2')).fact).toBeNull()
    expect(numbers(await loadFactList({ standing: 'first_hand' }))).toEqual([])
  })
})
