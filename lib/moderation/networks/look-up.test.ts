import { beforeEach, describe, expect, test } from 'vitest'
import { findSharedNetworks } from '@/db/accounts/shared-networks'
import { findLookUps, hasLookedUp } from '@/db/audit/look-ups'
import { primary } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { makeAccount, openTestWiki } from '@/lib/changesets/testing'
import type { AccountActor } from '@/lib/policy/actor'
import { lookUpNetworks } from './look-up'

const { moderator, owner, trusted } = await openTestWiki('moderator', 'owner', 'trusted')
const here = { network: 'the network of the moderator' }
const reason = 'the same words in two edits'

let [person, other]: AccountActor[] = []
beforeEach(async () => {
  ;[person, other] = [await makeAccount('fan'), await makeAccount('fan')]
})

const wroteFrom = ({ id }: AccountActor, network: string, days = 0) =>
  changeRows(`insert into network_trace (account_id, operation, network_hash, at)
    values (${id}, 'page.save', '${network}', now() - interval '${days} days')`)

const look = (by: AccountActor, at: AccountActor) => lookUpNetworks(by, { accountId: at.id, reason }, here)
const recordsOf = (at: AccountActor) =>
  readRows(`select actor_id::int as by, reason, is_public from audit_record
    where act = 'account.look-up-networks' and account_id = ${at.id}`)

describe('a look-up of networks', () => {
  test('is recorded with who and why, not in public, and owners read it', async () => {
    if (!person) throw new Error('nobody was made')
    expect(await look(moderator, person)).toMatchObject({ ok: true, path: `/accounts/${person.id}/networks` })
    expect(await recordsOf(person)).toEqual([{ by: moderator.id, reason, is_public: false }])
    const [latest] = await findLookUps(primary(), null, 10)
    expect(latest).toMatchObject({ reason, by: { id: moderator.id }, of: { name: person.name } })
    expect(await findLookUps(primary(), latest?.id ?? 0, 10)).not.toContainEqual(latest)
  })

  test('lets them look, and nobody else, for an hour', async () => {
    if (!person) throw new Error('nobody was made')
    await look(moderator, person)
    const may = (by: AccountActor) =>
      hasLookedUp(primary(), { byId: by.id, accountId: person?.id ?? 0, minutes: 60 })
    expect([await may(moderator), await may(owner)]).toEqual([true, false])
    // What is recorded is never changed, so that nobody hides a look-up: time passes by asking for less of it.
    const late = { byId: moderator.id, accountId: person.id, minutes: 0 }
    expect(await hasLookedUp(primary(), late)).toBe(false)
  })

  test('is refused to who may not block that account, and then there is no record', async () => {
    if (!person) throw new Error('nobody was made')
    for (const [by, at] of [
      [trusted, person],
      [moderator, owner],
      [moderator, moderator],
    ] as const) {
      expect(await look(by, at)).toMatchObject({ ok: false, reason: 'not_allowed' })
      expect(await recordsOf(at)).toEqual([])
    }
  })

  test('finds who wrote from the same networks, those with most in common first', async () => {
    if (!person || !other) throw new Error('nobody was made')
    const school = await makeAccount('fan')
    for (const network of ['home', 'school', 'phone']) await wroteFrom(person, `${person.id} ${network}`)
    for (const network of ['home', 'school']) await wroteFrom(other, `${person.id} ${network}`, 3)
    await wroteFrom(school, `${person.id} school`)
    await wroteFrom(await makeAccount('fan'), 'elsewhere')
    const found = await findSharedNetworks(primary(), person.id, 10)
    expect(found).toMatchObject([
      { id: other.id, networks: 2, isBlocked: false },
      { id: school.id, networks: 1 },
    ])
    expect(Date.now() - (found[0]?.lastAt.getTime() ?? 0)).toBeGreaterThan(2.9 * 86_400_000)
  })
})
