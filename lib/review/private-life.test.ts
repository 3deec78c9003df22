import { beforeAll, describe, expect, test } from 'vitest'
import { updateRole } from '@/db/accounts/accounts'
import { insertBlock, lockAccount } from '@/db/accounts/blocks'
import { type Tx, transaction } from '@/db/postgres/client'
import { readRows, somebodyWaits } from '@/db/postgres/testing'
import {
  added,
  edited,
  factContent,
  holdBack,
  inOwnWords,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import type { AccountActor } from '@/lib/policy/actor'
import { accept } from './accept'
import { showCase } from './show-case'

const { fan, trusted, moderator } = await openTestWiki('fan', 'trusted', 'moderator')
const second = await makeAccount('moderator')

const round1 = (submissionId: number) => ({ submissionId, roundNumber: 1, key: newKey() })
const stateOf = async (id: number) =>
  (await readRows(`select state from submission where id = ${id}`))[0]?.state

describe('accepting what is somebody’s private life', () => {
  let person: number
  let source: number

  beforeAll(async () => {
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

  const votesOn = (id: number) =>
    readRows(`select count(*)::int as votes, (select count(*)::int from audit_record where act = 'submission.vote'
      and detail->>'submission' = '${id}') as recorded
      from vote v join submission_round r on r.id = v.round_id where r.submission_id = ${id}`)

  /** A fact that waits, to which this moderator has agreed. */
  async function agreedTo(by: AccountActor): Promise<number> {
    const held = await holdBack(
      fan,
      added('fact', factContent('I do.', [person], inOwnWords(person, source))),
    )
    expect(await accept(by, round1(held))).toMatchObject({ outcome: 'voted' })
    return held
  }

  test('whoever agrees twice, also at the same moment, has agreed once, and it is recorded once', async () => {
    const held = await holdBack(fan, added('fact', factContent('Me.', [person], inOwnWords(person, source))))
    const answers = await Promise.all([1, 2].map(() => accept(moderator, round1(held))))
    answers.push(await accept(moderator, round1(held)))
    expect(answers).toEqual(Array(3).fill({ ok: true, outcome: 'voted', missing: 1 }))
    expect(await votesOn(held)).toEqual([{ votes: 1, recorded: 1 }])
  })

  test('the vote of somebody who was demoted or blocked since does not count, and is not shown', async () => {
    for (const out of ['role', 'block'] as const) {
      const gone = await makeAccount('moderator')
      const held = await agreedTo(gone)
      await transaction((tx) => loseVote(tx, gone, out))
      expect((await showCase(second, held))?.privateLife).toEqual({ agreed: [] })
      expect(await accept(second, round1(held))).toEqual({ ok: true, outcome: 'voted', missing: 1 })
      expect(await stateOf(held)).toBe('waiting')
      expect(await accept(moderator, round1(held))).toMatchObject({ outcome: 'published' })
    }
  })

  test.each(['role', 'block'] as const)(
    'not even when it happens while the second vote is cast: %s',
    async (out) => {
      const gone = await makeAccount('moderator')
      const held = await agreedTo(gone)
      let vote: ReturnType<typeof accept> | undefined
      await transaction(async (tx) => {
        await lockAccount(tx, gone.id)
        vote = accept(second, round1(held))
        await somebodyWaits()
        await loseVote(tx, gone, out)
      })
      expect(await vote).toEqual({ ok: true, outcome: 'voted', missing: 1 })
    },
  )

  test('who comes back after that has agreed again, and either of the two publishes it', async () => {
    const gone = await makeAccount('moderator')
    const held = await agreedTo(gone)
    await transaction((tx) => updateRole(tx, gone.id, 'fan'))
    expect(await accept(second, round1(held))).toMatchObject({ missing: 1 })
    await transaction((tx) => updateRole(tx, gone.id, 'moderator'))
    expect((await showCase(second, held))?.privateLife?.agreed).toHaveLength(2)
    expect(await accept(second, round1(held))).toMatchObject({ outcome: 'published' })
  })

  async function loseVote(tx: Tx, { id: accountId }: AccountActor, out: 'role' | 'block'): Promise<void> {
    if (out === 'role') await updateRole(tx, accountId, 'fan')
    else await insertBlock(tx, { accountId, byId: moderator.id, reason: 'Spam.', days: 1 })
  }
})
