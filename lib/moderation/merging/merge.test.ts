import { describe, expect, test } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import {
  added,
  edited,
  factContent,
  holdBack,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import type { Citation } from '@/lib/content/citation'
import type { Block } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import { entryAtNumber } from '@/lib/entries/at-address'
import { loadNumberedDeletion } from '@/lib/entries/deletion'
import { entryPath } from '@/lib/entries/paths'
import { loadFact } from '@/lib/facts/loaders'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { saying } from '@/lib/messages/testing'
import { restoreEntry } from '@/lib/moderation/restore-entry'
import { accept } from '@/lib/review/accept'
import { loadComparison, loadNumberedHistory } from '@/lib/revisions/loaders'
import { loadPermalink } from '@/lib/revisions/permalink'
import { loadSource } from '@/lib/sources/loaders'
import { done, started } from '@/lib/talk/testing'
import { doJobs } from '@/lib/worker/testing'
import { mergeEntry } from './merge-entry'

const { moderator, fan } = await openTestWiki('moderator', 'fan')

const here = { network: null }
let count = 0

const numberOf = async (id: number) =>
  String((await readRows(`select number from entry where id = ${id}`))[0]?.number)

const merge = async (entryId: number, intoId: number, { by = moderator, key = newKey() } = {}) =>
  mergeEntry(by, { entryId, into: await numberOf(intoId), intoSource: null, reason: 'The same', key }, here)

const pathMergedInto = async (kind: 'fact' | 'source', number: string) => {
  const into = (await loadNumberedDeletion(kind, number))?.mergedInto
  return into ? entryPath(into) : null
}

const headOf = async (id: number) =>
  (
    await readRows(`select c.content from entry e join revision_content c on c.revision_id = e.head_id
      where e.id = ${id}`)
  )[0]?.content as never

const standingOf = async (id: number) =>
  (await readRows(`select standing from fact_standing where entry_id = ${id}`))[0]?.standing

const original = (source: number, rest: Partial<Citation> = {}) =>
  citationOf(source, { directness: 'original', opened: 'yes', ...rest })

async function world() {
  count += 1
  const page = await publishNew(moderator, 'page', pageContent(`Page ${count}`))
  const kept = await publishNew(
    moderator,
    'source',
    sourceContent(`Kept ${count}`, { publisher: 'The Paper' }),
  )
  const given = await publishNew(
    moderator,
    'source',
    sourceContent(`Given ${count}`, { issued: '2022-04', publisher: 'Another' }),
  )
  return { page, kept, given }
}

describe('merging two sources', () => {
  test('the one that stays knows what only the other knew, and stands wherever that was named', async () => {
    const { page, kept, given } = await world()
    const fact = await publishNew(
      moderator,
      'fact',
      factContent('It rains.', [page], { citations: [original(given)] }),
    )
    const repeating = await publishNew(
      moderator,
      'source',
      sourceContent('A copy', { derivedFrom: { kind: 'source', source: given } }),
    )
    const answer = await merge(given, kept)
    expect(answer).toMatchObject({ ok: true, path: `/sources/${await numberOf(kept)}` })
    await doJobs()
    expect(await headOf(kept)).toMatchObject({
      title: `Kept ${count}`,
      publisher: 'The Paper',
      issued: '2022-04',
    })
    expect(await headOf(fact)).toMatchObject({ citations: [{ source: kept }] })
    expect(await headOf(repeating)).toMatchObject({ derivedFrom: { source: kept } })
    expect(await standingOf(fact)).toBe('first_hand')
    expect(await readRows(`select act, reason from audit_record where entry_id = ${given}`)).toEqual([
      { act: 'entry.merge', reason: 'The same' },
    ])
    const [version] = await readRows(`select r.is_minor, r.is_reviewed, r.author_id from revision r
      where entry_id = ${fact} and number = 2`)
    expect(version).toEqual({ is_minor: true, is_reviewed: true, author_id: null })
  })

  test('its address leads to the other, and the versions of both stay readable', async () => {
    const { kept, given } = await world()
    const [first] = await readRows(`select head_id::int as id from entry where id = ${given}`)
    await publishNow(moderator, edited('source', given, 1, sourceContent(`Given ${count}, once more`)))
    const [second] = await readRows(`select head_id::int as id from entry where id = ${given}`)
    await merge(given, kept)
    await doJobs()
    const [from, to] = [await numberOf(given), await numberOf(kept)]
    expect(await loadSource(from)).toBeNull()
    expect(await pathMergedInto('source', from)).toBe(`/sources/${to}`)
    expect(await entryAtNumber('source', from)).toMatchObject({ state: 'moved', to: `/sources/${to}` })
    const before = await loadNumberedHistory('source', from, undefined)
    expect(before).toMatchObject({
      state: 'found',
      history: { mergedInto: { path: `/sources/${to}` }, lines: [{ number: 2 }, { number: 1 }] },
    })
    const after = await loadNumberedHistory('source', to, undefined)
    expect(after).toMatchObject({
      state: 'found',
      history: { mergedInto: null, merged: [{ path: `/sources/${from}/history` }] },
    })
    expect(await loadPermalink(String(first?.id), false)).toMatchObject({
      state: 'found',
      permalink: { said: { state: 'shown' } },
    })
    expect(await loadComparison(String(first?.id), String(second?.id))).toMatchObject({ kind: 'source' })
  })

  test('what was written before, and waits, names the other once it is accepted', async () => {
    const { page, kept, given } = await world()
    const content = factContent('It snows.', [page], { citations: [original(given)] })
    const waiting = await holdBack(fan, added('fact', content))
    await merge(given, kept)
    await doJobs()
    const decided = await accept(moderator, { submissionId: waiting, roundNumber: 1, key: newKey() })
    expect(decided).toMatchObject({ ok: true, outcome: 'published' })
    const [made] = await readRows(`select max(id)::int as id from entry where kind = 'fact'`)
    expect(await headOf(Number(made?.id))).toMatchObject({ citations: [{ source: kept }] })
  })

  test('goes on where it was stopped, and takes in what came to name it meanwhile', async () => {
    const { page, kept, given } = await world()
    const facts: number[] = []
    for (let at = 0; at < 45; at++)
      facts.push(
        await publishNew(
          moderator,
          'fact',
          factContent(`No ${at}.`, [page], { citations: [original(given)] }),
        ),
      )
    await merge(given, kept)
    const late = await publishNew(
      moderator,
      'fact',
      factContent('Late.', [page], { citations: [original(given)] }),
    )
    expect(await headOf(late)).toMatchObject({ citations: [{ source: kept }] })
    expect(await loadSource(await numberOf(given))).not.toBeNull()
    await doJobs()
    const open = await readRows(`select count(*)::int from link where to_id = ${given} and until is null`)
    expect(open).toEqual([{ count: 0 }])
    expect(await standingOf(facts[44] ?? 0)).toBe('first_hand')
    await doJobs()
    const versions = await readRows(`select max(number) from revision where entry_id = ${facts[0]}`)
    expect(versions).toEqual([{ max: 2 }])
  })

  test('one merged before leads to where the second merge leads; restored it stands for itself', async () => {
    const { kept, given } = await world()
    const third = await publishNew(moderator, 'source', sourceContent(`Third ${count}`))
    await merge(third, given)
    await doJobs()
    await merge(given, kept)
    await doJobs()
    const to = `/sources/${await numberOf(kept)}`
    expect(await pathMergedInto('source', await numberOf(third))).toBe(to)
    await restoreEntry(moderator, { entryId: third, reason: 'Another one after all' }, here)
    expect(await loadSource(await numberOf(third))).not.toBeNull()
    expect(await pathMergedInto('source', await numberOf(third))).toBeNull()
  })

  test('keeps the talk, at the other', async () => {
    const { kept, given } = await world()
    await done(started(moderator, given, 'It says two.', 'Which date?'))
    await merge(given, kept)
    await doJobs()
    expect(await readRows(`select entry_id::int from thread where subject = 'Which date?'`)).toEqual([
      { entry_id: kept },
    ])
  })

  test('is refused at the field where there is no such other, and to who may not', async () => {
    const { page, kept, given } = await world()
    const fact = await publishNew(moderator, 'fact', factContent('It is.', [page]))
    const ask = (into: string, by = moderator) =>
      mergeEntry(by, { entryId: given, into, intoSource: null, reason: 'The same', key: newKey() }, here)
    for (const into of ['999999', 'no number', '', 'https://wiki.example/sources/0'])
      expect(await ask(into), into).toMatchObject({ fields: { into: saying(expect.any(String)) } })
    expect(await ask(await numberOf(given))).toMatchObject({ fields: { into: expect.anything() } })
    expect(await merge(given, kept, { by: fan })).toMatchObject({ reason: 'not_allowed' })
    expect(await merge(page, page)).toMatchObject({ reason: 'not_found' })
    expect(await merge(fact, fact)).toMatchObject({ fields: { into: expect.anything() } })
    expect(await ask(`https://wiki.example/sources/${await numberOf(kept)}?after=3#top`)).toMatchObject({
      ok: true,
    })
    expect(await merge(given, kept)).toMatchObject({ reason: 'already_decided' })
  })

  test('into each other at once, and twice under one key: one merge', async () => {
    const { kept, given } = await world()
    const crossed = await Promise.all([merge(given, kept), merge(kept, given)])
    expect(crossed.filter(({ ok }) => ok)).toHaveLength(1)
    const [two, three] = [await world(), newKey()]
    const asked = [merge(two.given, two.kept, { key: three }), merge(two.given, two.kept, { key: three })]
    const answers = await Promise.all(asked)
    expect(answers[0]).toMatchObject({ ok: true })
    expect(answers[1]).toEqual(answers[0])
    expect(
      await readRows(
        `select count(*)::int from audit_record where act = 'entry.merge' and entry_id = ${two.given}`,
      ),
    ).toEqual([{ count: 1 }])
    await doJobs()
  })
})

describe('merging two facts', () => {
  const shown = async (id: number) => (await headOf(id)) as FactContent

  test('joins citations, pages and topics; a list that named both names one', async () => {
    const { page, kept: one, given: two } = await world()
    const other = await publishNew(moderator, 'page', pageContent(`Other ${count}`))
    const known = original(one, { quote: 'It rains' })
    const stays = await publishNew(
      moderator,
      'fact',
      factContent('It rains.', [page], { citations: [known], topics: ['weather'] }),
    )
    const goes = await publishNew(
      moderator,
      'fact',
      factContent('Rain falls.', [other, page], {
        citations: [known, original(two)],
        topics: ['rain', 'weather'],
        saidTo: 'The Paper',
      }),
    )
    const list = { type: 'factList', attrs: { id: 'list', facts: [stays, goes] } } as Block
    const listing = await publishNew(
      moderator,
      'page',
      pageContent(`Listing ${count}`, {}, { body: { type: 'doc', content: [list] } }),
    )
    expect(await merge(goes, stays)).toMatchObject({ ok: true })
    await doJobs()
    expect(await shown(stays)).toMatchObject({
      statement: [{ text: 'It rains.' }],
      about: [page, other],
      citations: [{ source: one }, { source: two }],
      topics: ['weather', 'rain'],
      saidTo: 'The Paper',
    })
    expect(await headOf(listing)).toMatchObject({
      body: { content: [{ attrs: { facts: [stays] } }] },
    })
    expect(await loadFact(await numberOf(goes))).toBeNull()
    expect(await pathMergedInto('fact', await numberOf(goes))).toBe(`/facts/${await numberOf(stays)}`)
  })

  test('about private life takes more than one moderator, so it is refused with what to do', async () => {
    const { page } = await world()
    const stays = await publishNew(moderator, 'fact', factContent('He is here.', [page]))
    const goes = await publishNew(moderator, 'fact', factContent('He lives here.', [page]))
    await changeRows(`update fact_facet set is_private_life = true where entry_id = ${goes}`)
    expect(await merge(goes, stays)).toMatchObject({ ok: false, reason: 'not_allowed' })
  })
})
