import { beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, readRows } from '@/db/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import type { AccountActor } from '@/lib/policy/actor'
import { accept } from './accept'
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
  sourceContent,
} from './testing'

const round1 = (submissionId: number) => ({ submissionId, roundNumber: 1, key: newKey() })
const stateOf = async (id: number) =>
  (await readRows(`select state from submission where id = ${id}`))[0]?.state

describe('accepting what is somebody’s private life', () => {
  let fan: AccountActor
  let trusted: AccountActor
  let moderator: AccountActor
  let second: AccountActor
  let person: number
  let source: number

  beforeAll(async () => {
    await createTestDatabase()
    await prepareWiki()
    fan = await makeAccount('fan')
    trusted = await makeAccount('trusted')
    moderator = await makeAccount('moderator')
    second = await makeAccount('moderator')
    person = await publishNew(moderator, 'page', pageContent('An actor', {}, { kind: 'person' }))
    source = await publishNew(moderator, 'source', sourceContent('Their own post'))
  })

  test('takes two moderators, each counted once', async () => {
    const fact = factContent('I am who I am.', [person], inOwnWords(person, source))
    const held = await holdBack(fan, added('fact', fact))
    expect(await accept(moderator, round1(held))).toEqual({ ok: true, outcome: 'voted', missing: 1 })
    expect(await accept(moderator, round1(held))).toEqual({ ok: true, outcome: 'voted', missing: 1 })
    expect(await stateOf(held)).toBe('waiting')
    expect(await accept(trusted, round1(held))).toMatchObject({ reason: 'not_allowed' })
    expect(await accept(second, round1(held))).toMatchObject({ outcome: 'published' })
  })

  test('takes the person’s own words, with the original opened', async () => {
    const hearsay = { ...inOwnWords(person, source), citations: [citationOf(source, { opened: 'yes' })] }
    const held = await holdBack(fan, added('fact', factContent('They say…', [person], hearsay)))
    expect(await accept(moderator, round1(held))).toMatchObject({ reason: 'not_allowed' })
    expect(
      await readRows(`select count(*)::int as votes from vote v join submission_round r on r.id = v.round_id
        where r.submission_id = ${held}`),
    ).toEqual([{ votes: 0 }])
  })

  test('clearing the flag takes two moderators as well', async () => {
    const fact = factContent('Said openly.', [person], inOwnWords(person, source))
    const held = await holdBack(fan, added('fact', fact))
    await accept(moderator, round1(held))
    const answer = await accept(second, round1(held))
    const id = answer.ok && answer.outcome === 'published' ? (answer.entries[0]?.id ?? 0) : 0
    const cleared = await holdBack(moderator, edited('fact', id, 1, { ...fact, isPrivateLife: false }))
    expect(await accept(second, round1(cleared))).toEqual({ ok: true, outcome: 'voted', missing: 1 })
    expect(await accept(await makeAccount('owner'), round1(cleared))).toMatchObject({
      outcome: 'published',
    })
  })
})
