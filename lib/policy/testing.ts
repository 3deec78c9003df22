import { accountRole } from '@/db/accounts/schema'
import type { Ability } from './abilities'
import { type Actor, type Role, visitor } from './actor'
import { can } from './policy'

/** Parses the tables of the policy tests: a cell says who may, by a letter for each role; `-` is nobody. */

/** What an author does with their own submissions: it has a table of its own. */
export const ownAbilities = ['amend', 'withdraw', 'reopen'] as const
export type OwnAbility = (typeof ownAbilities)[number]

/** What is asked about talk: it has tables of its own, except for whether somebody may write at all. */
export const talkAbilities = [
  'commentAtOnce',
  'converse',
  'mention',
  'editComment',
  'withdrawComment',
  'decideComment',
  'settle',
  'thank',
  'check',
  'writeOwnWords',
  'decideOwnWords',
] as const
export type TalkAbility = (typeof talkAbilities)[number]

/** The letter of each role. */
export const letters: Record<Role | 'visitor', string> = {
  visitor: 'V',
  fan: 'F',
  trusted: 'T',
  moderator: 'M',
  owner: 'O',
  system: 'S',
}

/** Every actor that the rules know. */
export const roles = ['visitor', ...accountRole.enumValues] as const
/** The id of the actor, and of another account. */
export const me = 7
export const someoneElse = 99

/** An account of this role. */
export function actor(role: Role | 'visitor', isBlocked = false): Actor {
  return role === 'visitor' ? visitor : { kind: 'account', id: me, name: role, role, isBlocked }
}

/** A table's rows, with the meaning of their cells. */
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

/** `can`, for the names and subjects in a table. */
export const ask = can as (actor: Actor, ability: Ability, ...asked: unknown[]) => boolean
