import { beforeAll, describe, expect, test } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import { ConflictError } from '@/lib/changesets/conflict'
import { parseChangeset } from '@/lib/changesets/parse'
import {
  added,
  changesetOf,
  edited,
  factContent,
  holdBack,
  inOwnWords,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  says,
  send,
  sourceContent,
} from '@/lib/changesets/testing'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { accept } from './accept'
import { previewChangeset } from './preview'
import { showCase } from './show-case'

const { fan, moderator } = await openTestWiki('fan', 'moderator')
const second = await makeAccount('moderator')

describe('a fact about private life that nothing backs any more', () => {
  let first: FactContent
  let id: number
  /** An edit of the fan's that waited already, and meets what the fact says now. */
  let waiting: number

  const canary = /CANARY/
  const told = (given: unknown) => JSON.stringify(given)
  const reworded = (statement: string) => edited('fact', id, 1, { ...first, statement: says(statement) })
  const filed = (topic: string) => edited('fact', id, 1, { ...first, topics: [topic] })
  const preview = (item: ReturnType<typeof reworded>) =>
    previewChangeset(fan, parseChangeset(changesetOf(item))).catch((error) =>
      error instanceof ConflictError ? error.conflicts : error.refusal,
    )

  async function publishWithTwo(submissionId: number) {
    const round = { submissionId, roundNumber: 1 }
    await accept(moderator, { ...round, key: newKey() })
    const answer = await accept(second, { ...round, key: newKey() })
    return answer.ok && answer.outcome === 'published' ? (answer.entries[0]?.id ?? 0) : 0
  }

  beforeAll(async () => {
    const person = await publishNew(moderator, 'page', pageContent('An actor', {}, { kind: 'person' }))
    const source = await publishNew(moderator, 'source', sourceContent('Their own post'))
    first = factContent('I am CANARY one.', [person], inOwnWords(person, source))
    id = await publishWithTwo(await holdBack(await makeAccount('fan'), added('fact', first)))
    waiting = await holdBack(fan, reworded('I am what I was.'))
    const now = { ...first, statement: says('I am CANARY two.') }
    await publishWithTwo(await holdBack(await makeAccount('fan'), edited('fact', id, 1, now)))
    expect(told(await send(fan, reworded('A sentence of mine.')))).toMatch(canary)
    expect(told(await preview(filed('casting')))).toMatch(canary)
    expect(told(await showCase(fan, waiting))).toMatch(canary)
    const gone = { entryId: source, reason: 'It is not theirs.' }
    expect(await deleteEntry(moderator, gone, { network: null })).toMatchObject({ ok: true })
  })

  test('is told in no conflict, and nothing was written', async () => {
    const answer = await send(fan, reworded('Another sentence of mine.'))
    expect(answer).toMatchObject({ ok: false, reason: 'not_found' })
    expect(told(answer)).not.toMatch(canary)
    expect(await readRows(`select count(*)::int as count from revision where entry_id = ${id}`)).toEqual([
      { count: 2 },
    ])
  })

  test('is told in no preview, whether the edit meets another or not', async () => {
    for (const item of [reworded('One more.'), filed('rain')]) {
      const answer = await preview(item)
      expect(answer).toMatchObject({ reason: 'not_found' })
      expect(told(answer)).not.toMatch(canary)
    }
  })

  test('is not told to the author of an edit of it that waits, who still reads their own words', async () => {
    expect(await showCase(fan, waiting)).toMatchObject({ heading: 'Fact 1', items: [{ heading: 'Fact 1' }] })
    const seen = told(await showCase(fan, waiting))
    expect(seen).not.toMatch(canary)
    expect(seen).toContain('I am what I was.')
    expect(told(await showCase(moderator, waiting))).toMatch(canary)
  })
})
