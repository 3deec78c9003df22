import { describe, expect, it } from 'vitest'
import { idempotencyKey } from '@/lib/changesets/schema'
import { attemptFor } from './attempt'

describe('the key of a save', () => {
  it('the same words sent again carry the same key', () => {
    const first = attemptFor('words', null)
    expect(attemptFor('words', first)).toEqual(first)
  })

  it('other words get another key', () => {
    const first = attemptFor('words', null)
    expect(attemptFor('other words', first).key).not.toBe(first.key)
  })

  it('the server takes it', () => {
    expect(idempotencyKey.safeParse(attemptFor('words', null).key).success).toBe(true)
  })
})
