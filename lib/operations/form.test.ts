import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { primary } from '@/db/postgres/client'
import { createTestDatabase } from '@/db/postgres/testing'
import { rateWindow } from '@/db/rate-limit/schema'
import { enterByForm } from '@/lib/accounts/enter-by-form'
import { type Refusal, RefusalError, refuse } from '@/lib/errors'
import { logError } from '@/lib/log'
import { codes } from '@/lib/messages/codes'
import { issueText } from '@/lib/messages/message'
import { type AccountActor, type Actor, visitor } from '@/lib/policy/actor'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { markOf } from '@/lib/sessions/written-as'
import { formAction } from './form'
import { type Context, operation, type Who } from './operation'

const request = vi.hoisted(() => ({
  headers: new Headers(),
  cookies: new Map<string, string>(),
  actor: { kind: 'visitor' } as unknown,
  sessions: [] as number[],
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
vi.mock('@/lib/sessions/session', () => ({
  currentActor: async () => request.actor as Actor,
  startSession: async (accountId: number) => request.sessions.push(accountId),
}))
vi.mock('@/lib/log', () => ({ logError: vi.fn() }))
const fan: AccountActor = { kind: 'account', id: 7, name: 'fan', role: 'fan', isBlocked: false }
type Titled = { title: string }
type Work<R extends object> = (actor: AccountActor, input: Titled, clientInfo: ClientInfo) => Promise<R>
/** A form of an operation that calls `work`. */
const actionFor =
  (who: Exclude<Who, 'system'>) =>
  <R extends object>(work: Work<R>, options: { next?: () => string } = {}) => {
    const run = ({ actor, clientInfo }: Context<Actor>, input: Titled) =>
      work(actor as AccountActor, input, clientInfo)
    const enter = who === 'entering' ? { enter: enterByForm } : {}
    const made = operation({ name: 'test.run', who, input: schema, audits, run })
    return formAction(made, { ...options, ...enter })
  }
const [action, enteringAction] = [actionFor('account'), actionFor('entering')]
const [openAction, entranceAction] = [actionFor('anyone'), actionFor('entrance')]
const audits = { nothing: 'it writes nothing' }
const schema = z.object({ title: z.string().min(1, issueText('errors.page.title')) })
const idle = { state: 'idle' } as const
/** A form as its page made it, for who asks now. */
function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  data.set('writtenAs', markOf(request.actor as Actor))
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
beforeAll(createTestDatabase)
beforeEach(async () => {
  await primary().delete(rateWindow)
  request.headers = new Headers({ 'x-loreleaf-network': '203.0.113.7', 'next-action': 'x' })
  request.cookies.clear()
  request.sessions = []
  request.actor = fan
  vi.mocked(logError).mockClear()
})

describe('an action', () => {
  it('runs its work with who asks, what they typed, parsed, and a hash of where they ask from', async () => {
    const work = vi.fn(async () => ({ ok: true as const, done: 1 }))
    expect(await action(work)(idle, form({ title: 'A' }))).toEqual({ state: 'ok', done: 1 })
    expect(work).toHaveBeenCalledWith(fan, { title: 'A' }, { network: expect.stringMatching(/^[\w-]{43}$/) })
  })

  it('refuses a visitor before the work sees anything, and keeps their words', async () => {
    request.actor = visitor
    const work = vi.fn(async () => ({ ok: true as const }))
    expect(await action(work)(idle, form({ title: 'A' }))).toMatchObject({
      state: 'refused',
      refusal: { reason: 'not_signed_in' },
      typed: { title: 'A' },
    })
    expect(work).not.toHaveBeenCalled()
    expect(await openAction(work)(idle, form({ title: 'A' }))).toEqual({ state: 'ok' })
  })

  it('asks who sends it before it reads anything of what they sent', async () => {
    request.actor = visitor
    const judged = vi.spyOn(schema, 'safeParse')
    const work = async () => ({ ok: true as const })
    const sent = form({ title: 'A', json: '['.repeat(900_000) })
    for (let time = 0; time < 100; time++)
      expect(await action(work)(idle, sent)).toMatchObject({
        refusal: { reason: 'not_signed_in' },
      })
    expect(judged).not.toHaveBeenCalled()
    judged.mockRestore()
    // Asking in vain cost nothing, not even a turn.
    expect(await openAction(work)(idle, form({ title: 'A' }))).toEqual({ state: 'ok' })
  })

  it('puts the sentence at the field', async () => {
    const state = await action(async () => ({ ok: true as const }))(idle, form({ title: '' }))
    const fields = { title: codes().errors.page.title }
    expect(state).toMatchObject({ refusal: { reason: 'invalid', fields } })
  })

  it('gives back what a work refuses, whether it returns or throws the refusal, with all it carries', async () => {
    const refusal = { ...refuse('conflict', codes().writing.conflict), conflicts: [1] }
    const returns = action(async (): Promise<Refusal> => refusal)
    const throws = action(async (): Promise<Refusal> => {
      throw new RefusalError(refusal)
    })
    for (const run of [returns, throws])
      expect(await run(idle, form({ title: 'A' }))).toEqual({
        state: 'refused',
        refusal,
        typed: { title: 'A', writtenAs: '7' },
      })
    expect(logError).not.toHaveBeenCalled()
  })

  it('logs what nobody expected once, and answers blandly with the words kept', async () => {
    const fails = action(async (): Promise<Refusal> => {
      throw new Error('relation "secret_table" does not exist')
    })
    const state = await fails(idle, form({ title: 'A' }))
    expect(state).toMatchObject({ state: 'refused', refusal: { reason: 'failed' }, typed: { title: 'A' } })
    expect(JSON.stringify(state)).not.toContain('secret_table')
    expect(logError).toHaveBeenCalledTimes(1)
  })

  it('counts what one account sends, and refuses what is too much', async () => {
    const run = action(async () => ({ ok: true as const }))
    const states = []
    for (let time = 0; time < 61; time++) states.push(await run(idle, form({ title: 'A' })))
    expect(states.filter((state) => state.state === 'ok')).toHaveLength(60)
    expect(states.at(-1)).toMatchObject({ refusal: { reason: 'too_many' } })
    request.actor = { ...fan, id: 8 }
    expect(await run(idle, form({ title: 'A' }))).toEqual({ state: 'ok' })
  })

  it('leaves the signed id of the event with whoever changed what the public sees', async () => {
    await action(async () => ({ ok: true as const, event: 42 }))(idle, form({ title: 'A' }))
    expect(request.cookies.get('loreleaf_saved')).toMatch(/^42\.[\w-]{43}$/)
  })

  it('tells a script where to go on, and sends a browser without one there', async () => {
    const run = action(async () => ({ ok: true as const }), { next: () => '/wiki/A' })
    expect(await run(idle, form({ title: 'A' }))).toEqual({ state: 'ok', next: '/wiki/A' })
    request.headers.delete('next-action')
    await expect(run(idle, form({ title: 'A' }))).rejects.toThrow('redirected to /wiki/A')
  })
})

describe('an entering action', () => {
  const account = { accountWay: 'new', accountName: 'Tao Xu', accountPassword: 'orchard lantern gravel' }
  const work = vi.fn(async (actor: AccountActor) => ({ ok: true as const, by: actor.name }))

  beforeEach(() => {
    request.actor = visitor
    work.mockClear()
  })

  it('asks a visitor for an account once what they wrote is in order, and keeps their words', async () => {
    const send = enteringAction(work)
    expect(await send(idle, form({ title: '', ...account }))).toMatchObject({
      refusal: { reason: 'invalid' },
    })
    expect(await send(idle, form({ title: 'A' }))).toMatchObject({
      refusal: { reason: 'not_signed_in' },
      typed: { title: 'A' },
    })
    expect([work.mock.calls, request.sessions]).toEqual([[], []])
  })

  it('makes the account that the form brings along, and runs its work in that name', async () => {
    const send = enteringAction(work)
    const answer = await send(idle, form({ title: 'A', ...account }))
    expect(answer).toEqual({
      state: 'ok',
      by: 'Tao Xu',
      entered: { mark: expect.any(String), name: 'Tao Xu', isNew: true },
    })
    expect([...request.cookies.keys()]).toEqual(['loreleaf_recovery'])
    expect(work).toHaveBeenCalledWith(expect.anything(), { title: 'A' }, expect.anything())
    const again = await send(idle, form({ title: 'A', ...account, accountWay: 'old' }))
    expect(again).toMatchObject({ state: 'ok', entered: { name: 'Tao Xu', isNew: false } })
    expect(new Set(request.sessions).size).toBe(1)
  })

  it('says at its fields why nobody was let in, and never gives a password back', async () => {
    const wrong = { ...account, accountWay: 'old', accountPassword: 'wrong words' }
    const answer = await enteringAction(work)(idle, form({ title: 'A', ...wrong }))
    expect(answer).toMatchObject({
      state: 'refused',
      refusal: { reason: 'wrong_credentials', fields: { accountPassword: codes().accounts.signIn.wrong } },
      typed: { title: 'A', accountName: 'Tao Xu' },
    })
    expect(JSON.stringify(answer)).not.toContain('wrong words')
    expect([work.mock.calls, request.sessions]).toEqual([[], []])
  })

  it('tells that somebody was let in even when what they wrote is refused', async () => {
    const refusing = async () => refuse('no_change', codes().writing.noChange)
    const answer = await enteringAction(refusing)(idle, form({ title: 'A', ...account }))
    expect(answer).toMatchObject({ state: 'refused', entered: { name: 'Tao Xu' } })
  })

  it('asks for no name and password where somebody is signed in', async () => {
    request.actor = fan
    const answer = await enteringAction(work)(idle, form({ title: 'A', ...account }))
    expect(answer).toEqual({ state: 'ok', by: 'fan' })
    expect(request.sessions).toEqual([])
  })
})

describe('whose a form is', () => {
  const work = vi.fn(async () => ({ ok: true as const }))
  const other: AccountActor = { ...fan, id: 8, name: 'Tao Xu' }
  const refusedAs = (mark: string, name: string | null) => ({
    state: 'refused',
    refusal: { reason: 'other_account', sender: { mark, name } },
    typed: { title: 'A' },
  })

  beforeEach(() => work.mockClear())

  it.each([
    ['an account', action],
    ['who enters by it', enteringAction],
    ['anybody', openAction],
  ])('a form for %s goes out in nobody’s name but its writer’s, unless they say so', async (_, make) => {
    const send = make(work)
    const written = form({ title: 'A' })
    request.actor = other
    expect(await send(idle, written)).toMatchObject(refusedAs('8', 'Tao Xu'))
    expect(work).not.toHaveBeenCalled()
    written.set('sendAs', '7')
    expect(await send(idle, written), 'what they said was about somebody else').toMatchObject(
      refusedAs('8', 'Tao Xu'),
    )
    written.set('sendAs', '8')
    expect(await send(idle, written)).toEqual({ state: 'ok' })
    expect(work).toHaveBeenCalledExactlyOnceWith(other, { title: 'A' }, expect.anything())
  })

  it('what a visitor wrote is asked about when somebody is signed in by then, whatever name it brings along', async () => {
    request.actor = visitor
    const account = { accountWay: 'old', accountName: 'Isaac', accountPassword: 'orchard lantern gravel' }
    const written = form({ title: 'A', ...account })
    request.actor = other
    expect(await enteringAction(work)(idle, written)).toMatchObject(refusedAs('8', 'Tao Xu'))
    expect([work.mock.calls, request.sessions]).toEqual([[], []])
  })

  it('a form of before forms said so keeps its words and asks, who is signed in and who is not', async () => {
    const old = form({ title: 'A' })
    old.delete('writtenAs')
    expect(await action(work)(idle, old)).toMatchObject(refusedAs('7', 'fan'))
    request.actor = visitor
    expect(await openAction(work)(idle, old)).toMatchObject(refusedAs('visitor', null))
    old.set('sendAs', 'visitor')
    expect(await openAction(work)(idle, old)).toEqual({ state: 'ok' })
  })

  it('who wrote as somebody and is nobody now is asked to sign in, or whether to send it without a name', async () => {
    const written = form({ title: 'A' })
    request.actor = visitor
    for (const make of [action, enteringAction])
      expect(await make(work)(idle, written)).toMatchObject({
        refusal: { reason: 'not_signed_in' },
      })
    expect(await openAction(work)(idle, written)).toMatchObject(refusedAs('visitor', null))
  })

  it('who was asked once is not asked again, and the words tell whose they are now', async () => {
    const refuses = async () => refuse('no_change', codes().writing.noChange)
    const written = form({ title: 'A' })
    request.actor = other
    written.set('sendAs', '8')
    expect(await action(refuses)(idle, written)).toMatchObject({
      refusal: { reason: 'no_change' },
      typed: { title: 'A', writtenAs: '8' },
    })
  })

  it('signing in, which says itself who it is, is never asked', async () => {
    request.actor = other
    const written = form({ title: 'A' })
    written.set('writtenAs', '7')
    expect(await entranceAction(work)(idle, written)).toEqual({ state: 'ok' })
  })
})
