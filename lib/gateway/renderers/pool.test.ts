import { existsSync } from 'node:fs'
import { getPriority } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '@/lib/gateway/http/testing'
import { startChildRenderer } from './child-renderer'
import { createRender } from './create-render'
import { openPool, type Pool } from './pool'

const PROGRAM = fileURLToPath(new URL('testing-child.ts', import.meta.url))
const sockets: string[] = []
let pool: Pool

const ask = async (target: string, method = 'GET', deadline = 15_000) => {
  const signal = AbortSignal.timeout(deadline)
  const answer = await pool.ask({ method, target, headers: { host: 'wiki' }, signal })
  return Number(answer.body.toString())
}

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

beforeAll(async () => {
  pool = await openPool({
    count: 2,
    start: (socketPath) => {
      sockets.push(socketPath)
      return startChildRenderer(PROGRAM, socketPath, {
        flags: ['--import', 'tsx'],
        niceness: 3,
        pingInterval: 100,
        answerTimeout: 2_000,
      })
    },
  })
})

afterAll(() => pool.close())

describe('processes that render', () => {
  it('share the work: who has least to do is asked', async () => {
    const pids = await Promise.all([ask('/slow'), ask('/slow'), ask('/slow'), ask('/slow')])
    expect(new Set(pids).size).toBe(2)
    expect(pids).not.toContain(process.pid)
  })

  it('give way to the gateway', async () => {
    expect(getPriority(Number(await ask('/')))).toBe(3)
  })

  it('give a page finished, with what it was made from', async () => {
    const render = createRender(pool, () => ({ host: 'wiki', isSecure: false }))
    const page = await render('/wiki', AbortSignal.timeout(5_000), null)
    expect(page).toMatchObject({ status: 200, tags: ['entry:1'], failed: false })
  })

  it('are replaced when they die, and who had asked one of them for something to read is answered', async () => {
    const before = pool.load().deaths
    const asked = [ask('/slow'), ask('/slow'), ask('/slow'), ask('/slow')]
    const victim = await ask('/')
    process.kill(victim, 'SIGKILL')
    const pids = await Promise.all(asked)
    expect(pids.every((pid) => pid > 0 && pid !== victim)).toBe(true)
    await until(() => pool.load().ready === 2)
    expect(pool.load().deaths).toBe(before + 1)
  })

  it('answer when all have died at once, as soon as one is back', async () => {
    const pids = new Set<number>()
    while (pids.size < 2) for (const pid of await Promise.all([ask('/slow'), ask('/slow')])) pids.add(pid)
    for (const pid of pids) process.kill(pid, 'SIGKILL')
    await until(() => pool.load().ready < 2)
    expect(pids).not.toContain(await ask('/'))
  })

  it('are not killed one after another by a page that kills whoever renders it', async () => {
    await until(() => pool.load().ready === 2)
    const before = pool.load().deaths
    await expect(ask('/die')).rejects.toThrow()
    expect(pool.load().deaths).toBeLessThanOrEqual(before + 2)
    expect(await ask('/')).toBeGreaterThan(0)
  })

  it('are not asked twice to change something that may have been done', async () => {
    await until(() => pool.load().ready === 2)
    const before = pool.load().deaths
    await expect(ask('/die', 'POST')).rejects.toThrow()
    await until(() => pool.load().deaths === before + 1)
    await until(() => pool.load().ready === 2)
    expect(pool.load().deaths).toBe(before + 1)
  })

  it('are killed when they stand still, and others take their place', async () => {
    const before = pool.load().deaths
    await expect(ask('/stand-still', 'POST', 1_000)).rejects.toThrow()
    await until(() => pool.load().deaths === before + 1)
    expect(await ask('/')).toBeGreaterThan(0)
  })

  it('leave nothing behind when nobody needs them any more', async () => {
    await until(() => pool.load().ready === 2)
    const pids = await Promise.all([ask('/slow'), ask('/slow')])
    await pool.close()
    expect(pids.filter(isRunning)).toEqual([])
    expect(existsSync(dirname(sockets[0] ?? ''))).toBe(false)
  })
})

it('says that it could not start, when one ends before it is ready', async () => {
  const start = (socketPath: string) =>
    startChildRenderer(fileURLToPath(new URL('no-such-program.ts', import.meta.url)), socketPath)
  await expect(openPool({ count: 1, start })).rejects.toThrow('did not start')
})
