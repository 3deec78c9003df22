import { type Refusal, refuse } from '@/lib/errors'
import { messages } from '@/lib/messages/messages'
import type { Ability } from './abilities'
import type { Actor } from './actor'

/** The refusal of an ability the actor does not have: what is the matter, and what can be done. */
export function whyNot(actor: Actor, ability: Ability): Refusal {
  const { accounts } = messages()
  // The hidden and the missing are the same.
  if (ability === 'read') return refuse('not_found', accounts.refused.notFound)
  if (actor.kind === 'visitor') return refuse('not_signed_in', accounts.refused.notSignedIn)
  if (actor.isBlocked) return refuse('blocked', accounts.refused.blocked(actor.block))
  return refuse('not_allowed', accounts.refused.notAllowed[ability])
}
