import { accountRole } from '@/db/accounts/schema'
import type { Ability } from './abilities'
import { type Actor, type Role, visitor } from './actor'
import { can } from './policy'

/** What the tables of the law are read with: a cell names who may, by a letter for each role; `-` is nobody. */

/** What an author does with what they sent: has a table of its own. */
export const ownAbilities = ['amend', 'withdraw', 'reopen'] as const
export type OwnAbility = (typeof ownAbilities)[number]

/** The letter of each role. */
export const letters: Record<Role | 'visitor', string> = {
  visitor: 'V',
  fan: 'F',
  trusted: 'T',
  moderator: 'M',
  owner: 'O',
  system: 'S',
}

/** Everybody the law knows. */
export const roles = ['visitor', ...accountRole.enumValues] as const
/** The id of who asks, and of somebody that they are not. */
export const me = 7
export const someoneElse = 99

/** Somebody of this role. */
export function actor(role: Role | 'visitor', isBlocked = false): Actor {
  return role === 'visitor' ? visitor : { kind: 'account', id: me, name: role, role, isBlocked }
}

/** A table's rows, with what their cells say. */
export function rowsOf(grid: string) {
  return grid.split('\n').map((row) => {
    const [state = '', ...cells] = row.split('|').map((cell) => cell.trim())
    return { state, cells }
  })
}

/** The letters of those who may. */
export const who = (may: (role: (typeof roles)[number]) => boolean) =>
  roles
    .filter(may)
    .map((role) => letters[role])
    .join('') || '-'

/** `can`, for names and subjects that a table gives. */
export const ask = can as (actor: Actor, ability: Ability, ...asked: unknown[]) => boolean
