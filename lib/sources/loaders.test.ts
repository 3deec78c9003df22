import { beforeAll, describe, expect, test } from 'vitest'
import {
  factContent,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { loadCitingEntries, loadSource, loadSourceList } from './loaders'

await openTestWiki()

describe('sources', () => {
  let original: number
  let page: number

  beforeAll(async () => {
    const owner = await makeAccount('owner')
    const publish = (
      ...what: Parameters<typeof publishNew> extends [unknown, ...infer Rest] ? Rest : never
    ) => publishNew(owner, ...what)
    original = await publish('source', sourceContent('The interview', { publisher: 'ITV' }))
    await publish('source', sourceContent('A report', { derivedFrom: { kind: 'source', source: original } }))
    const citations = [citationOf(original)]
    const citing = { type: 'citation' as const, attrs: citationOf(original) }
    page = await publish(
      'page',
      pageContent(
        'Joe Locke',
        {},
        {
          lead: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'p' }, content: [citing] }] },
        },
      ),
    )
    await publish('fact', factContent('An open fact.', [page], { citations }))
    await publish('fact', factContent('A closed fact.', [page], { citations, gate: { kind: 'unknown' } }))
    for (let count = 0; count < 100; count++)
      await publish('fact', factContent(`Fact ${count}.`, [page], { citations }))
  })

  test('a source says what it repeats', async () => {
    expect((await loadSource('2'))?.derivedFrom?.title).toBe('The interview')
    expect((await loadSource('1'))?.derivedFrom).toBeNull()
    expect(await loadSource('3')).toBeNull()
  })

  test('the facts and pages that rest on it follow each other over the pages of the list', async () => {
    const first = await loadCitingEntries(original, undefined)
    expect(first.pages).toEqual([{ label: 'Joe Locke', path: '/wiki/Joe_Locke' }])
    expect(first.cards).toHaveLength(99)
    const second = await loadCitingEntries(original, String(first.next))
    expect(second).toMatchObject({ next: null, isFirst: false })
    expect(second.cards).toHaveLength(2)
    expect(JSON.stringify(first.cards)).not.toContain('A closed fact')
  })

  test('all sources are listed, newest first', async () => {
    const list = await loadSourceList({})
    expect(list.records.map(({ number }) => number)).toEqual([2, 1])
    expect((await loadSourceList({ after: '2' })).records.map(({ number }) => number)).toEqual([1])
  })
})
