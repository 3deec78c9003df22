import { describe, expect, test } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { saying } from '@/lib/messages/testing'
import { accept } from '@/lib/review/accept'
import {
  added,
  categoryContent,
  edited,
  factContent,
  holdBack,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  send,
  sourceContent,
} from './testing'

const { moderator, fan } = await openTestWiki('moderator', 'fan')

describe('what an edit names', () => {
  test('a new fact brings its new source along, and cites it by its place in the changeset', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Joe Locke', {}, { kind: 'person' }))
    const fact = factContent('He studied history.', [page], { citations: [citationOf(-2)] })
    const { entries } = await publishNow(
      moderator,
      added('fact', fact),
      added('source', sourceContent('A portrait')),
    )
    const [made, source] = entries
    const links = await readRows(
      `select kind, to_id::int as to from link where from_id = ${made?.id} order by kind`,
    )
    expect(links).toEqual([
      { kind: 'about', to: page },
      { kind: 'cites', to: source?.id },
    ])
    const [row] = await readRows(
      `select content from revision_content where revision_id = ${made?.revisionId}`,
    )
    expect(row?.content).toMatchObject({ citations: [{ source: source?.id }] })
  })

  test('the same when it waits first and is accepted later', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Kit Connor', {}, { kind: 'person' }))
    const fact = factContent('He sings.', [page], { citations: [citationOf(-2)] })
    const submissionId = await holdBack(fan, added('fact', fact), added('source', sourceContent('A concert')))
    const answer = await accept(moderator, { submissionId, roundNumber: 1, key: newKey() })
    expect(answer).toMatchObject({ outcome: 'published', entries: [{ kind: 'fact' }, { kind: 'source' }] })
  })

  test('a place in the changeset that holds something else, or nothing, is refused at its field', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Yasmin Finney', {}, { kind: 'person' }))
    const cites = (source: number) => factContent('She acts.', [page], { citations: [citationOf(source)] })
    for (const source of [-1, -3, page, 999_999]) {
      const answer = await send(
        moderator,
        added('fact', cites(source)),
        added('source', sourceContent('A talk')),
      )
      expect(answer).toMatchObject({ ok: false, reason: 'invalid' })
      expect(Object.keys((answer.ok ? {} : answer.fields) ?? {})).toEqual(['items.1.citations'])
    }
  })

  test('a fact that stands in a list of facts is no category, no link and no work for that', async () => {
    const about = await publishNew(moderator, 'page', pageContent('Imogen Heaney'))
    const fact = await publishNew(moderator, 'fact', factContent('She means well.', [about]))
    const list = { type: 'factList' as const, attrs: { id: 'l', facts: [fact] } }
    const body = { type: 'doc' as const, content: [list] }
    const id = await publishNew(moderator, 'page', pageContent('A list', {}, { body }))
    for (const wrong of [{ categories: [fact] }, { ordinal: { work: fact, number: 1 } }]) {
      const answer = await send(
        moderator,
        edited('page', id, 1, pageContent('A list', {}, { body, ...wrong })),
      )
      expect(answer).toMatchObject({ ok: false, reason: 'invalid' })
    }
  })

  test('a base that no revision can have is told so', async () => {
    const id = await publishNew(moderator, 'page', pageContent('James McEwan'))
    for (const base of [2, 5_000_000_000, Number.MAX_SAFE_INTEGER]) {
      const answer = await send(moderator, edited('page', id, base, pageContent('James')))
      expect(answer).toMatchObject({ ok: false, reason: 'not_found' })
    }
  })

  test('what was deleted can no longer be named, but stays where it stood before', async () => {
    const gone = await publishNew(moderator, 'page', categoryContent('A duplicate'))
    const id = await publishNew(moderator, 'page', pageContent('A reader of it', {}, { categories: [gone] }))
    await readRows(`update entry set deleted_at = now() where id = ${gone}`)
    const still = pageContent('A reader of it', { p: 'More.' }, { categories: [gone] })
    expect(await send(moderator, edited('page', id, 1, still))).toMatchObject({ outcome: 'published' })
    const anew = pageContent('Another', {}, { categories: [gone] })
    expect(await send(moderator, added('page', anew))).toMatchObject({ reason: 'invalid' })
  })

  test('a deleted page is not edited', async () => {
    const gone = await publishNew(moderator, 'page', pageContent('Gone'))
    await readRows(`update entry set deleted_at = now() where id = ${gone}`)
    const answer = await send(moderator, edited('page', gone, 1, pageContent('Gone', { p: 'Back.' })))
    expect(answer).toMatchObject({ ok: false, reason: 'not_allowed' })
  })

  test('a title that is taken is refused, also in another case, and says by which page', async () => {
    await publishNew(moderator, 'page', pageContent('Paris Squad'))
    for (const title of ['Paris Squad', 'paris squad', 'PARIS_SQUAD']) {
      const answer = await send(moderator, added('page', pageContent(title)))
      expect(answer).toMatchObject({ ok: false, reason: 'title_taken' })
      expect(answer).toHaveProperty('fields.title', saying(expect.stringContaining('“Paris Squad”')))
    }
  })

  test('two people who make the same page at once make one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send(moderator, added('page', pageContent('Season 4')))),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe('title_taken')
  })

  test('renaming keeps the old title as an alias; another case of the same title is no rename', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Mr Ajayi'))
    await publishNow(moderator, edited('page', id, 1, pageContent('Nathan Ajayi')))
    await publishNow(moderator, edited('page', id, 2, pageContent('Nathan AJAYI')))
    expect(
      await readRows(`select key, text, is_current from title where entry_id = ${id} order by key`),
    ).toEqual([
      { key: 'mr ajayi', text: 'Mr Ajayi', is_current: false },
      { key: 'nathan ajayi', text: 'Nathan AJAYI', is_current: true },
    ])
    const answer = await send(moderator, added('page', pageContent('Mr Ajayi')))
    expect(answer).toMatchObject({ reason: 'title_taken' })
  })

  test('a page takes an old title of its own back', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Coach Singh'))
    await publishNow(moderator, edited('page', id, 1, pageContent('Miss Singh')))
    await publishNow(moderator, edited('page', id, 2, pageContent('Coach Singh')))
    expect(await readRows(`select text from title where entry_id = ${id} and is_current`)).toEqual([
      { text: 'Coach Singh' },
    ])
  })

  test('a kind, or an infobox field, that the wiki does not have is refused', async () => {
    const kindless = pageContent('Something', {}, { kind: 'spaceship' })
    expect(await send(moderator, added('page', kindless))).toMatchObject({
      fields: { kind: saying(expect.any(String)) },
    })
    const fieldless = pageContent(
      'Someone',
      {},
      {
        kind: 'person',
        infobox: { speed: [{ type: 'text', text: 'fast' }] },
      },
    )
    expect(await send(moderator, added('page', fieldless))).toMatchObject({
      fields: { infobox: saying(expect.any(String)) },
    })
  })
})
