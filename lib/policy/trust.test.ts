import { describe, expect, test } from 'vitest'
import type { TrackRecord } from '@/db/accounts/track-records'
import { earnsTrust, lackingOf, mayEarnTrust } from './trust'

const good: TrackRecord = { entries: 10, reviewers: 2, days: 7, accepted: 12, declined: 1, reverted: 1 }

describe('trust', () => {
  test('is earned by accepted edits on many entries, over days, in more than one pair of eyes', () => {
    expect(earnsTrust(good)).toBe(true)
  })

  test.each([
    ['too few entries, however many edits', { entries: 9, accepted: 50 }],
    ['a single reviewer', { reviewers: 1 }],
    ['everything in one week-end', { days: 2 }],
    ['a fifth turned down', { accepted: 8, declined: 2, reverted: 0 }],
    ['accepted, then reverted', { reverted: 3 }],
    ['nothing decided', { accepted: 0, declined: 0, reverted: 0 }],
  ])('is not earned by %s', (_, lacking) => {
    expect(earnsTrust({ ...good, ...lacking })).toBe(false)
  })

  test.each([
    ['begin', { entries: 0, accepted: 0, declined: 0, reverted: 0 }],
    ['more', { entries: 3, days: 1 }],
    ['few', { entries: 8, days: 1 }],
    ['turnedDown', { entries: 3, accepted: 3, declined: 2 }],
    ['reviewers', { reviewers: 1 }],
    ['days', { days: 2 }],
    [null, {}],
  ])('lacks most: %s', (lacking, record) => {
    expect(lackingOf({ ...good, ...record })).toBe(lacking)
  })

  test('is for fans who are not blocked: it lifts nobody higher and nobody out of a block', () => {
    const account = { kind: 'account' as const, id: 1, name: 'Somebody' }
    expect(mayEarnTrust({ ...account, role: 'fan', isBlocked: false })).toBe(true)
    expect(mayEarnTrust({ ...account, role: 'fan', isBlocked: true })).toBe(false)
    expect(mayEarnTrust({ ...account, role: 'moderator', isBlocked: false })).toBe(false)
  })
})
