import { beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, readRows } from '@/db/postgres/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import type { AccountActor } from '@/lib/policy/actor'
import { submit } from './submit'
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
  send,
  sourceContent,
} from './testing'

const noClient = { network: null }
const headOf = async (id: number) => {
  const [row] = await readRows(`select r.number, c.content from entry e join revision r on r.id = e.head_id
    join revision_content c on c.revision_id = r.id where e.id = ${id}`)
  return row as { number: number; content: { body: { content: { content: { text: string }[] }[] } } }
}
const textOf = async (id: number) => (await headOf(id)).content.body.content[0]?.content[0]?.text

describe('what becomes of an edit', () => {
  let [fan, trusted, moderator]: AccountActor[] = []
  const people = () => ({
    fan: fan as AccountActor,
    trusted: trusted as AccountActor,
    moderator: moderator as AccountActor,
  })

  beforeAll(async () => {
    await createTestDatabase()
    await prepareWiki()
    fan = await makeAccount('fan')
    trusted = await makeAccount('trusted')
    moderator = await makeAccount('moderator')
  })

  test('a fan’s edit waits, and the public sees nothing of it', async () => {
    const { fan, moderator } = people()
    const id = await publishNew(moderator, 'page', pageContent('Nick Nelson', { p: 'Plays rugby.' }))
    const [before] = await readRows('select max(id)::int as event from cache_event')
    const answer = await send(fan, edited('page', id, 1, pageContent('Nick Nelson', { p: 'CANARY' })))
    expect(answer).toMatchObject({ ok: true, outcome: 'waiting' })
    expect(await textOf(id)).toBe('Plays rugby.')
    const [seen] = await readRows(`select (select max(id)::int from cache_event) as event,
      (select count(*)::int from search_row where text like '%CANARY%') as found,
      (select count(*)::int from revision_content where content::text like '%CANARY%') as stored`)
    expect(seen).toEqual({ event: before?.event, found: 0, stored: 0 })
  })

  test('a trusted account’s wording is live at once', async () => {
    const { trusted, moderator } = people()
    const id = await publishNew(moderator, 'page', pageContent('Tao Xu', { p: 'Loves flims.' }))
    const answer = await send(trusted, edited('page', id, 1, pageContent('Tao Xu', { p: 'Loves films.' })))
    expect(answer).toMatchObject({ outcome: 'published', entries: [{ id, path: '/wiki/Tao_Xu' }] })
    expect(await textOf(id)).toBe('Loves films.')
    expect(
      await readRows(`select is_reviewed, via, touches from revision where entry_id = ${id} and number = 2`),
    ).toEqual([{ is_reviewed: false, via: 'edit', touches: ['wording'] }])
  })

  test('on a fact that is shown on five pages its evidence waits, its wording does not', async () => {
    const { trusted, moderator } = people()
    const pages = await Promise.all(
      ['1', '2', '3', '4', '5'].map((n) => publishNew(moderator, 'page', pageContent(`Episode ${n}`))),
    )
    const source = await publishNew(moderator, 'source', sourceContent('The press kit'))
    const id = await publishNew(moderator, 'fact', factContent('Filmed in London.', pages))
    const cited = factContent('Filmed in London.', pages, { citations: [citationOf(source)] })
    expect(await send(trusted, edited('fact', id, 1, cited))).toMatchObject({ outcome: 'waiting' })
    const worded = factContent('It was filmed in London.', pages)
    expect(await send(trusted, edited('fact', id, 1, worded))).toMatchObject({ outcome: 'published' })
  })

  test('a page that lists a fact and is what the fact is about counts once', async () => {
    const { trusted, moderator } = people()
    const pages = await Promise.all(
      ['a', 'b', 'c', 'd'].map((n) => publishNew(moderator, 'page', pageContent(`Place ${n}`))),
    )
    const id = await publishNew(moderator, 'fact', factContent('It rained.', pages))
    const body = {
      type: 'doc' as const,
      content: [{ type: 'factList' as const, attrs: { id: 'l', facts: [id] } }],
    }
    await publishNow(moderator, edited('page', pages[0] ?? 0, 1, pageContent('Place a', {}, { body })))
    const said = factContent('It rained.', pages, { saidTo: 'The Guardian' })
    expect(await send(trusted, edited('fact', id, 1, said))).toMatchObject({ outcome: 'published' })
  })

  test('a moderator’s edit is published, and counts as reviewed', async () => {
    const { moderator } = people()
    const id = await publishNew(moderator, 'source', sourceContent('An interview'))
    expect(await readRows(`select is_reviewed from revision where entry_id = ${id}`)).toEqual([
      { is_reviewed: true },
    ])
  })

  test('nobody publishes private life alone', async () => {
    const { moderator } = people()
    const person = await publishNew(moderator, 'page', pageContent('An actor', {}, { kind: 'person' }))
    const fact = factContent('Is private.', [person], { isPrivateLife: true })
    expect(await send(moderator, added('fact', fact))).toMatchObject({ outcome: 'waiting' })
  })

  test('an edit that changes nothing is refused', async () => {
    const { moderator } = people()
    const id = await publishNew(moderator, 'page', pageContent('Elle Argent', { p: 'Paints.' }))
    const same = pageContent('Elle Argent', { p: 'Paints.' })
    expect(await send(moderator, edited('page', id, 1, same))).toMatchObject({
      ok: false,
      reason: 'no_change',
    })
  })

  test('the same save sent ten times at once makes one revision, and every answer is the same', async () => {
    const { moderator } = people()
    const id = await publishNew(moderator, 'page', pageContent('Charlie Spring', { p: 'Drums.' }))
    const save = changesetOf(edited('page', id, 1, pageContent('Charlie Spring', { p: 'Plays the drums.' })))
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(moderator, save, noClient)))
    expect(answers[0]).toMatchObject({ ok: true, outcome: 'published' })
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect((await headOf(id)).number).toBe(2)
  })

  test('a save sent again gets its answer, even when others have rewritten the passage since', async () => {
    const { moderator } = people()
    const id = await publishNew(moderator, 'page', pageContent('Imogen', { p: 'one' }))
    const save = changesetOf(edited('page', id, 1, pageContent('Imogen', { p: 'two' })))
    const first = await submit(moderator, save, noClient)
    await publishNow(moderator, edited('page', id, 2, pageContent('Imogen', { p: 'three' })))
    expect(await submit(moderator, save, noClient)).toEqual(first)
    expect(await textOf(id)).toBe('three')
  })

  test('the same key with another body is refused', async () => {
    const { moderator } = people()
    const save = changesetOf(added('page', pageContent('Isaac Henderson', { p: 'Reads.' })))
    await submit(moderator, save, noClient)
    const other = { ...save, items: [added('page', pageContent('Isaac Henderson', { p: 'Reads a lot.' }))] }
    expect(await submit(moderator, other, noClient)).toMatchObject({ ok: false, reason: 'key_reused' })
  })

  test('a refused save is forgotten, so that it can be sent again under its key', async () => {
    const { moderator } = people()
    const id = await publishNew(moderator, 'page', pageContent('Darcy', { p: 'one' }))
    const items = [edited('page', id, 1, pageContent('Darcy', { p: 'two' }, { categories: [999_999] }))]
    const save = changesetOf(...items)
    expect(await submit(moderator, save, noClient)).toMatchObject({ reason: 'invalid' })
    const mended = { ...save, items: [edited('page', id, 1, pageContent('Darcy', { p: 'two' }))] }
    expect(await submit(moderator, mended, noClient)).toMatchObject({ outcome: 'published' })
  })

  test('what the network was is kept as the hash it came as, with the write', async () => {
    const { fan } = people()
    await submit(fan, changesetOf(added('page', pageContent('Sahar'))), { network: 'a keyed hash' })
    expect(await readRows(`select operation, account_id::int as by from network_trace`)).toEqual([
      { operation: 'submission.send', by: fan.id },
    ])
  })
})
