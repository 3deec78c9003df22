import { afterEach, describe, expect, it, vi } from 'vitest'
import { seal, sealFor, unseal, unsealed } from './secret'

vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
afterEach(() => vi.useRealTimers())

describe('what is sealed', () => {
  it('is read again for its purpose alone, and is never the same twice', () => {
    const sealed = seal('one', 'Zoë said so')
    expect(unseal('one', sealed)).toBe('Zoë said so')
    expect(unseal('two', sealed)).toBeNull()
    expect(seal('one', 'Zoë said so')).not.toBe(sealed)
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('said')
  })

  it('is nothing when a single bit is another, when it is cut, or made under another secret', () => {
    const sealed = seal('one', 'words')
    const bytes = Buffer.from(sealed, 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(unseal('one', changed.toString('base64url')), String(at)).toBeNull()
      expect(unseal('one', bytes.subarray(0, at).toString('base64url')), String(at)).toBeNull()
    }
    vi.stubEnv('AUTH_SECRET', 'another secret of at least thirty-two signs')
    expect(unseal('one', sealed)).toBeNull()
  })

  it('for a time is nothing afterwards', () => {
    const sealed = sealFor('one', { id: 7 }, 60)
    expect(unsealed('one', sealed)).toEqual({ id: 7 })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    expect(unsealed('one', sealed)).toBeNull()
  })
})
