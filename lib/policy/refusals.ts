import { type Refusal, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { Ability } from './abilities'
import type { AnyActor, SystemActor } from './actor'
import { mustAddSecondStep } from './rank'
import { isWithinScope } from './scopes'

/** The refusal of an ability that the actor does not have: why, and what can be done. */
export function whyNot(actor: Exclude<AnyActor, SystemActor>, ability: Ability): Refusal {
  const { accounts } = codes()
  // Hidden and missing entries are refused alike.
  if (ability === 'read') return refuse('not_found', accounts.refused.notFound)
  if (actor.kind === 'token' && isWithinScope(actor, ability)) return whyNot(actor.of, ability)
  if (actor.kind === 'token') return refuse('not_allowed', codes().accounts.refused.notAllowed[ability])
  if (actor.kind === 'visitor') return refuse('not_signed_in', accounts.refused.notSignedIn)
  const leaving = whyNotLeaving(actor)
  if (leaving) return leaving
  if (actor.isBlocked)
    return refuse(
      'blocked',
      accounts.refused.blocked(
        actor.block?.reason ?? null,
        actor.block?.until?.toISOString() ?? null,
        actor.block?.rule ?? null,
      ),
    )
  if (mustAddSecondStep(actor)) return refuse('not_allowed', accounts.refused.secondStepFirst)
  return refuse('not_allowed', accounts.refused.notAllowed[ability])
}

/** The refusal of everything but keeping it to an account that is about to be deleted; null for any other. */
export function whyNotLeaving(actor: Exclude<AnyActor, SystemActor>): Refusal | null {
  if (actor.kind !== 'account' || !actor.leavesAt) return null
  return refuse('not_allowed', codes().accounts.refused.leaving(actor.leavesAt.toISOString()))
}
