import { describe, expect, test } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { insertRound } from '@/db/submissions/submissions'
import {
  added,
  edited,
  factContent,
  holdBack,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import { sentenceOf } from '@/lib/messages/message'
import { accept } from './accept'
import { decline } from './turn-down'

const { fan, trusted, moderator } = await openTestWiki('fan', 'trusted', 'moderator')

const round1 = (submissionId: number) => ({ submissionId, roundNumber: 1, key: newKey() })
const stateOf = async (id: number) =>
  (await readRows(`select state from submission where id = ${id}`))[0]?.state
const headOf = async (id: number) => {
  const [row] = await readRows(`select r.*, c.content from entry e join revision r on r.id = e.head_id
    join revision_content c on c.revision_id = r.id where e.id = ${id}`)
  return row as Record<string, unknown>
}

describe('accepting', () => {
  test('publishes it as its author’s, reviewed, and leaves an audit record', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Nick', { p: 'one' }))
    const held = await holdBack(fan, edited('page', id, 1, pageContent('Nick', { p: 'two' })))
    const answer = await accept(moderator, round1(held))
    expect(answer).toMatchObject({ ok: true, outcome: 'published', event: expect.any(Number) })
    expect(await headOf(id)).toMatchObject({
      number: 2,
      author_id: String(fan.id),
      via: 'accept',
      is_reviewed: true,
      submission_id: String(held),
      content: pageContent('Nick', { p: 'two' }),
    })
    expect(await stateOf(held)).toBe('accepted')
    expect(
      await readRows(`select act, actor_id::int as by, account_id::int as author, detail from audit_record
        where act = 'submission.accept' and (detail->>'submission')::int = ${held}`),
    ).toEqual([
      { act: 'submission.accept', by: moderator.id, author: fan.id, detail: { submission: held, round: 1 } },
    ])
  })

  test('merges with what was published meanwhile', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Charlie', { a: 'one', b: 'one' }))
    const held = await holdBack(fan, edited('page', id, 1, pageContent('Charlie', { a: 'two', b: 'one' })))
    await publishNow(moderator, edited('page', id, 1, pageContent('Charlie', { a: 'one', b: 'three' })))
    expect(await accept(moderator, round1(held))).toMatchObject({ outcome: 'published' })
    expect((await headOf(id)).content).toEqual(pageContent('Charlie', { a: 'two', b: 'three' }))
  })

  test('is refused with every text where the same passage was changed meanwhile, and can be declined still', async () => {
    const [base, theirs, yours] = ['one', 'two', 'three'].map((text) => pageContent('Tori', { a: text }))
    const id = await publishNew(moderator, 'page', base ?? pageContent(''))
    const held = await holdBack(fan, edited('page', id, 1, yours))
    await publishNow(moderator, edited('page', id, 1, theirs))
    const answer = await accept(moderator, round1(held))
    expect(answer).toMatchObject({ ok: false, reason: 'conflict', conflicts: [{ base, theirs, yours }] })
    expect(await stateOf(held)).toBe('waiting')
    expect(
      await decline(moderator, { ...round1(held), reason: 'Overtaken by a better text.' }),
    ).toMatchObject({
      outcome: 'declined',
    })
  })

  test('tells the texts of a conflict to those who may decide, and to nobody else', async () => {
    const [base, theirs, yours] = ['one', 'two', 'CANARY'].map((text) => pageContent('Isaac', { a: text }))
    const id = await publishNew(moderator, 'page', base ?? pageContent(''))
    const held = await holdBack(fan, edited('page', id, 1, yours))
    await publishNow(moderator, edited('page', id, 1, theirs))
    const blocked = { ...(await makeAccount('moderator')), isBlocked: true }
    for (const somebody of [await makeAccount('fan'), fan, blocked]) {
      const answer = await accept(somebody, round1(held))
      expect(answer).toMatchObject({ ok: false, reason: expect.stringMatching(/^(not_allowed|blocked)$/) })
      expect(JSON.stringify(answer)).not.toContain('CANARY')
    }
    expect(await stateOf(held)).toBe('waiting')
  })

  test('what is there already, in the same words, is overtaken', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Sai', { a: 'one' }))
    const held = await holdBack(fan, edited('page', id, 1, pageContent('Sai', { a: 'two' })))
    await publishNow(moderator, edited('page', id, 1, pageContent('Sai', { a: 'two' })))
    expect(await accept(moderator, round1(held))).toEqual({ ok: true, outcome: 'overtaken' })
    expect(await stateOf(held)).toBe('overtaken')
    expect(await headOf(id)).toMatchObject({ number: 2 })
  })

  test('twenty moderators race over the same held edits: one decision each, the others are told who', {
    timeout: 90_000,
  }, async () => {
    const moderators = await Promise.all(Array.from({ length: 20 }, () => makeAccount('moderator')))
    const held = await Promise.all(
      Array.from({ length: 5 }, (_, n) => holdBack(fan, added('page', pageContent(`Raced over ${n}`)))),
    )
    const answers = await Promise.all(
      held.flatMap((id) =>
        moderators.map((one, index) =>
          index % 2 ? accept(one, round1(id)) : decline(one, { ...round1(id), reason: 'No.' }),
        ),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(5)
    const names = moderators.map((one) => one.name)
    for (const answer of answers) {
      if (answer.ok) continue
      expect(answer.reason).toBe('already_decided')
      expect(names.some((name) => sentenceOf(answer.message).startsWith(`${name} has already`))).toBe(true)
    }
    const [counts] = await readRows(`select
      (select count(*)::int from decision d join submission_round r on r.id = d.round_id where r.submission_id in (${held})) as decisions,
      (select count(*)::int from audit_record where (detail->>'submission')::int in (${held})) as audits,
      (select count(*)::int from submission where id in (${held}) and state in ('accepted', 'declined')) as decided,
      (select count(*)::int from entry where label like 'Raced over %') =
        (select count(*)::int from submission where id in (${held}) and state = 'accepted') as published_what_was_accepted`)
    expect(counts).toEqual({ decisions: 5, audits: 5, decided: 5, published_what_was_accepted: true })
  })

  test('the same click sent twice gets the same answer', async () => {
    const held = await holdBack(fan, added('page', pageContent('Clicked twice')))
    const click = round1(held)
    const [one, two] = await Promise.all([accept(moderator, click), accept(moderator, click)])
    expect(one).toMatchObject({ outcome: 'published' })
    expect(two).toEqual(one)
    expect(await accept(moderator, click)).toEqual(one)
  })

  test('nobody decides their own, and a fan decides nothing', async () => {
    const person = await publishNew(moderator, 'page', pageContent('Someone', {}, { kind: 'person' }))
    const own = await holdBack(
      moderator,
      added('fact', factContent('Own.', [person], { isPrivateLife: true })),
    )
    expect(await accept(moderator, round1(own))).toMatchObject({ reason: 'not_allowed' })
    const another = await holdBack(fan, added('page', pageContent('Of a fan')))
    expect(await accept(await makeAccount('fan'), round1(another))).toMatchObject({ reason: 'not_allowed' })
  })

  test('a trusted account decides wording on an open entry about nobody living, and no more', async () => {
    const id = await publishNew(moderator, 'page', pageContent('The cinema', { p: 'Shwos films.' }))
    const worded = await holdBack(
      fan,
      edited('page', id, 1, pageContent('The cinema', { p: 'Shows films.' })),
    )
    const renamed = await holdBack(fan, edited('page', id, 1, pageContent('A cinema', { p: 'Shwos films.' })))
    expect(await accept(trusted, round1(renamed))).toMatchObject({ reason: 'not_allowed' })
    expect(await accept(trusted, round1(worded))).toMatchObject({ outcome: 'published' })
  })

  test('what the author has amended must be looked at again', async () => {
    const held = await holdBack(fan, added('page', pageContent('Amended')))
    const amended = { position: 1, entryKind: 'page' as const, schemaVersion: 1, hash: '', touches: [] }
    await transaction((tx) =>
      insertRound(tx, held, 2, [{ ...amended, content: pageContent('Amended', { p: 'Twice.' }) }]),
    )
    expect(await accept(moderator, round1(held))).toMatchObject({ reason: 'already_decided' })
    expect(await decline(moderator, { ...round1(held), reason: 'No.' })).toMatchObject({
      reason: 'already_decided',
    })
    expect(await accept(moderator, { ...round1(held), roundNumber: 2 })).toMatchObject({
      outcome: 'published',
    })
  })

  test('the title may be taken by the time it is accepted', async () => {
    const held = await holdBack(fan, added('page', pageContent('The same idea')))
    await publishNew(moderator, 'page', pageContent('The Same Idea'))
    expect(await accept(moderator, round1(held))).toMatchObject({ ok: false, reason: 'title_taken' })
    expect(await stateOf(held)).toBe('waiting')
  })

  test('what it names may be gone by the time it is accepted', async () => {
    const page = await publishNew(moderator, 'page', pageContent('Soon gone'))
    const held = await holdBack(fan, added('fact', factContent('About it.', [page])))
    await readRows(`update entry set deleted_at = now() where id = ${page}`)
    expect(await accept(moderator, round1(held))).toMatchObject({ ok: false, reason: 'invalid' })
  })

  test('there is no such submission', async () => {
    expect(await accept(moderator, round1(999_999))).toMatchObject({ reason: 'not_found' })
  })
})
