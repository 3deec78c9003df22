import { describe, expect, it } from 'vitest'
import { createLimiter } from '@/lib/rate-limit/limiter'
import { createMemory } from './memory'
import type { Rendered } from './rendered'
import { createSharedPages, type RenderFailedError } from './shared-pages'

/** Pages whose renders finish when the test says so, each telling how many there were before it. */
function pagesOf({ oldest = 60_000, isListening = (): boolean => true } = {}) {
  const renders: { finish: (rendered?: Partial<Rendered>) => Promise<void>; fail: () => Promise<void> }[] = []
  const failures: RenderFailedError[] = []
  const memory = createMemory({ bytes: 1e6, missingBytes: 1e6, variantBytes: 1e6 })
  const pages = createSharedPages({
    render: () =>
      new Promise((resolve, reject) => {
        const bodies = { identity: Buffer.from(`render ${renders.length + 1}`) }
        const rest = { headers: {}, etag: '', tags: ['entry:1'], expiresAt: null, named: [], answers: '' }
        const whole = { status: 200, bodies, ...rest, failed: false }
        const settle = () => new Promise<void>((done) => setImmediate(done))
        renders.push({
          finish: (rendered) => {
            resolve({ ...whole, ...rendered })
            return settle()
          },
          fail: () => {
            reject(new Error('the database is away'))
            return settle()
          },
        })
      }),
    memory,
    limiter: createLimiter({ running: 4, waiting: 4, queueTimeout: 50 }),
    variantLimiter: createLimiter({ running: 2, waiting: 4, queueTimeout: 50 }),
    isListening,
    deadline: 10_000,
    oldest,
    onFailure: (error) => failures.push(error),
  })
  const read = async () => Buffer.from((await pages.page('/a')).bodies.identity).toString()
  return { pages, memory, renders, failures, read }
}

const changed = { tags: ['entry:1'], isWithholding: false }
const withheld = { tags: ['entry:1'], isWithholding: true }

describe('a render during which something changed', () => {
  it('is shown to who asked before, and is fresh to nobody after', async () => {
    const { pages, memory, renders, read } = pagesOf()
    const early = read()
    pages.note(changed)
    await renders[0]?.finish()
    expect(await early).toBe('render 1')
    expect(memory.fresh('/a')).toBeNull()
    const late = read()
    await renders[1]?.finish()
    expect(await late).toBe('render 2')
    expect(memory.fresh('/a')).not.toBeNull()
  })

  it('is not shown and not kept at all when that was a withholding', async () => {
    const { pages, memory, renders, read } = pagesOf()
    const asked = read()
    pages.note(withheld)
    await renders[0]?.finish()
    expect(memory.old('/a')).toBeNull()
    await renders[1]?.finish()
    expect(await asked).toBe('render 2')
  })

  it('counts for nothing when what changed was something else', async () => {
    const { pages, memory, renders, read } = pagesOf()
    const early = read()
    pages.note({ tags: ['entry:2'], isWithholding: true })
    const late = read()
    await renders[0]?.finish()
    expect([await early, await late]).toEqual(['render 1', 'render 1'])
    expect(memory.fresh('/a')).not.toBeNull()
  })
})

describe('a render that fails', () => {
  it('or has no turn, while nothing is received and others hang, is answered with old bytes', async () => {
    let listens = true
    const { pages, renders, read } = pagesOf({ isListening: () => listens })
    const first = read()
    await renders[0]?.finish()
    await first
    for (const key of ['/b', '/c', '/d', '/e']) pages.page(key).catch(() => {})
    listens = false
    expect(await read()).toBe('render 1')
    await expect(pages.page('/f')).rejects.toThrow('too busy')
    listens = true
    // Received again and of no change: it was right all the time.
    expect(await read()).toBe('render 1')
    pages.note(changed)
    await expect(read()).rejects.toThrow('too busy')
  })

  it('is answered with old bytes, but only while those are not too old', async () => {
    for (const [oldest, expected] of [
      [60_000, 'render 1'],
      [-1, 'no answer'],
    ] as const) {
      const { pages, renders, read } = pagesOf({ oldest })
      const first = read()
      await renders[0]?.finish()
      await first
      pages.note(changed)
      const second = read().catch(() => 'no answer')
      await renders[1]?.fail()
      expect(await second).toBe(expected)
    }
  })

  it('is no answer to who asked after a change: perhaps the change was the cure', async () => {
    const { pages, renders, read } = pagesOf()
    const early = read().catch(() => 'no answer')
    pages.note({ tags: ['entry:7'], isWithholding: false })
    const late = read()
    await renders[0]?.fail()
    expect(await early).toBe('no answer')
    await renders[1]?.finish()
    expect(await late).toBe('render 2')
  })

  it('is reported once: by the gateway when nobody could log it before', async () => {
    const { renders, failures, read } = pagesOf()
    for (const [finished, reported] of [
      [{ failed: true }, 0],
      [{ status: 500 }, 1],
      [{ status: 500, failed: true }, 1],
    ] as const) {
      const asked = read().catch((error) => error)
      await renders.at(-1)?.finish(finished)
      expect(await asked).toBeInstanceOf(Error)
      expect(failures).toHaveLength(reported)
    }
  })
})

it('forgets a page that has become something not to be kept', async () => {
  const { pages, memory, renders, read } = pagesOf()
  const first = read()
  await renders[0]?.finish()
  await first
  pages.note(changed)
  const second = read()
  await renders[1]?.finish({ status: 307 })
  await second
  expect(memory.old('/a')).toBeNull()
})
