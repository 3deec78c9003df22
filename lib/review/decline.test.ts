import { describe, expect, test } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import { added, holdBack, makeAccount, newKey, openTestWiki, pageContent } from '@/lib/changesets/testing'
import { saying } from '@/lib/messages/testing'
import { accept } from './accept'
import { decline } from './turn-down'

const { fan, moderator } = await openTestWiki('fan', 'moderator')

const round1 = (submissionId: number) => ({ submissionId, roundNumber: 1, key: newKey() })

describe('declining', () => {
  test('takes a reason, which is kept with the decision and in the audit record', async () => {
    const held = await holdBack(fan, added('page', pageContent('Unsourced')))
    const answer = await decline(moderator, { ...round1(held), reason: '  It needs a source. ' })
    expect(answer).toEqual({ ok: true, outcome: 'declined' })
    expect(
      await readRows(`select s.state, d.verdict, d.reason, d.by_id::int as by from submission s
        join submission_round r on r.submission_id = s.id join decision d on d.round_id = r.id where s.id = ${held}`),
    ).toEqual([{ state: 'declined', verdict: 'decline', reason: 'It needs a source.', by: moderator.id }])
    expect(
      await readRows(`select act, reason from audit_record where (detail->>'submission')::int = ${held}`),
    ).toEqual([{ act: 'submission.decline', reason: 'It needs a source.' }])
    expect(await readRows('select id from entry')).toEqual([])
  })

  test('without a reason is refused, and the edit goes on waiting', async () => {
    const held = await holdBack(fan, added('page', pageContent('Waits on')))
    const answer = await decline(moderator, { ...round1(held), reason: ' \n ' })
    expect(answer).toMatchObject({ ok: false, fields: { reason: saying(expect.any(String)) } })
    expect(await readRows(`select state from submission where id = ${held}`)).toEqual([{ state: 'waiting' }])
  })

  test('what somebody else decided is refused, and says who and what', async () => {
    const held = await holdBack(fan, added('page', pageContent('Decided')))
    await accept(moderator, round1(held))
    const late = await makeAccount('moderator')
    const answer = await decline(late, { ...round1(held), reason: 'Too late.' })
    expect(answer).toMatchObject({
      reason: 'already_decided',
      message: saying(`${moderator.name} has already accepted this (just now).`),
    })
  })

  test('sent twice it gets the same answer', async () => {
    const held = await holdBack(fan, added('page', pageContent('Twice')))
    const click = { ...round1(held), reason: 'Not this.' }
    expect(await Promise.all([decline(moderator, click), decline(moderator, click)])).toEqual([
      { ok: true, outcome: 'declined' },
      { ok: true, outcome: 'declined' },
    ])
  })

  test('a fan does not decline, nor anybody their own', async () => {
    const held = await holdBack(fan, added('page', pageContent('Mine')))
    for (const actor of [fan, await makeAccount('fan')]) {
      expect(await decline(actor, { ...round1(held), reason: 'No.' })).toMatchObject({
        reason: 'not_allowed',
      })
    }
  })
})
