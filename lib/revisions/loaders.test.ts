import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows, createTestDatabase, readRows } from '@/db/postgres/testing'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { submit } from '@/lib/changesets/submit'
import {
  changesetOf,
  edited,
  factContent,
  makeAccount,
  pageContent,
  prepareWiki,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import type { AccountActor } from '@/lib/policy/actor'
import {
  type AtHistory,
  loadAccountPage,
  loadComparison,
  loadNumberedHistory,
  loadPageHistory,
} from './loaders'
import { loadRecent } from './recent'

const idsOf = async (entryId: number) =>
  (await readRows(`select id from revision where entry_id = ${entryId} order by number`)).map(({ id }) =>
    Number(id),
  )

async function recorded<T>(work: () => Promise<T>): Promise<{ answer: T; record: ResponseRecord }> {
  const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
  const answer = await recordResponse(record, work)
  return { answer, record }
}

const diffOf = (comparison: Awaited<ReturnType<typeof loadComparison>>) => {
  if (!comparison || 'deletion' in comparison || typeof comparison.diff !== 'object')
    throw new Error(`there is no diff: ${JSON.stringify(comparison)}`)
  return comparison.diff
}

const found = (at: AtHistory) => {
  if (at.state !== 'found') throw new Error(`the history is ${at.state}`)
  return at.history
}

describe('a page with three revisions', () => {
  let moderator: AccountActor
  let page: number
  let ids: number[]

  beforeAll(async () => {
    await createTestDatabase()
    await prepareWiki()
    moderator = await makeAccount('moderator')
    page = await publishNew(moderator, 'page', pageContent('Kit Connor', { p: 'one two' }))
    await publishNow(moderator, edited('page', page, 1, pageContent('Kit Connor', { p: 'one two three' })))
    await publishNow(moderator, edited('page', page, 2, pageContent('Kit Connor', { p: 'one' })))
    ids = await idsOf(page)
  })

  test('its history tells who, what and how large, newest first', async () => {
    const { answer, record } = await recorded(() => loadPageHistory('Kit_Connor', undefined))
    const { lines, next, headId, path } = found(answer)
    expect(lines.map(({ number, words, growth, isHead }) => ({ number, words, growth, isHead }))).toEqual([
      { number: 3, words: 1, growth: -2, isHead: true },
      { number: 2, words: 3, growth: 1, isHead: false },
      { number: 1, words: 2, growth: null, isHead: false },
    ])
    expect(lines[0]).toMatchObject({ author: { by: 'account', name: moderator.name }, touches: ['wording'] })
    expect({ next, headId, path }).toEqual({ next: null, headId: ids[2], path: '/history/Kit_Connor' })
    expect([...record.tags]).toEqual(
      expect.arrayContaining([
        `entry:${page}`,
        `history:${page}`,
        `account:${moderator.id}`,
        tags.title('kit connor'),
      ]),
    )
  })

  test('another spelling of the title leads to its own', async () => {
    expect(await loadPageHistory('kit_connor', undefined)).toEqual({
      state: 'moved',
      to: '/history/Kit_Connor',
    })
  })

  test('a history continues before the revision that a page ended with', async () => {
    const { lines, isFirst } = found(await loadPageHistory('Kit_Connor', '3'))
    expect(lines.map((line) => line.number)).toEqual([2, 1])
    expect(isFirst).toBe(false)
  })

  test('a title that nobody wrote has no history, and says so by its status', async () => {
    const { answer, record } = await recorded(() => loadPageHistory('Nobody', undefined))
    expect(answer.state).toBe('missing')
    expect(record.status).toBe(404)
    expect([...record.tags]).toEqual([tags.title('nobody')])
  })

  test('any two revisions compare, in the order of the line', async () => {
    const [first, second, third] = ids.map(String) as [string, string, string]
    const comparison = await loadComparison(third, first)
    expect(comparison).toMatchObject({ before: { number: 1 }, after: { number: 3 }, label: 'Kit Connor' })
    expect(diffOf(comparison).fields.map((field) => field.sentence)).toEqual(['Text: 1 passage changed'])
    expect(await loadComparison(first, second)).toMatchObject({
      previousPath: `/diff/0/${first}`,
      nextPath: `/diff/${second}/${third}`,
    })
  })

  test('the first revision compares with nothing, a later one does not', async () => {
    const first = await loadComparison('0', String(ids[0]))
    expect(first).toMatchObject({ before: null, previousPath: null })
    expect(diffOf(first).fields.map((field) => field.field)).toEqual(['title', 'kind', 'language', 'body'])
    expect(await loadComparison('0', String(ids[1]))).toBeNull()
  })

  test('revisions of two entries, unknown ones, and no numbers are nothing to compare', async () => {
    const other = await publishNew(moderator, 'page', pageContent('Joe Locke', { p: 'one' }))
    const [alien] = await idsOf(other)
    for (const [a, b] of [
      [ids[0], alien],
      [ids[0], 999_999],
      ['1e3', ids[0]],
      [ids[0], '0'],
    ]) {
      const { answer, record } = await recorded(() => loadComparison(String(a), String(b)))
      expect([answer, record.status]).toEqual([null, 404])
    }
  })

  test('of what was deleted it is told when and why, as at its other addresses, and nothing that it said', async () => {
    const gone = await publishNew(moderator, 'page', pageContent('Charlie', { p: 'canary one' }))
    await publishNow(moderator, edited('page', gone, 1, pageContent('Charlie', { p: 'canary two' })))
    const [first = 0, second = 0] = await idsOf(gone)
    await deleteEntry(moderator, { entryId: gone, reason: 'a hoax' }, { network: null })
    for (const [older, newer, isOpen] of [
      [first, second, false],
      [first, second, true],
      [second, first, false],
      [0, first, false],
    ] as const) {
      const { answer, record } = await recorded(() => loadComparison(String(older), String(newer), isOpen))
      expect(answer).toMatchObject({ state: 'deleted', deletion: { name: 'Charlie', reason: 'a hoax' } })
      expect(record.status).toBe(410)
      expect(JSON.stringify(answer)).not.toContain('canary')
    }
    const { answer, record } = await recorded(() => loadComparison(String(ids[0]), String(first)))
    expect([answer, record.status]).toEqual([null, 404])
  })

  test('recent changes and the account tell of it too', async () => {
    const recent = await loadRecent(undefined)
    expect(recent.lines.filter((line) => line.entry.id === page).map((line) => line.number)).toEqual([
      3, 2, 1,
    ])
    const account = await loadAccountPage(String(moderator.id), undefined)
    expect(account).toMatchObject({ name: moderator.name, isFirst: true })
    expect(account?.lines.every((line) => line.author.by === 'account')).toBe(true)
    expect(await loadAccountPage('999999', undefined)).toBeNull()
  })
})

describe('what is withheld', () => {
  const CANARY = 'canarywing'
  let author: AccountActor
  let fact: number
  let ids: number[]

  const withhold = (part: string, strength = 'hidden') =>
    changeRows(`insert into withholding (entry_id, from_number, to_number, part, strength, reason, by_id)
      values (${fact}, 2, 2, '${part}', '${strength}', 'unkind', ${author.id})`)

  beforeAll(async () => {
    await createTestDatabase()
    await prepareWiki()
    const owner = await makeAccount('owner')
    author = await makeAccount('moderator')
    const page = await publishNew(owner, 'page', pageContent('Nick', { p: 'one' }))
    fact = await publishNew(owner, 'fact', factContent('Nick plays rugby.', [page]))
    const told = changesetOf(edited('fact', fact, 1, factContent(`Nick plays ${CANARY}.`, [page])))
    await submit(author, { ...told, summary: `because ${CANARY}` }, { network: null })
    await publishNow(owner, edited('fact', fact, 2, factContent('Nick plays rugby.', [page])))
    ids = await idsOf(fact)
  })

  test('is told before, and gone from every list and comparison after', async () => {
    const number = Number((await readRows(`select number from entry where id = ${fact}`))[0]?.number)
    const surfaces = async () =>
      JSON.stringify([
        await loadNumberedHistory('fact', String(number), undefined),
        await loadRecent(undefined),
        await loadComparison(String(ids[0]), String(ids[1])),
        await loadComparison(String(ids[1]), String(ids[2])),
      ])
    const before = await surfaces()
    expect(before).toContain(CANARY)
    expect(before).toContain(author.name)
    for (const part of ['text', 'summary', 'author']) await withhold(part)
    const after = await surfaces()
    expect(after).not.toContain(CANARY)
    expect(after).not.toContain(author.name)
  })

  test('the row stays, and says that something is hidden', async () => {
    const recent = await loadRecent(undefined)
    expect(recent.lines.find((line) => line.id === ids[1])).toMatchObject({
      summary: null,
      words: null,
      author: { by: 'hidden' },
    })
    expect(await loadComparison(String(ids[0]), String(ids[1]))).toMatchObject({ diff: 'withheld' })
    // By how much the next one grew would tell how long the hidden text was.
    expect(recent.lines.find((line) => line.id === ids[2])).toMatchObject({ words: 3, growth: null })
  })

  test('an edit whose author is hidden is not told on the author’s own page', async () => {
    expect((await loadAccountPage(String(author.id), undefined))?.lines).toEqual([])
  })
})

describe('a long history', () => {
  test('is read fifty at a time, none left out, none told twice', async () => {
    await createTestDatabase()
    await prepareWiki()
    const owner = await makeAccount('owner')
    const page = await publishNew(owner, 'page', pageContent('Long', { p: '1' }))
    for (let number = 1; number < 102; number++) {
      await publishNow(owner, edited('page', page, number, pageContent('Long', { p: `text ${number}` })))
    }
    const numbers: number[] = []
    const sizes: number[] = []
    for (let before: string | undefined; ; ) {
      const { lines, next } = found(await loadPageHistory('Long', before))
      numbers.push(...lines.map((line) => line.number))
      sizes.push(lines.length)
      if (next === null) break
      before = String(next)
    }
    expect(numbers).toEqual(Array.from({ length: 102 }, (_, n) => 102 - n))
    expect(sizes).toEqual([50, 50, 2])
  }, 60_000)
})
