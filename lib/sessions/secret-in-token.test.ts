import { randomUUID } from 'node:crypto'
import * as jwt from 'next-auth/jwt'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { secretInToken } from './secret-in-token'

vi.mock('next-auth/jwt', async (load) => {
  const actual = await load<typeof jwt>()
  return { ...actual, decode: vi.fn(actual.decode) }
})

const SECRET = 'a secret that is long enough for a test'

beforeEach(() => {
  process.env.AUTH_SECRET = SECRET
  vi.mocked(jwt.decode).mockClear()
})
afterEach(() => vi.useRealTimers())

const tokenWith = (session: unknown, { secret = SECRET, salt = 'cookie', maxAge = 60 } = {}) =>
  jwt.encode({ token: { session } as jwt.JWT, secret, salt, maxAge })

test('is taken out of a token once, and told again as often as it comes', async () => {
  const session = randomUUID()
  const token = await tokenWith(session)
  for (let time = 0; time < 3; time += 1) expect(await secretInToken(token, 'cookie')).toBe(session)
  expect(jwt.decode).toHaveBeenCalledTimes(1)
})

test('is not told when the token has expired, though it was known', async () => {
  const token = await tokenWith(randomUUID())
  expect(await secretInToken(token, 'cookie')).not.toBeNull()
  vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] })
  expect(await secretInToken(token, 'cookie')).toBeNull()
})

test.each([
  ['signed with another secret', () => tokenWith('s', { secret: 'another secret, long enough as well' })],
  ['of another cookie', () => tokenWith('s', { salt: 'another' })],
  ['that names no session', () => tokenWith(undefined)],
  ['whose session is no text', () => tokenWith({ a: 1 })],
  ['cut short', async () => (await tokenWith('s')).slice(0, -1)],
  [
    'changed in one place',
    async () => (await tokenWith('s')).replace(/.(?=.{30}$)/, (one) => (one === 'A' ? 'B' : 'A')),
  ],
  ['made up', async () => 'nothing'],
])('is not told of a token %s', async (_, make) => {
  const token = await make()
  for (let time = 0; time < 2; time += 1) expect(await secretInToken(token, 'cookie')).toBeNull()
})

test('is told to nobody who comes with the same token once the secret of the wiki is another', async () => {
  const token = await tokenWith(randomUUID())
  expect(await secretInToken(token, 'cookie')).not.toBeNull()
  process.env.AUTH_SECRET = 'another secret, long enough as well'
  expect(await secretInToken(token, 'cookie')).toBeNull()
})

test('a thousand are known, those that came last', async () => {
  const token = await tokenWith(randomUUID())
  await secretInToken(token, 'cookie')
  vi.mocked(jwt.decode).mockImplementation(async () => ({ session: 'other', exp: Date.now() }) as jwt.JWT)
  for (let at = 0; at < 999; at += 1) await secretInToken(`other ${at}`, 'cookie')
  vi.mocked(jwt.decode).mockClear()
  await secretInToken(token, 'cookie')
  expect(jwt.decode).not.toHaveBeenCalled()
  for (let at = 999; at < 2_000; at += 1) await secretInToken(`other ${at}`, 'cookie')
  vi.mocked(jwt.decode).mockClear()
  await secretInToken(token, 'cookie')
  expect(jwt.decode).toHaveBeenCalledTimes(1)
})
