import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import {
  added,
  factContent,
  holdBack,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { loadFact, loadOpenFact } from '@/lib/facts/loaders'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { reachOf, startSite } from '@/lib/outside/testing'
import type { AccountActor } from '@/lib/policy/actor'
import { showCase } from '@/lib/review/show-case'
import { loadSource } from '@/lib/sources/loaders'
import { lookOutside } from '@/lib/worker/tasks/look-outside'

const { owner, moderator, fan } = await openTestWiki('owner', 'moderator', 'fan')

const PAGE = `<p>${'A sentence of a long article. '.repeat(20)}</p><p>“There was magic in the air”, he said.</p>`
const SAID = 'There was magic in the air'
const NOT_SAID = 'There was thunder in the air'

let site: Awaited<ReturnType<typeof startSite>>
let page: number
let source: number

beforeAll(async () => {
  vi.stubEnv('LORELEAF_OUTSIDE', '')
  site = await startSite((_, response) => response.setHeader('content-type', 'text/html').end(PAGE))
  page = await publishNew(moderator, 'page', pageContent('Joe Locke'))
  source = await publishNew(
    moderator,
    'source',
    sourceContent('The story', { url: 'https://news.example/story' }),
  )
})
afterAll(() => site.stop())

const look = () => lookOutside(reachOf({ hosts: { 'news.example': site.port } }))

const quoting = (of: number, ...quotes: string[]) =>
  factContent(`Said of ${quotes.join(' and ')}.`, [page], {
    citations: quotes.map((quote) => citationOf(of, { quote })),
  })

/** What is told of the words of a case, to one of its readers. */
async function told(reader: AccountActor, submissionId: number) {
  const found = await showCase(reader, submissionId)
  return found?.items.flatMap((item) => item.citations.map((one) => [one.citation.quote, one.passage?.state]))
}

/** Publishes something; gives the number in its address. */
async function numbered(kind: 'fact' | 'source', content: Parameters<typeof publishNew>[2]): Promise<string> {
  const { entries } = await publishNow(moderator, added(kind, content))
  return String(entries[0]?.number)
}

/** The fact at an address, as it is shown there, with the tags of what it was made from. */
async function shown(segment: string) {
  const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
  const fact = await recordResponse(record, () => loadFact(segment))
  return { fact, tags: record.tags }
}

const statesOf = (fact: Awaited<ReturnType<typeof loadFact>>) =>
  fact && !fact.isClosed ? fact.content.citations.map((one) => fact.passages.get(one)?.state) : null

describe('at the address of a fact', () => {
  test('it says which quoted words stand on the page, with the link to them, and is made anew when that is known', async () => {
    const number = await numbered('fact', quoting(source, SAID, NOT_SAID))
    const before = await shown(number)
    expect(statesOf(before.fact)).toEqual(['unread', 'unread'])
    await look()
    const { fact } = await shown(number)
    expect(statesOf(fact)).toEqual(['found', 'missing'])
    const [first] = fact && !fact.isClosed ? fact.content.citations : []
    expect(first && fact && !fact.isClosed && fact.passages.get(first)).toMatchObject({
      link: 'https://news.example/story#:~:text=There%20was%20magic%20in%20the%20air',
    })
    const [told] = await readRows('select tags from cache_event order by id desc limit 1')
    expect([told?.tags ?? []].flat().some((tag) => before.tags.has(String(tag)))).toBe(true)
  })

  test('a closed one tells nothing of its words, until it is opened', async () => {
    const number = await numbered('fact', {
      ...quoting(source, 'A sentence of a long'),
      gate: { kind: 'unknown' },
    })
    await look()
    const { fact } = await shown(number)
    expect(fact?.isClosed).toBe(true)
    expect(JSON.stringify(fact)).not.toContain('sentence')
    expect(statesOf(await loadOpenFact(number))).toEqual(['found'])
  })
})

test('at the address of a source it says that the page was there, and counts what the reader may see', async () => {
  const url = 'https://news.example/counted'
  const { entries } = await publishNow(moderator, added('source', sourceContent('Counted', { url })))
  const [{ id = 0, number = 0 } = {}] = entries
  expect((await loadSource(String(number)))?.seen).toBeNull()
  await publishNew(moderator, 'fact', quoting(id, SAID))
  await publishNew(moderator, 'fact', quoting(id, NOT_SAID))
  await publishNew(moderator, 'fact', { ...quoting(id, 'he said'), gate: { kind: 'unknown' } })
  await look()
  expect((await loadSource(String(number)))?.seen).toMatchObject({ state: 'alive', found: 1, missing: 1 })
})

describe('in a case', () => {
  test('author and reviewer read which words stand on the page, of a source that is here and of one that comes with it', async () => {
    const url = 'https://news.example/new'
    const citations = [
      citationOf(source, { quote: SAID }),
      citationOf(-2, { quote: SAID }),
      citationOf(-2, { quote: NOT_SAID }),
    ]
    const id = await holdBack(
      fan,
      added('fact', factContent('He said so, twice.', [page], { citations })),
      added('source', sourceContent('New', { url })),
    )
    await look()
    for (const reader of [fan, moderator])
      expect(await told(reader, id)).toEqual([
        [SAID, 'found'],
        [SAID, 'found'],
        [NOT_SAID, 'missing'],
      ])
  })
})

test('a source that was deleted tells nothing of its page', async () => {
  const url = 'https://news.example/deleted'
  const of = await publishNew(moderator, 'source', sourceContent('Deleted', { url }))
  const number = await numbered('fact', quoting(of, SAID))
  await look()
  expect(statesOf((await shown(number)).fact)).toEqual(['found'])
  await deleteEntry(owner, { entryId: of, reason: 'wrong' }, { network: null })
  expect(statesOf((await shown(number)).fact)).toEqual(['unread'])
})
