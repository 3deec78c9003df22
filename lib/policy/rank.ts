import type { Actor, Role } from './actor'

/** The ladder. The system account stands outside it: it does what jobs and imports do, and nothing else. */
const ladder = ['fan', 'trusted', 'moderator', 'owner'] as const satisfies readonly Role[]
type Step = (typeof ladder)[number]

/** How high a role stands: a fan is 0; the system account is on no step (-1). */
export const rankOf = (role: Role): number => (ladder as readonly Role[]).indexOf(role)

/** Whether the actor has an account on this step of the ladder or above. Says nothing about blocks. */
export function isAtLeast(actor: Actor, step: Step): boolean {
  return actor.kind === 'account' && rankOf(actor.role) >= rankOf(step)
}

/** Whether somebody stands on just this step of the ladder. */
export const isOnStep = (person: { role: Role }, step: Step): boolean => person.role === step

/** Whether the actor is the system account. */
export const isSystem = (actor: Actor): boolean => actor.kind === 'account' && actor.role === 'system'
