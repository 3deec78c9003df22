import type { AccountActor, Actor, AnyActor, Role } from './actor'

/** The ranks of roles. The system account has none: it does what jobs and imports do, and nothing else. */
const ladder = ['fan', 'trusted', 'moderator', 'owner'] as const satisfies readonly Role[]
type Step = (typeof ladder)[number]

/** A role's rank: a fan is 0; the system account has none (-1). */
export const rankOf = (role: Role): number => (ladder as readonly Role[]).indexOf(role)

/** Whether the actor has an account of this rank or above. Does not consider blocks. */
export function isAtLeast(actor: Actor, step: Step): boolean {
  return actor.kind === 'account' && rankOf(actor.role) >= rankOf(step)
}

/** Whether an account could moderate, and may not before it has a second step of signing in. */
export const mustAddSecondStep = (actor: AnyActor): boolean =>
  actor.kind === 'account' && actor.lacksSecondStep === true && isAtLeast(actor, 'moderator')

/** The account as the rules take it: whoever must add a second step first does what trusted people do. */
export const asRanked = (actor: AccountActor): AccountActor =>
  mustAddSecondStep(actor) ? { ...actor, role: 'trusted' } : actor

/** Whether an account has exactly this rank. */
export const isOnStep = (person: { role: Role }, step: Step): boolean => person.role === step

/** Whether the actor is the system account. */
export const isSystem = (actor: Actor): boolean => actor.kind === 'account' && actor.role === 'system'

/** Whether an account does nothing: it is blocked, or about to be deleted. */
export const isStopped = (actor: AccountActor): boolean => actor.isBlocked || actor.leavesAt !== undefined
