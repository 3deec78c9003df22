import { verify } from '@node-rs/argon2'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { networkTrace } from '@/db/accounts/schema'
import { primary, transaction } from '@/db/postgres/client'
import { createTestDatabase } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { saying } from '@/lib/messages/testing'
import { visitor } from '@/lib/policy/actor'
import { createAccount } from './create-account'
import { checkSignIn } from './sign-in'
import { signUp } from './sign-up'

// The real argon2, watched: how often it worked is what the time of an answer would tell.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})

const password = 'a leaf between two pages'
let id = 0

beforeAll(async () => {
  await createTestDatabase()
  const made = await transaction((tx) => createAccount(tx, { name: 'Zoë', password }))
  if (made.ok) id = made.id
  await checkSignIn(visitor, { name: 'warm', password: 'up' }, { network: null })
})

beforeEach(async () => {
  await primary().delete(rateWindow)
})

describe('signing in', () => {
  it('takes the name in any case and either form of its accents', async () => {
    for (const name of ['Zoë', 'zoe\u0308', ' ZOË '])
      expect(await checkSignIn(visitor, { name, password }, { network: 'here' })).toEqual({
        ok: true,
        accountId: id,
      })
  })

  it('takes a password typed in either form of its accents', async () => {
    const made = await transaction((tx) =>
      createAccount(tx, { name: 'Imogen', password: 'café terrace orchard' }),
    )
    expect(made.ok).toBe(true)
    const decomposed = 'cafe\u0301 terrace orchard'
    expect(
      await checkSignIn(visitor, { name: 'Imogen', password: decomposed }, { network: 'here' }),
    ).toMatchObject({ ok: true })
  })

  it('answers an unknown name and a wrong password alike, after the same work', async () => {
    vi.mocked(verify).mockClear()
    const wrong = await checkSignIn(visitor, { name: 'Zoë', password: 'something else' }, { network: 'here' })
    const workForWrong = vi.mocked(verify).mock.calls.length
    const unknown = await checkSignIn(
      visitor,
      { name: 'Nobody', password: 'something else' },
      { network: 'here' },
    )
    const workForUnknown = vi.mocked(verify).mock.calls.length - workForWrong
    expect(unknown).toEqual(wrong)
    expect(wrong).toMatchObject({ ok: false, reason: 'wrong_credentials' })
    expect([workForWrong, workForUnknown]).toEqual([1, 1])
    const costOf = (hash: unknown) => String(hash).split('$').slice(0, 4).join('$')
    const [[first] = [], [second] = []] = vi.mocked(verify).mock.calls
    expect(costOf(second)).toBe(costOf(first))
    expect(costOf(first)).toMatch(/^\$argon2id\$/)
  })

  it('an account without a password, like the wiki’s own, is nobody’s to sign in to', async () => {
    const wiki = { name: 'The wiki', nameKey: 'thewiki', role: 'system' as const }
    const { account } = await import('@/db/accounts/schema')
    await primary().insert(account).values(wiki)
    for (const guess of ['', 'nobody has this password'])
      expect(
        await checkSignIn(visitor, { name: 'The wiki', password: guess }, { network: 'here' }),
      ).toMatchObject({ ok: false })
  })
})

describe('trying too often', () => {
  const outcomes = async (times: number, attempt: () => Promise<{ ok: boolean; reason?: string }>) => {
    const seen: string[] = []
    for (let time = 0; time < times; time++) {
      const outcome = await attempt()
      seen.push(outcome.ok ? 'ok' : (outcome.reason ?? ''))
    }
    return seen
  }

  it('is refused after the same number of attempts whether or not there is such an account', async () => {
    const known = await outcomes(22, () =>
      checkSignIn(visitor, { name: 'Zoë', password: 'wrong' }, { network: 'one' }),
    )
    const unknown = await outcomes(22, () =>
      checkSignIn(visitor, { name: 'Nobody', password: 'wrong' }, { network: 'two' }),
    )
    expect(unknown).toEqual(known)
    expect(known.indexOf('too_many')).toBe(20)
  })

  it('is refused even with the right password, and says how long to wait', async () => {
    await outcomes(20, () => checkSignIn(visitor, { name: 'Zoë', password: 'wrong' }, { network: 'one' }))
    expect(await checkSignIn(visitor, { name: 'Zoë', password }, { network: 'one' })).toMatchObject({
      ok: false,
      reason: 'too_many',
      message: saying(expect.stringContaining('15 minutes')),
    })
    expect(
      await checkSignIn(visitor, { name: 'Zoë', password }, { network: 'another network' }),
    ).toMatchObject({ ok: true })
  })

  it('is forgotten once one is let in, for this name but not for the network', async () => {
    for (let round = 0; round < 2; round++) {
      const seen = await outcomes(19, () =>
        checkSignIn(visitor, { name: 'Zoë', password: 'wrong' }, { network: 'one' }),
      )
      expect(seen).not.toContain('too_many')
      expect(await checkSignIn(visitor, { name: 'Zoë', password }, { network: 'one' })).toMatchObject({
        ok: true,
      })
    }
    expect(await primary().select().from(rateWindow)).toMatchObject([{ count: 40 }])
  })

  it('ends with its window', async () => {
    await outcomes(21, () => checkSignIn(visitor, { name: 'Zoë', password: 'wrong' }, { network: 'one' }))
    await primary()
      .update(rateWindow)
      .set({ startedAt: new Date(Date.now() - 901_000) })
    expect(await checkSignIn(visitor, { name: 'Zoë', password }, { network: 'one' })).toMatchObject({
      ok: true,
    })
  })

  it('to sign up, too; and the table that counts holds no names', async () => {
    const names = Array.from({ length: 61 }, (_, number) => ({ name: `New ${number}`, password: 'weak' }))
    const seen: string[] = []
    for (const typed of names) {
      const outcome = await signUp(visitor, { ...typed, email: '' }, { network: 'one' })
      seen.push(outcome.ok ? 'ok' : outcome.reason)
    }
    expect(seen.indexOf('too_many')).toBe(60)
    expect(JSON.stringify(await primary().select().from(rateWindow))).not.toMatch(/new/i)
  })
})

describe('signing up', () => {
  it('makes an account that signs in, and keeps which network it came from', async () => {
    const made = await signUp(
      visitor,
      { name: 'Tao Xu', password: 'orchard lantern gravel', email: '' },
      { network: 'a network' },
    )
    expect(made).toMatchObject({ ok: true })
    const again = await checkSignIn(
      visitor,
      { name: 'Tao Xu', password: 'orchard lantern gravel' },
      { network: 'a network' },
    )
    expect(again).toEqual({ ok: true, accountId: made.ok && made.accountId })
    expect(await primary().select().from(networkTrace)).toMatchObject([
      { operation: 'account.sign-up', networkHash: 'a network' },
    ])
  })
})
