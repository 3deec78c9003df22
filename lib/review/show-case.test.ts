import { beforeAll, describe, expect, test } from 'vitest'
import { primary } from '@/db/postgres/client'
import { createTestDatabase, readRows } from '@/db/postgres/testing'
import { findQueue, findQueueNeighbour, findSubmissionsOf } from '@/db/review/review'
import {
  added,
  edited,
  factContent,
  holdBack,
  inOwnWords,
  makeAccount,
  newKey,
  pageContent,
  prepareWiki,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { linesOf } from '@/lib/submissions/listing'
import { accept } from './accept'
import { showCase } from './show-case'
import { decline } from './turn-down'

const round1 = (submissionId: number) => ({ submissionId, roundNumber: 1, key: newKey() })

describe('what is seen of a submission', () => {
  let fan: AccountActor
  let moderator: AccountActor

  beforeAll(async () => {
    await createTestDatabase()
    await prepareWiki()
    fan = await makeAccount('fan')
    moderator = await makeAccount('moderator')
  })

  test('is not there for anybody but its author and those who moderate', async () => {
    const id = await holdBack(fan, added('page', pageContent('Mine')))
    expect(await showCase(fan, id)).toMatchObject({
      id,
      mayDecide: false,
      whyNot: expect.stringContaining('own'),
    })
    expect(await showCase(moderator, id)).toMatchObject({ id, mayDecide: true, whyNot: null })
    for (const other of [await makeAccount('fan'), await makeAccount('trusted')]) {
      expect(await showCase(other, id)).toBeNull()
    }
    const blocked = { ...moderator, isBlocked: true }
    expect(await showCase(blocked, id)).toBeNull()
    expect(await showCase(moderator, 999_999)).toBeNull()
  })

  test('tells what, by whom, how far it reaches, and the difference to today’s text', async () => {
    const pages = [
      await publishNew(moderator, 'page', pageContent('Joe Locke')),
      await publishNew(moderator, 'page', pageContent('Kit Connor')),
    ]
    const fact = await publishNew(moderator, 'fact', factContent('It smelled of coffee.', pages))
    const id = await holdBack(
      await makeAccount('fan'),
      edited('fact', fact, 1, factContent('It smelled of tea.', pages)),
    )
    const found = await showCase(moderator, id)
    expect(found).toMatchObject({
      heading: expect.stringMatching(/^Fact \d+: It smelled of coffee\.$/),
      author: { isFirstEdit: true },
      reach: 'shown on 2 pages',
      obstacle: null,
      conflicts: [],
    })
    expect(found?.items[0]).toMatchObject({
      isNew: false,
      touches: 'changes wording',
      places: [{ label: 'Joe Locke' }, { label: 'Kit Connor' }],
      comparedWith: 1,
      isComparedWithHead: true,
    })
    expect(found?.items[0]?.diff.fields.map((field) => field.field)).toEqual(['statement'])
  })

  test('shows it merged with what was published since', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Merged', { a: 'one', b: 'one' }))
    const id = await holdBack(fan, edited('page', page, 1, pageContent('Merged', { a: 'two', b: 'one' })))
    await publishNow(moderator, edited('page', page, 1, pageContent('Merged', { a: 'one', b: 'three' })))
    const [item] = (await showCase(moderator, id))?.items ?? []
    expect(item).toMatchObject({ baseNumber: 1, comparedWith: 2 })
    expect(JSON.stringify(item?.diff)).not.toContain('three"},{')
    expect(item?.diff.fields[0]?.sentence).toContain('1 passage changed')
  })

  test('shows all three texts where the same passage was changed since', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Met', { a: 'one' }))
    const id = await holdBack(fan, edited('page', page, 1, pageContent('Met', { a: 'two' })))
    await publishNow(moderator, edited('page', page, 1, pageContent('Met', { a: 'three' })))
    expect(await showCase(moderator, id)).toMatchObject({
      conflicts: [{ label: 'Met', editPath: '/edit/Met', conflicts: [{ field: 'body', blockId: 'a' }] }],
      items: [{ comparedWith: 1, isComparedWithHead: false }],
    })
  })

  test('says beforehand what keeps it from being accepted', async () => {
    const id = await holdBack(fan, added('page', pageContent('A title')))
    await publishNew(moderator, 'page', pageContent('a Title'))
    expect(await showCase(moderator, id)).toMatchObject({ obstacle: expect.stringContaining('“a Title”') })
  })

  test('names the sources of a new fact, those that come with it too', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Truham'))
    const known = await publishNew(
      moderator,
      'source',
      sourceContent('The book', { url: 'https://example.org/b' }),
    )
    const citations = [citationOf(known), citationOf(-2)]
    const fact = factContent('It has a rugby team.', [page], { citations })
    const id = await holdBack(fan, added('fact', fact), added('source', sourceContent('The film')))
    const found = await showCase(moderator, id)
    expect(found).toMatchObject({ heading: 'New fact about Truham', others: 1, reach: 'shown on 1 page' })
    expect(found?.items[0]?.citations).toMatchObject([
      { isNewSource: false, record: { title: 'The book', url: 'https://example.org/b' } },
      { isNewSource: true, record: { title: 'The film' } },
    ])
    expect(found?.items[1]).toMatchObject({ heading: 'New source: The film', isNew: true })
  })

  test('keeps a text that is withheld, or deleted, from the author who once saw it', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Hidden', { a: 'CANARY' }))
    const id = await holdBack(fan, edited('page', page, 1, pageContent('Hidden', { a: 'clean' })))
    await publishNow(moderator, edited('page', page, 1, pageContent('Hidden', { a: 'clean' })))
    await decline(moderator, { ...round1(id), reason: 'It is there.' })
    await readRows(`insert into withholding (entry_id, from_number, to_number, part, strength, reason, by_id)
      values (${page}, 1, 1, 'text', 'hidden', 'An address.', ${moderator.id})`)
    const seen = await showCase(fan, id)
    expect(seen).toMatchObject({ items: [], redacted: 1 })
    expect(JSON.stringify(seen)).not.toContain('CANARY')
  })

  test('of private life says who has agreed already', async () => {
    const person = await publishNew(moderator, 'page', pageContent('An actor', {}, { kind: 'person' }))
    const source = await publishNew(moderator, 'source', sourceContent('Their post'))
    const fact = factContent('I am who I am.', [person], inOwnWords(person, source))
    const id = await holdBack(fan, added('fact', fact))
    expect(await showCase(moderator, id)).toMatchObject({ privateLife: { agreed: [] } })
    await accept(moderator, round1(id))
    const agreed = [{ id: moderator.id, name: moderator.name }]
    expect(await showCase(await makeAccount('moderator'), id)).toMatchObject({
      privateLife: { agreed },
      mayDecide: true,
    })
  })

  test('of private life that is told by others says that it cannot be accepted', async () => {
    const person = await publishNew(moderator, 'page', pageContent('A singer', {}, { kind: 'person' }))
    const id = await holdBack(fan, added('fact', factContent('They say…', [person], { isPrivateLife: true })))
    expect(await showCase(moderator, id)).toMatchObject({ obstacle: expect.stringContaining('own words') })
  })

  test('once decided tells who, when and why, and what it became', async () => {
    const declined = await holdBack(fan, added('page', pageContent('No')))
    await decline(moderator, { ...round1(declined), reason: 'Not this.' })
    expect(await showCase(fan, declined)).toMatchObject({
      state: 'declined',
      decision: { verdict: 'decline', reason: 'Not this.', by: { name: moderator.name } },
    })
    const accepted = await holdBack(fan, added('page', pageContent('Yes')))
    await accept(moderator, round1(accepted))
    expect(await showCase(fan, accepted)).toMatchObject({
      state: 'accepted',
      published: [{ label: 'Yes', path: '/wiki/Yes', diffPath: expect.stringMatching(/^\/diff\/0\/\d+$/) }],
    })
  })
})

