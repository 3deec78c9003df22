import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import {
  edited,
  factContent,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import type { Citation } from '@/lib/content/citation'
import { citationOf } from '@/lib/content/fresh-citation'
import { type AtBacklinks, loadNumberedBacklinks, loadPageBacklinks } from '@/lib/entries/backlinks'
import { licencesOf } from '@/lib/publishing/licences'
import { loadAccountPage } from '@/lib/revisions/loaders'
import { type AtInfo, loadNumberedInfo, loadPageInfo } from './info'

const { owner, moderator: person } = await openTestWiki('owner', 'moderator')

async function recorded<T>(work: () => Promise<T>): Promise<{ answer: T; record: ResponseRecord }> {
  const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
  return { answer: await recordResponse(record, work), record }
}

const backlinks = (at: AtBacklinks) => {
  if (at.state !== 'found') throw new Error(`the links are ${at.state}`)
  return at.list
}

const info = (at: AtInfo) => {
  if (at.state !== 'found') throw new Error(`the information is ${at.state}`)
  return at.info
}

const shown = (at: AtBacklinks) =>
  backlinks(at).groups.map(({ kind, links }) => [kind, links.map((link) => link.label)])

describe('an entry from behind', () => {
  let page: number
  let season: number
  let source: number
  let fact: number
  let fromPage: number

  const linking = (title: string, rest = {}) =>
    pageContent(
      title,
      {},
      {
        body: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              attrs: { id: 'l' },
              content: [
                { type: 'text', text: 'her', marks: [{ type: 'wikiLink', attrs: { page, title: null } }] },
                { type: 'citation', attrs: citationOf(source) },
              ],
            },
            { type: 'factList', attrs: { id: 'f', facts: [fact] } },
          ],
        },
        ...rest,
      },
    )

  beforeAll(async () => {
    page = await publishNew(owner, 'page', pageContent('Elle', { p: 'one two' }, { kind: 'category' }))
    season = await publishNew(owner, 'page', pageContent('Season three'))
    source = await publishNew(owner, 'source', sourceContent('An interview'))
    fact = await publishNew(
      person,
      'fact',
      factContent('Elle paints.', [page], { citations: [citationOf(source)] }),
    )
    await publishNew(
      person,
      'fact',
      factContent('A canaryfinch.', [page], { gate: { kind: 'place', page: season } }),
    )
    fromPage = await publishNew(person, 'page', linking('Tao', { categories: [page] }))
  })

  test('is linked to from facts, texts, lists and categories, each told by its kind', async () => {
    const { answer, record } = await recorded(() => loadPageBacklinks('Elle', undefined, undefined))
    expect(shown(answer)).toEqual([
      ['about', ['Elle paints.']],
      ['mentions', ['Tao']],
      ['category', ['Tao']],
    ])
    expect([...record.tags]).toEqual(
      expect.arrayContaining([`entry:${page}`, `links-to:${page}`, `entry:${fromPage}`, tags.title('elle')]),
    )
    expect(JSON.stringify(answer)).not.toContain('canaryfinch')
    expect(shown(await loadNumberedBacklinks('source', '1', undefined, undefined))).toEqual([
      ['cites', ['Elle paints.', 'Tao']],
    ])
    expect(shown(await loadNumberedBacklinks('fact', '1', undefined, undefined))).toEqual([
      ['embeds', ['Tao']],
    ])
  })

  test('can be asked for one kind, and goes on exactly where it stopped', async () => {
    expect(shown(await loadPageBacklinks('Elle', 'mentions', undefined))).toEqual([['mentions', ['Tao']]])
    expect(shown(await loadPageBacklinks('Elle', undefined, `mentions-${fromPage}`))).toEqual([
      ['category', ['Tao']],
    ])
    const many = await publishNew(owner, 'page', pageContent('Much loved'))
    for (let count = 0; count < 103; count++)
      await publishNew(owner, 'fact', factContent(`Number ${count}.`, [many]))
    const first = backlinks(await loadPageBacklinks('Much_loved', undefined, undefined))
    expect(first.groups[0]?.links).toHaveLength(100)
    const second = backlinks(await loadPageBacklinks('Much_loved', undefined, first.next))
    expect([second.groups[0]?.links.length, second.next, second.isFirst]).toEqual([3, null, false])
  })

  test('hears of every link that comes or goes', async () => {
    const { event } = await publishNow(
      owner,
      edited('page', fromPage, 1, pageContent('Tao', { p: 'nobody' })),
    )
    const [row] = await readRows(`select tags from cache_event where id = ${event}`)
    expect(row?.tags).toEqual(
      expect.arrayContaining([`links-to:${page}`, `links-to:${fact}`, `links-to:${source}`]),
    )
    expect(shown(await loadPageBacklinks('Elle', 'mentions', undefined))).toEqual([])
    await publishNow(owner, edited('page', fromPage, 2, linking('Tao')))
  })

  test('tells who began it and who edited last, how often, its other addresses and its protection', async () => {
    await publishNow(person, edited('page', page, 1, pageContent('Elle Argent', { p: 'one two three' })))
    await changeRows(`update entry set protection = 'trusted', protection_reason = 'a quarrel',
      protected_until = now() + interval '1 day' where id = ${page}`)
    const { answer, record } = await recorded(() => loadPageInfo('Elle_Argent'))
    expect(info(answer)).toMatchObject({
      first: { number: 1, author: { name: owner.name } },
      last: { number: 2, author: { name: person.name }, words: 3 },
      figures: { revisions: 2, editors: 2, sources: 0 },
      facts: 1,
      linksHere: 2,
      aliases: ['Elle'],
      protection: { level: 'trusted', reason: 'a quarrel' },
      page: { kind: 'topic', isLivingPerson: false },
      licence: 'CC-BY-SA-4.0',
    })
    expect(record.expiresAt).toBeGreaterThan(Date.now())
    expect(await loadPageInfo('elle')).toEqual({ state: 'moved', to: '/info/Elle_Argent' })
    expect(info(await loadNumberedInfo('fact', '1'))).toMatchObject({ figures: { sources: 1 }, page: null })
  })

  test('counts nobody whose name is withheld', async () => {
    await changeRows(`insert into withholding (entry_id, from_number, to_number, part, strength, reason, by_id)
      values (${page}, 1, 1, 'author', 'hidden', 'asked for it', ${owner.id})`)
    const found = info(await loadPageInfo('Elle_Argent'))
    expect(found).toMatchObject({
      first: { author: { by: 'hidden' } },
      figures: { editors: 1, revisions: 2 },
    })
    expect(JSON.stringify(found)).not.toContain(owner.name)
  })

  test('what is private and without a source is not told to point anywhere', async () => {
    const fact = await publishNew(owner, 'fact', factContent('A canarydove.', [season]))
    await changeRows(`update fact_facet set is_private_life = true where entry_id = ${fact}`)
    const at = await loadPageBacklinks('Season_three', undefined, undefined)
    expect(JSON.stringify(at)).not.toContain('canarydove')
    expect(backlinks(at).counts.get('about')).toBeUndefined()
  })

  test('an account tells how much it has published, and can be asked for one kind', async () => {
    const all = await loadAccountPage(String(person.id), undefined)
    expect(all?.figures).toEqual({
      edits: 4,
      entries: 4,
      begun: { page: 1, fact: 2, source: 0, file: 0 },
    })
    const facts = await loadAccountPage(String(person.id), undefined, 'fact')
    expect(facts?.lines.map((line) => line.entry.kind)).toEqual(['fact', 'fact'])
    expect((await loadAccountPage(String(person.id), undefined, 'recipe'))?.kind).toBeNull()
  })

  test('an account tells which sources of facts it has read, where nobody had', async () => {
    const reader = await makeAccount('moderator')
    const source = await publishNew(owner, 'source', sourceContent('An interview'))
    const says = (rest: Partial<Citation>) =>
      factContent('He reads.', [page], { citations: [citationOf(source, rest)] })
    const unread = await publishNew(owner, 'fact', says({}))
    await publishNow(reader, edited('fact', unread, 1, says({ opened: 'yes' })))
    // Where it was said already, and where one says so of what one adds, nothing is checked.
    await publishNow(reader, edited('fact', unread, 2, says({ opened: 'yes', quote: 'I read.' })))
    await publishNew(reader, 'fact', says({ opened: 'yes' }))
    const all = await loadAccountPage(String(reader.id), undefined)
    expect(all?.lines).toHaveLength(3)
    const checks = await loadAccountPage(String(reader.id), undefined, 'checks')
    expect(checks?.lines.map(({ entry, number }) => [entry.id, number])).toEqual([[unread, 2]])
    expect((await loadAccountPage(String(owner.id), undefined, 'checks'))?.lines).toEqual([])
    // What is deleted, or no more known as theirs, is not told here either.
    await changeRows(`update entry set deleted_at = now(), deletion_reason = 'a hoax' where id = ${unread}`)
    expect((await loadAccountPage(String(reader.id), undefined, 'checks'))?.lines).toEqual([])
  })

  test('of what is deleted, or never was, there is nothing but that', async () => {
    await changeRows(`update entry set deleted_at = now(), deletion_reason = 'a hoax' where id = ${fact}`)
    for (const load of [
      () => loadNumberedInfo('fact', '1'),
      () => loadNumberedBacklinks('fact', '1', undefined, undefined),
    ]) {
      const { answer, record } = await recorded<{ state: string }>(load)
      expect(answer).toMatchObject({ state: 'deleted', deletion: { name: 'Fact 1', reason: 'a hoax' } })
      expect(record.status).toBe(410)
      expect(JSON.stringify(answer)).not.toContain('paints')
    }
    const { answer, record } = await recorded(() => loadPageInfo('Nobody'))
    expect([answer, record.status]).toEqual([{ state: 'missing', title: 'Nobody' }, 404])
  })
})

describe('licences', () => {
  test('are each named once, the wiki’s own first, with where texts were brought from', () => {
    const from = (licence: string, origin: string | null) => ({ licence, origin })
    expect(
      licencesOf([
        from('CC-BY-SA-3.0', 'https://b.example/wiki'),
        from('CC-BY-SA-4.0', null),
        from('CC-BY-SA-3.0', 'https://a.example/wiki'),
        from('CC-BY-SA-4.0', null),
        from('X-Unknown', null),
      ]),
    ).toEqual([
      { name: 'CC BY-SA 4.0', url: expect.stringContaining('/by-sa/4.0/'), origins: [] },
      {
        name: 'CC BY-SA 3.0',
        url: expect.stringContaining('/by-sa/3.0/'),
        origins: ['https://a.example/wiki', 'https://b.example/wiki'],
      },
      { name: 'X-Unknown', url: null, origins: [] },
    ])
  })
})
