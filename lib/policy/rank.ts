import type { Actor, Role } from './actor'

/** The ranks of roles. The system account has none: it does what jobs and imports do, and nothing else. */
const ladder = ['fan', 'trusted', 'moderator', 'owner'] as const satisfies readonly Role[]
type Step = (typeof ladder)[number]

/** A role's rank: a fan is 0; the system account has none (-1). */
export const rankOf = (role: Role): number => (ladder as readonly Role[]).indexOf(role)

/** Whether the actor has an account of this rank or above. Does not consider blocks. */
export function isAtLeast(actor: Actor, step: Step): boolean {
  return actor.kind === 'account' && rankOf(actor.role) >= rankOf(step)
}

/** Whether an account has exactly this rank. */
export const isOnStep = (person: { role: Role }, step: Step): boolean => person.role === step

/** Whether the actor is the system account. */
export const isSystem = (actor: Actor): boolean => actor.kind === 'account' && actor.role === 'system'
