import { beforeAll, describe, expect, it } from 'vitest'
import { findActor } from '@/db/accounts/actors'
import { findBlock } from '@/db/accounts/blocks'
import { block, networkTrace } from '@/db/accounts/schema'
import { auditRecord } from '@/db/audit/schema'
import { cacheEvent } from '@/db/cache/schema'
import { primary, transaction } from '@/db/postgres/client'
import { createTestDatabase } from '@/db/postgres/testing'
import type { AccountActor, Role } from '@/lib/policy/actor'
import { blockAccount } from './block-account'
import { createAccount } from './create-account'
import { unblockAccount } from './unblock-account'

beforeAll(createTestDatabase)

const here = { network: 'a network' }
let count = 0

async function somebody(role: Role = 'fan'): Promise<AccountActor> {
  const name = `${role} ${++count}`
  const made = await transaction((tx) =>
    createAccount(tx, { name, password: 'a leaf between two pages', role }),
  )
  const actor = made.ok ? await findActor(primary(), made.id) : null
  if (!actor) throw new Error('no account was made')
  return actor
}

const blocking = (by: AccountActor, whom: AccountActor, length: 'day' | 'lifted' = 'lifted') =>
  blockAccount(by, { accountId: whom.id, reason: 'Spam', length }, here)

const recordsOf = async (accountId: number) =>
  (await primary().select().from(auditRecord)).filter((record) => record.accountId === accountId)

describe('blocking an account', () => {
  it('leaves a block, an audit record, a trace and a cache event, all in one', async () => {
    const moderator = await somebody('moderator')
    const fan = await somebody()
    const outcome = await blocking(moderator, fan)
    expect(outcome).toMatchObject({ ok: true, path: `/accounts/${fan.id}` })
    expect(await findBlock(primary(), fan.id)).toMatchObject({ reason: 'Spam', until: null })
    expect(await recordsOf(fan.id)).toMatchObject([
      { actorId: moderator.id, act: 'account.block', reason: 'Spam', detail: { days: null } },
    ])
    const traces = (await primary().select().from(networkTrace)).filter(
      (one) => one.accountId === moderator.id,
    )
    expect(traces).toMatchObject([{ operation: 'account.block', networkHash: 'a network' }])
    const event = outcome.ok ? outcome.event : null
    const announced = (await primary().select().from(cacheEvent)).find((one) => one.id === event)
    expect(announced?.tags).toEqual([`account:${fan.id}`, 'log'])
  })

  it.each<[Role, Role]>([
    ['fan', 'fan'],
    ['trusted', 'fan'],
    ['moderator', 'moderator'],
    ['moderator', 'owner'],
    ['owner', 'owner'],
  ])('a %s does not block a %s', async (one, other) => {
    const [by, whom] = [await somebody(one), await somebody(other)]
    expect(await blocking(by, whom)).toMatchObject({ ok: false, reason: 'not_allowed' })
    expect(await findBlock(primary(), whom.id)).toBeNull()
    expect(await recordsOf(whom.id)).toEqual([])
  })

  it('nobody blocks themselves', async () => {
    const moderator = await somebody('moderator')
    expect(await blocking(moderator, moderator)).toMatchObject({ ok: false, reason: 'not_allowed' })
  })

  it('a moderator who was blocked a moment ago blocks nobody, though they asked as a moderator', async () => {
    const [owner, moderator, fan] = [await somebody('owner'), await somebody('moderator'), await somebody()]
    await blocking(owner, moderator)
    expect(await blocking(moderator, fan)).toMatchObject({ ok: false, reason: 'blocked' })
  })

  it('when two moderators block at once, one does and the other is told', async () => {
    const [one, other, fan] = [await somebody('moderator'), await somebody('moderator'), await somebody()]
    const outcomes = await Promise.all([blocking(one, fan), blocking(other, fan)])
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.reason)).sort()).toEqual([
      'already_decided',
      'ok',
    ])
    expect(await recordsOf(fan.id)).toHaveLength(1)
  })

  it('an account that is not there is not found', async () => {
    const moderator = await somebody('moderator')
    const nobody = { ...moderator, id: 999_999 }
    expect(await blocking(moderator, nobody)).toMatchObject({ ok: false, reason: 'not_found' })
  })
})

describe('the end of a block', () => {
  it('comes by itself, and makes room for another', async () => {
    const [moderator, fan] = [await somebody('moderator'), await somebody()]
    await blocking(moderator, fan, 'day')
    await primary()
      .update(block)
      .set({ expiresAt: new Date(Date.now() - 1_000) })
    expect(await findActor(primary(), fan.id)).toMatchObject({ isBlocked: false })
    expect(await findBlock(primary(), fan.id)).toBeNull()
    expect(await blocking(moderator, fan)).toMatchObject({ ok: true })
  })

  it('comes when a moderator lifts it, on record, and only once', async () => {
    const [moderator, other, fan] = [
      await somebody('moderator'),
      await somebody('moderator'),
      await somebody(),
    ]
    await blocking(moderator, fan)
    const lifting = () => unblockAccount(other, { accountId: fan.id, reason: 'They apologised' }, here)
    expect(await lifting()).toMatchObject({ ok: true })
    expect(await findActor(primary(), fan.id)).toMatchObject({ isBlocked: false })
    expect((await recordsOf(fan.id)).map((record) => record.act)).toEqual([
      'account.block',
      'account.unblock',
    ])
    expect(await lifting()).toMatchObject({ ok: false, reason: 'already_decided' })
  })
})
