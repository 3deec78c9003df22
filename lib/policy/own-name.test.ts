import { expect, it } from 'vitest'
import { accountRole } from '@/db/accounts/schema'
import type { AccountActor, Role } from './actor'
import { can } from './policy'

const actor = (role: Role, isBlocked = false): AccountActor => ({
  kind: 'account',
  id: 7,
  name: role,
  role,
  isBlocked,
})

it('everybody changes their own name, but nobody who is blocked, and not the wiki itself', () => {
  const own = accountRole.enumValues.filter((role) => can(actor(role), 'renameAccount', { id: 7, role }))
  expect(own).toEqual(['fan', 'trusted', 'moderator', 'owner'])
  for (const role of accountRole.enumValues)
    expect(can(actor(role, true), 'renameAccount', { id: 7, role })).toBe(false)
})
