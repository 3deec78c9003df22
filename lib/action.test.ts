import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { primary } from '@/db/client'
import { rateWindow } from '@/db/schema/accounts'
import { createTestDatabase } from '@/db/testing'
import { type Refusal, RefusalError, refuse } from '@/lib/errors'
import { logError } from '@/lib/log'
import { type AccountActor, type Actor, visitor } from '@/lib/policy/actor'
import { action, openAction } from './action'

const request = vi.hoisted(() => ({
  headers: new Headers(),
  cookies: new Map<string, string>(),
  actor: { kind: 'visitor' } as unknown,
}))

vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({ set: (name: string, value: string) => request.cookies.set(name, value) }),
}))
vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`redirected to ${path}`)
  },
}))
vi.mock('@/lib/accounts/session', () => ({ currentActor: async () => request.actor as Actor }))
vi.mock('@/lib/log', () => ({ logError: vi.fn() }))

const fan: AccountActor = { kind: 'account', id: 7, name: 'fan', role: 'fan', isBlocked: false }
const schema = z.object({ title: z.string().min(1, 'give it a title') })
const idle = { state: 'idle' } as const

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

beforeAll(createTestDatabase)

beforeEach(async () => {
  await primary().delete(rateWindow)
  request.headers = new Headers({ 'x-loreleaf-network': '203.0.113.7', 'next-action': 'x' })
  request.cookies.clear()
  request.actor = fan
  vi.mocked(logError).mockClear()
})

describe('an action', () => {
  it('runs its verb with who asks, what they typed, parsed, and a hash of where they ask from', async () => {
    const verb = vi.fn(async () => ({ ok: true as const, done: 1 }))
    expect(await action('test', schema, verb)(idle, form({ title: 'A' }))).toEqual({ state: 'ok', done: 1 })
    expect(verb).toHaveBeenCalledWith(fan, { title: 'A' }, { network: expect.stringMatching(/^[\w-]{43}$/) })
  })

  it('refuses a visitor before the verb sees anything, and keeps their words', async () => {
    request.actor = visitor
    const verb = vi.fn(async () => ({ ok: true as const }))
    expect(await action('test', schema, verb)(idle, form({ title: 'A' }))).toMatchObject({
      state: 'refused',
      refusal: { reason: 'not_signed_in' },
      typed: { title: 'A' },
    })
    expect(verb).not.toHaveBeenCalled()
    expect(await openAction('test', schema, verb)(idle, form({ title: 'A' }))).toEqual({ state: 'ok' })
  })

  it('puts the sentence at the field', async () => {
    const state = await action('test', schema, async () => ({ ok: true as const }))(idle, form({ title: '' }))
    expect(state).toMatchObject({ refusal: { reason: 'invalid', fields: { title: 'give it a title' } } })
  })

  it('gives back what a verb refuses, whether it returns or throws the refusal, with all it carries', async () => {
    const refusal = { ...refuse('conflict', 'It has moved.'), conflicts: [1] }
    const returns = action('test', schema, async (): Promise<Refusal> => refusal)
    const throws = action('test', schema, async (): Promise<Refusal> => {
      throw new RefusalError(refusal)
    })
    for (const run of [returns, throws])
      expect(await run(idle, form({ title: 'A' }))).toEqual({
        state: 'refused',
        refusal,
        typed: { title: 'A' },
      })
    expect(logError).not.toHaveBeenCalled()
  })

  it('logs what nobody expected once, and answers blandly with the words kept', async () => {
    const fails = action('test', schema, async (): Promise<Refusal> => {
      throw new Error('relation "secret_table" does not exist')
    })
    const state = await fails(idle, form({ title: 'A' }))
    expect(state).toMatchObject({ state: 'refused', refusal: { reason: 'failed' }, typed: { title: 'A' } })
    expect(JSON.stringify(state)).not.toContain('secret_table')
    expect(logError).toHaveBeenCalledTimes(1)
  })

  it('counts what one account sends, and refuses what is too much', async () => {
    const run = action('test', schema, async () => ({ ok: true as const }))
    const states = []
    for (let time = 0; time < 61; time++) states.push(await run(idle, form({ title: 'A' })))
    expect(states.filter((state) => state.state === 'ok')).toHaveLength(60)
    expect(states.at(-1)).toMatchObject({ refusal: { reason: 'too_many' } })
    request.actor = { ...fan, id: 8 }
    expect(await run(idle, form({ title: 'A' }))).toEqual({ state: 'ok' })
  })

  it('leaves the signed id of the event with whoever changed what the public sees', async () => {
    await action('test', schema, async () => ({ ok: true as const, event: 42 }))(idle, form({ title: 'A' }))
    expect(request.cookies.get('loreleaf_saved')).toMatch(/^42\.[\w-]{43}$/)
  })

  it('tells a script where to go on, and sends a browser without one there', async () => {
    const run = action('test', schema, async () => ({ ok: true as const }), { next: () => '/wiki/A' })
    expect(await run(idle, form({ title: 'A' }))).toEqual({ state: 'ok', next: '/wiki/A' })
    request.headers.delete('next-action')
    await expect(run(idle, form({ title: 'A' }))).rejects.toThrow('redirected to /wiki/A')
  })
})
