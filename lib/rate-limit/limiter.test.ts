import { describe, expect, it } from 'vitest'
import { createLimiter, TooBusyError } from './limiter'

describe('the gate before the renders', () => {
  it('lets so many run, so many wait in order, and refuses the rest', async () => {
    const limiter = createLimiter({ running: 2, waiting: 2, queueTimeout: 1_000 })
    const started: number[] = []
    const finish: (() => void)[] = []
    const enter = (n: number) =>
      limiter.run(() => {
        started.push(n)
        return new Promise<void>((done) => finish.push(done))
      })
    const entered = [enter(1), enter(2), enter(3), enter(4)]
    await expect(enter(5)).rejects.toBeInstanceOf(TooBusyError)
    expect(started).toEqual([1, 2])
    finish[0]?.()
    await entered[0]
    expect(started).toEqual([1, 2, 3])
    for (let n = 1; n < 4; n += 1) {
      finish[n]?.()
      await entered[n]
    }
    expect(started).toEqual([1, 2, 3, 4])
  })

  it('refuses who has waited too long, and keeps nobody else from entering', async () => {
    const limiter = createLimiter({ running: 1, waiting: 1, queueTimeout: 10 })
    let finish = () => {}
    const slow = limiter.run(() => new Promise<void>((done) => (finish = done)))
    await expect(limiter.run(async () => 'late')).rejects.toBeInstanceOf(TooBusyError)
    finish()
    await slow
    await expect(limiter.run(async () => 'next')).resolves.toBe('next')
  })

  it('gives its place back when the work throws', async () => {
    const limiter = createLimiter({ running: 1, waiting: 0, queueTimeout: 10 })
    await expect(limiter.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(limiter.run(async () => 'yes')).resolves.toBe('yes')
  })
})
