import { describe, expect, it } from 'vitest'
import { accountRole } from '@/db/accounts/schema'
import { RefusalError } from '@/lib/errors'
import { type Ability, abilityNames } from './abilities'
import { type AccountActor, type Scope, type SystemActor, system, type TokenActor } from './actor'
import { authorize, can, readScopeOf, writersScope } from './policy'
import { actor, ask, someoneElse } from './testing'

const every: Scope[] = ['read', 'write', 'review', 'moderate', 'administer']
const account = (role: AccountActor['role'], isBlocked = false) => actor(role, isBlocked) as AccountActor
const token = (of: AccountActor, ...scopes: Scope[]): TokenActor => ({ kind: 'token', scopes, of })

/** What each ability is asked about, so that somebody may. */
const entry = {
  protection: 'open',
  isNew: false,
  isMuchShown: false,
  isAboutLiving: false,
  isPrivateLife: false,
  isDeleted: false,
  authorId: someoneElse,
}
const own = { authorId: account('fan').id, state: 'waiting', isLongDeclined: false }
const subjects: Partial<Record<Ability, object>> = {
  amend: own,
  withdraw: own,
  reopen: { ...own, state: 'withdrawn' },
  block: { id: someoneElse, role: 'fan' },
  setRole: { id: someoneElse, role: 'fan' },
  renameAccount: { id: someoneElse, role: 'fan' },
  handleReports: { aboutAccountId: null },
}
const may = (who: AccountActor | TokenActor | SystemActor, ability: Ability) =>
  (ask as (...asked: unknown[]) => boolean)(who, ability, subjects[ability] ?? entry)

describe('the wiki itself', () => {
  it('may everything, and reads everything', () => {
    for (const ability of abilityNames) expect([ability, may(system, ability)]).toEqual([ability, true])
    expect(readScopeOf(system)).toBe(readScopeOf(account('owner')))
  })
})

describe('a token', () => {
  it.each(accountRole.enumValues)('of a %s with every scope may just what its account may', (role) => {
    for (const ability of abilityNames)
      expect([ability, may(token(account(role), ...every), ability)]).toEqual([
        ability,
        may(account(role), ability),
      ])
  })

  it('may nothing that its scopes do not name, whoever its account is', () => {
    for (const ability of abilityNames) {
      expect([ability, may(token(account('owner')), ability)]).toEqual([ability, false])
      const needed = every.filter((scope) => may(token(account('owner'), scope), ability))
      const any = may(account('owner'), ability)
      expect([ability, needed.length]).toEqual([ability, any ? 1 : 0])
    }
  })

  it('of a blocked account is blocked, and is told so', () => {
    const blocked = token(account('moderator', true), ...every)
    expect(can(blocked, 'propose')).toBe(false)
    expect(can(blocked, 'report')).toBe(true)
    expect(() => authorize(blocked, 'propose')).toThrow(RefusalError)
    const shown = (who: TokenActor) => {
      try {
        authorize(who, 'propose')
      } catch (error) {
        return (error as RefusalError).refusal.reason
      }
    }
    expect(shown(blocked)).toBe('blocked')
    expect(shown(token(account('fan'), 'read'))).toBe('not_allowed')
  })

  it('reads what everybody reads unless it was given the moderation of an account that has it', () => {
    expect(readScopeOf(token(account('owner'), 'read', 'write'))).toBe(writersScope)
    expect(readScopeOf(token(account('fan'), ...every))).toBe(writersScope)
    expect(readScopeOf(token(account('owner'), 'moderate'))).toBe(readScopeOf(account('owner')))
  })
})
