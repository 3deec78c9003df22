import { beforeAll, describe, expect, it } from 'vitest'
import { updateRole } from '@/db/accounts/accounts'
import { session } from '@/db/accounts/schema'
import { endSession } from '@/db/accounts/sessions'
import { primary, transaction } from '@/db/postgres/client'
import { createTestDatabase, readRows } from '@/db/postgres/testing'
import { blockAccount } from '@/lib/accounts/block-account'
import { createAccount } from '@/lib/accounts/create-account'
import { sentenceOf } from '@/lib/messages/message'
import { can } from '@/lib/policy/policy'
import { idOfSecret } from '@/lib/secret'
import { actorOfSession } from '@/lib/sessions/actor-of-session'
import { openSession } from '@/lib/sessions/open-session'

beforeAll(createTestDatabase)

const noClient = { network: null }
let count = 0

/** Somebody signed in: their session's secret, and a way to ask who that is at this moment. */
async function signedIn(role: 'fan' | 'moderator' | 'owner' = 'fan') {
  const name = `Reader ${++count}`
  const made = await transaction((tx) =>
    createAccount(tx, { name, password: 'a leaf between two pages', role }),
  )
  if (!made.ok) throw new Error(sentenceOf(made.message))
  const secret = await openSession(made.id, 'a browser')
  const now = async () => {
    const actor = await actorOfSession(secret)
    if (actor.kind === 'visitor') throw new Error('nobody is signed in')
    return actor
  }
  return { id: made.id, secret, now }
}

describe('a session', () => {
  it('says who is asking, and is kept only as the hash of its secret', async () => {
    const { id, secret, now } = await signedIn()
    expect(await now()).toMatchObject({ id, role: 'fan', isBlocked: false })
    expect(JSON.stringify(await primary().select().from(session))).not.toContain(secret)
  })

  it('that has ended is nobody’s', async () => {
    const { secret } = await signedIn()
    await endSession(primary(), idOfSecret(secret))
    expect(await actorOfSession(secret)).toEqual({ kind: 'visitor' })
  })

  it('that has run out is nobody’s', async () => {
    const { secret } = await signedIn()
    await primary()
      .update(session)
      .set({ expiresAt: new Date(Date.now() - 1_000) })
    expect(await actorOfSession(secret)).toEqual({ kind: 'visitor' })
  })

  it.each([null, '', 'made up', 'x'.repeat(5_000)])(
    'that was never opened is nobody’s: %s',
    async (secret) => {
      expect(await actorOfSession(secret)).toEqual({ kind: 'visitor' })
    },
  )
})

describe('that a session is in use', () => {
  const seen = async (secret: string) => {
    const [row] = await readRows(
      `select extract(epoch from now() - last_seen_at)::int as ago from session where id = '${idOfSecret(secret)}'`,
    )
    return Number(row?.ago)
  }
  const letPass = (minutes: number) =>
    primary()
      .update(session)
      .set({ lastSeenAt: new Date(Date.now() - minutes * 60_000) })

  it('is noted, but not with every request', async () => {
    const { secret, now } = await signedIn()
    await letPass(3)
    await now()
    expect(await seen(secret)).toBeGreaterThan(170)
    await letPass(6)
    await now()
    expect(await seen(secret)).toBeLessThan(5)
  })
})

describe('what happens to an account shows on its very next request, whatever its cookie says', () => {
  it('a demotion', async () => {
    const { id, now } = await signedIn('moderator')
    expect(can(await now(), 'moderate')).toBe(true)
    await transaction((tx) => updateRole(tx, id, 'fan'))
    expect(can(await now(), 'moderate')).toBe(false)
  })

  it('a block, with its reason and its end, while the session stays open', async () => {
    const fan = await signedIn()
    const moderator = await (await signedIn('moderator')).now()
    expect(can(await fan.now(), 'propose')).toBe(true)
    await blockAccount(moderator, { accountId: fan.id, reason: 'Edit warring', length: 'week' }, noClient)
    const blocked = await fan.now()
    expect(can(blocked, 'propose')).toBe(false)
    expect(blocked.block?.reason).toBe('Edit warring')
    const days = ((blocked.block?.until?.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(days).toBeCloseTo(7, 1)
  })
})
