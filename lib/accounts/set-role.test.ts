import { beforeAll, describe, expect, it } from 'vitest'
import { findActor } from '@/db/accounts/actors'
import { primary } from '@/db/postgres/client'
import { createTestDatabase, readRows } from '@/db/postgres/testing'
import { makeAccount } from '@/lib/changesets/testing'
import type { AccountActor, Role } from '@/lib/policy/actor'
import type { GivenRole } from './roles'
import { setRole } from './set-role'

beforeAll(createTestDatabase)

const giving = (by: AccountActor, whom: AccountActor, role: GivenRole) =>
  setRole(by, { accountId: whom.id, role, reason: 'Reads every source' }, { network: null })

const roleOf = async (somebody: AccountActor) => (await findActor(primary(), somebody.id))?.role

describe('giving a role', () => {
  it('counts at once, and the public log tells who did it and why', async () => {
    const [owner, fan] = [await makeAccount('owner'), await makeAccount('fan')]
    expect(await giving(owner, fan, 'moderator')).toMatchObject({ ok: true, path: `/accounts/${fan.id}` })
    expect(await roleOf(fan)).toBe('moderator')
    expect(await readRows(`select * from audit_record where account_id = ${fan.id}`)).toMatchObject([
      {
        act: 'account.appoint',
        actor_id: String(owner.id),
        reason: 'Reads every source',
        is_public: true,
        detail: { role: 'moderator', was: 'fan' },
      },
    ])
  })

  it('who is set back decides nothing from then on, whatever they were when they began', async () => {
    const [owner, moderator, fan] = [
      await makeAccount('owner'),
      await makeAccount('owner'),
      await makeAccount('fan'),
    ]
    await setRole(owner, { accountId: fan.id, role: 'moderator', reason: 'x' }, { network: null })
    expect(await giving({ ...fan, role: 'owner' }, moderator, 'fan')).toMatchObject({ reason: 'not_allowed' })
    expect(await roleOf(moderator)).toBe('owner')
  })

  it('says so when the account has the role already, and records nothing', async () => {
    const [owner, fan] = [await makeAccount('owner'), await makeAccount('fan')]
    expect(await giving(owner, fan, 'fan')).toMatchObject({ ok: false, reason: 'no_change' })
    expect(await readRows(`select id from audit_record where account_id = ${fan.id}`)).toEqual([])
  })

  it.each<[Role, Role]>([
    ['moderator', 'fan'],
    ['owner', 'owner'],
  ])('a %s gives a %s no role', async (one, other) => {
    const whom = await makeAccount(other)
    expect(await giving(await makeAccount(one), whom, 'trusted')).toMatchObject({ reason: 'not_allowed' })
    expect(await roleOf(whom)).toBe(other)
  })

  it('nobody gives themselves one', async () => {
    const owner = await makeAccount('owner')
    expect(await giving(owner, owner, 'fan')).toMatchObject({ reason: 'not_allowed' })
  })
})
