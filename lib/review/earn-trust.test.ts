import { beforeAll, describe, expect, test } from 'vitest'
import { updateRole } from '@/db/accounts/accounts'
import { findActor } from '@/db/accounts/actors'
import { lockAccount } from '@/db/accounts/blocks'
import { findTrackRecord } from '@/db/accounts/track-records'
import { reads, transaction } from '@/db/postgres/client'
import { changeRows, readRows, somebodyWaits } from '@/db/postgres/testing'
import { announce } from '@/lib/cache/announce'
import { submit } from '@/lib/changesets/submit'
import { added, changesetOf, makeAccount, newKey, openTestWiki, pageContent } from '@/lib/changesets/testing'
import type { AccountActor } from '@/lib/policy/actor'
import { noClient } from '@/lib/rate-limit/client-info'
import { accept } from '@/lib/review/accept'
import { decline } from '@/lib/review/turn-down'
import { amend } from '@/lib/submissions/amend'

await openTestWiki()

describe('a fan whose edits are accepted', () => {
  let moderators: AccountActor[]
  beforeAll(async () => {
    moderators = [await makeAccount('moderator'), await makeAccount('moderator')]
  })

  async function acceptPages(
    fan: AccountActor,
    reviewers: AccountActor[],
    days: number,
    beside: (accepting: () => Promise<unknown>) => Promise<unknown> = (accepting) => accepting(),
  ): Promise<void> {
    for (let n = 1; n <= 10; n++) {
      const content = pageContent(`Page ${n} of ${fan.name}`, { one: 'Text' })
      const items = [{ kind: 'page' as const, entryId: null, baseNumber: null, content }]
      const sent = await submit(fan, { key: newKey(), summary: '', isMinor: false, items }, { network: null })
      if (!sent.ok || sent.outcome !== 'waiting') throw new Error('a fan’s page waits')
      const reviewer = reviewers[n % reviewers.length] ?? fan
      const seen = { submissionId: sent.submissionId, roundNumber: 1, key: newKey() }
      if (n === 10) await changeRows(`update decision set at = at - interval '${days} days'`)
      const accepting = async () =>
        expect(await accept(reviewer, seen)).toMatchObject({ ok: true, outcome: 'published' })
      await (n === 10 ? beside(accepting) : accepting())
    }
  }

  const roleOf = async ({ id }: AccountActor) => (await findActor(reads(), id))?.role

  test('becomes trusted with the tenth entry, a week later, and the record says on what grounds', async () => {
    const fan = await makeAccount('fan')
    await acceptPages(fan, moderators, 8)
    expect(await roleOf(fan)).toBe('trusted')
    const records = await readRows(
      `select detail from audit_record where act = 'account.earn-trust' and account_id = ${fan.id}`,
    )
    expect(records).toMatchObject([{ detail: { entries: 10, reviewers: 2, accepted: 10, declined: 0 } }])
  })

  test('and is given a role meanwhile: neither waits for the other without end, and the role given stays', async () => {
    const fan = await makeAccount('fan')
    await acceptPages(fan, moderators, 8, async (accepting) => {
      let accepted: Promise<unknown> | undefined
      await transaction(async (tx) => {
        await lockAccount(tx, fan.id)
        accepted = accepting()
        await somebodyWaits()
        await updateRole(tx, fan.id, 'moderator')
        await announce(tx, [])
      })
      await accepted
    })
    expect(await roleOf(fan)).toBe('moderator')
  })

  test('of an edit that was declined, amended and accepted, what was decided last counts', async () => {
    const fan = await makeAccount('fan')
    const [moderator] = moderators as [AccountActor]
    const changes = (words: string) =>
      changesetOf(added('page', pageContent(`Mended by ${fan.name}`, { one: words })))
    const sent = await submit(fan, changes('Text'), noClient)
    const submissionId = sent.ok && sent.outcome === 'waiting' ? sent.submissionId : 0
    const round = (roundNumber: number) => ({ submissionId, roundNumber, key: newKey() })
    await decline(moderator, { ...round(1), reason: 'No source.' })
    await amend(fan, { ...changes('Text, says Nick'), amends: { ...round(1), state: 'declined' } }, noClient)
    await accept(moderator, round(2))
    expect(await transaction((tx) => findTrackRecord(tx, fan.id))).toMatchObject({ accepted: 1, declined: 0 })
  })

  test('stays a fan when it all happened in a day, or with one reviewer only', async () => {
    const [hasty, favoured] = [await makeAccount('fan'), await makeAccount('fan')]
    await acceptPages(hasty, moderators, 0)
    await acceptPages(favoured, moderators.slice(0, 1), 8)
    expect([await roleOf(hasty), await roleOf(favoured)]).toEqual(['fan', 'fan'])
  })
})
