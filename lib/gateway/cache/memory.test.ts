import { describe, expect, it } from 'vitest'
import { createMemory } from './memory'
import type { Page } from './rendered'

const limits = { bytes: 100_000, missingBytes: 20_000, variantBytes: 20_000 }

function page(tags: string[], { status = 200, size = 10, expiresAt = null as number | null } = {}): Page {
  const bodies = { identity: Buffer.alloc(size / 2), gzip: Buffer.alloc(size / 2) }
  return {
    status,
    headers: {},
    bodies,
    tags,
    expiresAt,
    named: [],
    answers: '',
    etag: 'x',
    madeAt: Date.now(),
  }
}

const changed = (...tags: string[]) => ({ tags, isWithholding: false })
const withheld = (...tags: string[]) => ({ tags, isWithholding: true })

describe('the memory of finished pages', () => {
  it('forgets by what was read, and keeps the old bytes for when a render fails', () => {
    const memory = createMemory(limits)
    memory.keep('/a', page(['entry:1', 'recent']), true)
    memory.keep('/b', page(['entry:2']), true)
    memory.forget(changed('entry:1', 'entry:9'))
    expect(memory.fresh('/a')).toBeNull()
    expect(memory.old('/a')).not.toBeNull()
    expect(memory.fresh('/b')).not.toBeNull()
  })

  it('keeps nothing of what rests on something withheld, old bytes included', () => {
    const memory = createMemory(limits)
    memory.keep('/a', page(['entry:1']), true)
    memory.forget(changed('entry:1'))
    memory.forget(withheld('entry:1'))
    expect(memory.old('/a')).toBeNull()
    expect(memory.size()).toEqual({ bytes: 0, pages: 0, tags: 0 })
  })

  it('forgets everything when nobody can tell what changed', () => {
    const memory = createMemory(limits)
    memory.keep('/a', page([]), true)
    memory.forget({ tags: 'everything', isWithholding: false })
    expect(memory.fresh('/a')).toBeNull()
    expect(memory.old('/a')).not.toBeNull()
    memory.keep('/a', page([]), true)
    expect(memory.fresh('/a')).not.toBeNull()
    memory.forget({ tags: 'everything', isWithholding: true })
    expect(memory.old('/a')).toBeNull()
  })

  it('shows nothing after it has expired by the clock', () => {
    const memory = createMemory(limits)
    memory.keep('/past', page([], { expiresAt: Date.now() - 1 }), true)
    memory.keep('/future', page([], { expiresAt: Date.now() + 60_000 }), true)
    expect(memory.fresh('/past')).toBeNull()
    expect(memory.fresh('/future')).not.toBeNull()
  })

  it('replaces what was there, so that no tag of an old version can hide a new one', () => {
    const memory = createMemory(limits)
    memory.keep('/a', page(['entry:1']), true)
    memory.keep('/a', page(['entry:2'], { status: 404 }), true)
    memory.forget(changed('entry:1'))
    expect(memory.fresh('/a')?.status).toBe(404)
    expect(memory.size().pages).toBe(1)
  })

  it('stays within its bytes, the least recently asked for leaving first', () => {
    const memory = createMemory(limits)
    for (let n = 0; n < 50; n += 1) {
      memory.keep(`/${n}`, page([`entry:${n}`, 'recent'], { size: 5_000 }), true)
      memory.fresh('/0')
    }
    expect(memory.size().bytes).toBeLessThanOrEqual(limits.bytes)
    expect(memory.fresh('/0')).not.toBeNull()
    expect(memory.fresh('/1')).toBeNull()
    expect(memory.fresh('/49')).not.toBeNull()
    expect(memory.size().tags).toBe(memory.size().pages + 1)
  })

  it('lets invented addresses push out only each other', () => {
    const memory = createMemory(limits)
    memory.keep('/real', page(['entry:1'], { size: 5_000 }), true)
    for (let n = 0; n < 500; n += 1)
      memory.keep(`/no-${n}`, page([`title:${n}`], { status: 404, size: 900 }), true)
    expect(memory.fresh('/real')).not.toBeNull()
    expect(memory.size().bytes).toBeLessThanOrEqual(limits.missingBytes + 7_000)
  })

  it('does not hold one page that would crowd out the rest', () => {
    const memory = createMemory(limits)
    memory.keep('/small', page(['entry:1']), true)
    memory.keep('/huge', page(['entry:2'], { size: 90_000 }), true)
    expect(memory.old('/huge')).toBeNull()
    expect(memory.fresh('/small')).not.toBeNull()
    expect(memory.size().tags).toBe(1)
  })

  it('keeps nothing where it has no place', () => {
    const memory = createMemory({ bytes: 0, missingBytes: 0, variantBytes: 0 })
    memory.keep('/a', page(['entry:1']), true)
    memory.keep('/missing', page(['title:b'], { status: 404 }), true)
    expect(memory.size()).toEqual({ bytes: 0, pages: 0, tags: 0 })
  })
})
