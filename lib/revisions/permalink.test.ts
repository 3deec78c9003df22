import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows, createTestDatabase, readRows } from '@/db/postgres/testing'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import { submit } from '@/lib/changesets/submit'
import {
  added,
  changesetOf,
  edited,
  factContent,
  makeAccount,
  pageContent,
  prepareWiki,
  publishNew,
  publishNow,
  seasonContent,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import type { PageView } from '@/lib/pages/compose'
import type { AccountActor } from '@/lib/policy/actor'
import { loadPermalink } from './permalink'

const idsOf = async (entryId: number) =>
  (await readRows(`select id from revision where entry_id = ${entryId} order by number`)).map(({ id }) =>
    Number(id),
  )

async function permalink(id: number | undefined, isOpen = false) {
  const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
  const at = await recordResponse(record, () => loadPermalink(String(id), isOpen))
  return { at, record, found: at?.state === 'found' ? at.permalink : null }
}

async function pageAt(id: number | undefined, isOpen = false) {
  const { found } = await permalink(id, isOpen)
  if (found?.said.state !== 'shown' || found.said.kind !== 'page')
    throw new Error(`revision ${id} is no page that is shown`)
  return found.said.shown as PageView
}

const statements = (page: Awaited<ReturnType<typeof pageAt>>) =>
  page.facts.map((card) =>
    card.isClosed ? ('why' in card ? card.why : 'closed') : card.statement.map((node) => node.text).join(''),
  )

describe('the permanent address of a revision', () => {
  let owner: AccountActor
  let page: number
  let other: number
  let fact: number
  let source: number
  let ids: number[]

  beforeAll(async () => {
    await createTestDatabase()
    await prepareWiki()
    owner = await makeAccount('owner')
    source = await publishNew(owner, 'source', sourceContent('An interview, as first told'))
    other = await publishNew(owner, 'page', pageContent('Tao Xu'))
    page = await publishNew(owner, 'page', pageContent('Charlie', { p: 'one' }))
    fact = await publishNew(
      owner,
      'fact',
      factContent('He plays drums.', [page], { citations: [citationOf(source)] }),
    )
    await publishNow(owner, edited('page', page, 1, pageContent('Charlie Spring', { p: 'one two' })))
    await publishNow(owner, edited('fact', fact, 1, factContent('He plays the drums.', [page])))
    await publishNow(owner, edited('source', source, 1, sourceContent('An interview, as told today')))
    await publishNow(owner, edited('page', page, 2, pageContent('Charlie Spring', { p: 'one two three' })))
    ids = await idsOf(page)
  })

  test('shows the text, the title and the facts as they stood then, without a standing', async () => {
    expect(statements(await pageAt(ids[0]))).toEqual([])
    const second = await pageAt(ids[1])
    expect(statements(second)).toEqual(['He plays drums.'])
    expect(second.facts[0]).toMatchObject({
      standing: null,
      sourceCount: 1,
      path: `/revisions/${(await idsOf(fact))[0]}`,
    })
    expect([...second.records.values()].map((record) => record.title)).toEqual([
      'An interview, as first told',
    ])
    expect(JSON.stringify(second.body)).toContain('one two')
    expect((await pageAt(ids[0])).title).toBe('Charlie')
    expect(statements(await pageAt(ids[2]))).toEqual(['He plays the drums.'])
  })

  test('says which version it is, and leads to the others, to what changed since, to the page of today', async () => {
    const { found, record } = await permalink(ids[1])
    expect(found).toMatchObject({
      line: { number: 2, isHead: false, entry: { path: '/wiki/Charlie_Spring', label: 'Charlie Spring' } },
      previousPath: `/revisions/${ids[0]}`,
      nextPath: `/revisions/${ids[2]}`,
      sincePath: `/diff/${ids[1]}/${ids[2]}`,
      historyPath: '/history/Charlie_Spring',
    })
    expect((await permalink(ids[2])).found).toMatchObject({
      line: { isHead: true },
      nextPath: null,
      sincePath: null,
    })
    expect([...record.tags]).toEqual(
      expect.arrayContaining([
        `entry:${page}`,
        `history:${page}`,
        `account:${owner.id}`,
        `entry:${fact}`,
        `history:${fact}`,
        `entry:${source}`,
      ]),
    )
  })

  test('what was published together stands together, whatever its order', async () => {
    const { entries } = await publishNow(
      owner,
      added('page', pageContent('Imogen', {})),
      added('fact', factContent('She laughs.', [-1])),
    )
    const [first] = await idsOf(entries[0]?.id ?? 0)
    expect(statements(await pageAt(first))).toEqual(['She laughs.'])
  })

  test('a fact that was about another page then is on that one', async () => {
    const moved = await publishNew(owner, 'fact', factContent('Somebody sings.', [page]))
    await publishNow(owner, edited('page', page, 3, pageContent('Charlie Spring', { p: 'four' })))
    await publishNow(owner, edited('fact', moved, 1, factContent('Somebody sings.', [other])))
    await publishNow(owner, edited('page', page, 4, pageContent('Charlie Spring', { p: 'five' })))
    const all = await idsOf(page)
    expect(statements(await pageAt(all[3]))).toContain('Somebody sings.')
    expect(statements(await pageAt(all[4]))).not.toContain('Somebody sings.')
  })

  test('of a fact and of a source it shows what they said', async () => {
    const [said] = await idsOf(fact)
    expect((await permalink(said)).found?.said).toMatchObject({
      kind: 'fact',
      shown: { card: { statement: [{ text: 'He plays drums.' }], standing: null } },
    })
    const [recorded] = await idsOf(source)
    expect((await permalink(recorded)).found?.said).toMatchObject({
      kind: 'source',
      shown: { record: { title: 'An interview, as first told' } },
    })
  })

  test.each(['0', '999999', 'x', '-1', '1e3'])('/revisions/%s is a 404', async (segment) => {
    const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
    expect(await recordResponse(record, () => loadPermalink(segment, false))).toBeNull()
    expect(record.status).toBe(404)
  })

  test('a hidden fact of an old page leaves its place and nothing of what it said', async () => {
    await changeRows(`insert into withholding (entry_id, from_number, to_number, part, strength, reason, by_id)
      values (${fact}, 1, 1, 'text', 'hidden', 'unkind', ${owner.id})`)
    const second = await pageAt(ids[1])
    expect(statements(second)).toEqual(['withheld'])
    expect(JSON.stringify(second.facts)).not.toContain('drums')
    expect((await permalink((await idsOf(fact))[0])).found?.said).toEqual({ state: 'withheld' })
  })

  test('hidden words of its own, its author and its summary are nowhere in it', async () => {
    const told = changesetOf(edited('page', other, 1, pageContent('Tao Xu', { p: 'A canarylark.' })))
    const author = await makeAccount('moderator')
    await submit(author, { ...told, summary: 'said canarylark' }, { network: null })
    await publishNow(owner, edited('page', other, 2, pageContent('Tao Xu', { p: 'clean' })))
    const [, bad] = await idsOf(other)
    expect(JSON.stringify((await permalink(bad)).found)).toContain('canarylark')
    for (const part of ['text', 'summary', 'author'])
      await changeRows(`insert into withholding (entry_id, from_number, to_number, part, strength, reason, by_id)
        values (${other}, 2, 2, '${part}', 'hidden', 'unkind', ${owner.id})`)
    const { found } = await permalink(bad)
    expect(found).toMatchObject({
      said: { state: 'withheld' },
      line: { author: { by: 'hidden' }, summary: null },
    })
    expect(JSON.stringify(found)).not.toContain('canarylark')
    expect(JSON.stringify(found)).not.toContain(author.name)
  })

  test('an erased text says that it was erased', async () => {
    const [, second] = await idsOf(other)
    await changeRows(`insert into withholding (entry_id, from_number, to_number, part, strength, reason, by_id)
      values (${other}, 2, 2, 'text', 'erased', 'a home address', ${owner.id})`)
    await changeRows(`select erase_contents(${other}, 2, 2)`)
    expect((await permalink(second)).found?.said).toEqual({ state: 'erased' })
  })

  test('of a deleted entry it is gone, and says when and why', async () => {
    await changeRows(`update entry set deleted_at = now(), deletion_reason = 'a hoax' where id = ${fact}`)
    const { at, record } = await permalink((await idsOf(fact))[1])
    expect(at).toMatchObject({ state: 'deleted', deletion: { name: 'Fact 1', reason: 'a hoax' } })
    expect(record.status).toBe(410)
    expect(JSON.stringify(at)).not.toContain('drums')
    expect(statements(await pageAt(ids[2]))).toEqual(['deleted'])
  })
})

describe('what is closed', () => {
  let owner: AccountActor
  let page: number
  let season: number

  beforeAll(async () => {
    await createTestDatabase()
    await prepareWiki()
    owner = await makeAccount('owner')
    page = await publishNew(owner, 'page', pageContent('Darcy'))
    season = await publishNew(owner, 'page', seasonContent('Season three', page, 3))
  })

  test('a fact that was open then, and got its gate since, is closed in every version', async () => {
    const fact = await publishNew(owner, 'fact', factContent('A canarywren comes out.', [page]))
    await publishNow(owner, edited('page', page, 1, pageContent('Darcy', { p: 'more' })))
    const gate = { kind: 'place' as const, page: season }
    await publishNow(owner, edited('fact', fact, 1, factContent('A canarywren comes out.', [page], { gate })))
    const [, second] = await idsOf(page)
    const shown = await pageAt(second)
    expect(shown.facts).toMatchObject([{ isClosed: true, lock: { from: 'Season three' } }])
    expect(JSON.stringify(shown.facts)).not.toContain('canarywren')
    const [open] = await idsOf(fact)
    expect((await permalink(open)).found?.said).toEqual({ state: 'closed', from: 'Season three' })
    expect(JSON.stringify((await permalink(open, true)).found?.said)).toContain('canarywren')
  })
})
