import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { expiresBy, markFailed, type ResponseRecord, recordDependency, recordResponse } from './dependencies'

const blank = (): ResponseRecord => ({ tags: new Set(), expiresAt: null, failed: false })

describe('what a render has read', () => {
  it('is written to the render it happens in, also after waiting', async () => {
    const one = blank()
    const other = blank()
    await Promise.all([
      recordResponse(one, async () => {
        recordDependency('entry:1')
        await wait(5)
        recordDependency('entry:2', 'recent')
      }),
      recordResponse(other, async () => {
        await wait(1)
        recordDependency('entry:3')
        markFailed()
      }),
    ])
    expect([...one.tags]).toEqual(['entry:1', 'entry:2', 'recent'])
    expect(one.failed).toBe(false)
    expect([...other.tags]).toEqual(['entry:3'])
    expect(other.failed).toBe(true)
  })

  it('expires at the earliest of the moments it was told', () => {
    const record = blank()
    recordResponse(record, () => {
      expiresBy(new Date(2_000))
      expiresBy(new Date(1_000))
      expiresBy(new Date(3_000))
    })
    expect(record.expiresAt).toBe(1_000)
  })

  it('is nothing to those who read outside a render', () => {
    expect(() => {
      recordDependency('entry:1')
      expiresBy(new Date())
      markFailed()
    }).not.toThrow()
  })
})