describe('the queue', () => {
  test('is read oldest first, page by page, by kind, and forward and back from any case', async () => {
    await createTestDatabase()
    await prepareWiki()
    const fan = await makeAccount('fan')
    const moderator = await makeAccount('moderator')
    const page = await publishNew(moderator, 'page', pageContent('About'))
    const ids: number[] = []
    for (const n of [0, 1, 2, 3]) {
      const item =
        n % 2 ? added('fact', factContent(`Fact ${n}`, [page])) : added('page', pageContent(`Page ${n}`))
      ids.push(await holdBack(fan, item))
    }
    const idsOf = async (of: 'fact' | 'page' | null, after: number | null, most: number) =>
      (await findQueue(primary(), { of, after, most })).map((one) => one.id)
    expect(await idsOf(null, null, 3)).toEqual(ids.slice(0, 3))
    expect(await idsOf(null, ids[2] ?? 0, 3)).toEqual(ids.slice(3))
    expect(await idsOf('fact', null, 9)).toEqual([ids[1], ids[3]])
    await decline(moderator, { ...round1(ids[1] ?? 0), reason: 'No.' })
    expect(await findQueueNeighbour(primary(), ids[1] ?? 0, null, 'next')).toBe(ids[2])
    expect(await findQueueNeighbour(primary(), ids[1] ?? 0, null, 'previous')).toBe(ids[0])
    expect(await findQueueNeighbour(primary(), ids[3] ?? 0, 'fact', 'next')).toBeNull()
    expect(await findQueueNeighbour(primary(), ids[0] ?? 0, null, 'first')).toBe(ids[2])

    const own = await findSubmissionsOf(primary(), fan.id, { state: null, before: ids[3] ?? 0, most: 2 })
    expect(
      (await linesOf(primary(), writersScope, own)).map(({ heading, state }) => [heading, state]),
    ).toEqual([
      ['New page: Page 2', 'waiting'],
      ['New fact about About', 'declined'],
    ])
  })
})
