import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/db/testing'
import type { Handler } from './inner-server'
import { startFrontDoor } from './start'
import { ask, SECRET, signal } from './testing'

let databaseUrl: string
const open = (handler: Handler, port = 0) =>
  startFrontDoor({ port, secret: SECRET, databaseUrl, trustedProxies: 0, handler, limits: { drain: 3_000 } })

const sockets = () =>
  readdirSync(tmpdir()).filter(
    (name) => name.startsWith('loreleaf-') && existsSync(join(tmpdir(), name, 'inner.sock')),
  )

beforeAll(async () => {
  databaseUrl = (await createTestDatabase()).url
})

describe('closing the door', () => {
  it('finishes what is under way, lets nobody else in, and leaves nothing behind', async () => {
    const [hasBegun, mayFinish] = [signal(), signal()]
    const before = sockets()
    const door = await open(async (_, res) => {
      hasBegun.give()
      await mayFinish.given
      res.end('finished')
    })
    const own = sockets().filter((name) => !before.includes(name))
    expect(own.length).toBeGreaterThan(0)
    const asked = ask(door, '/wiki/A')
    await hasBegun.given
    const closed = door.close()
    await expect(ask(door, '/wiki/B')).rejects.toThrow('ECONNREFUSED')
    mayFinish.give()
    expect((await asked).body).toBe('finished')
    await closed
    expect(existsSync(join(tmpdir(), String(own[0])))).toBe(false)
  })

  it('does not wait for ever for who never finishes', async () => {
    const door = await open(() => new Promise(() => {}))
    const asked = ask(door, '/review').catch(() => 'cut off')
    await new Promise((resolve) => setTimeout(resolve, 50))
    await door.close()
    expect(await asked).toBe('cut off')
  })
})

it('does not open where somebody listens already, and leaves nothing behind then either', async () => {
  const first = await open(async (_, res) => void res.end())
  const before = sockets()
  await expect(open(async () => {}, first.port)).rejects.toThrow('EADDRINUSE')
  expect(sockets().filter((name) => !before.includes(name))).toEqual([])
  await first.close()
})

it('opens without a database, and then remembers nothing', async () => {
  let renders = 0
  const door = await startFrontDoor({
    port: 0,
    secret: SECRET,
    databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    trustedProxies: 0,
    handler: async (_, res) => {
      renders += 1
      res.end(`render ${renders}`)
    },
  })
  expect((await ask(door, '/wiki/A')).body).toBe('render 1')
  expect((await ask(door, '/wiki/A')).body).toBe('render 2')
  await door.close()
})
