import { type Outcome, refusable } from '@/lib/errors'
import { nowhere, type Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { type TurnDown, turnDown } from './turn-down'

/**
 * Gives the round of a submission that was looked at back to its author, with what should be different. Refuses when it
 * was decided or amended before, without a reason, and where the rules say no.
 */
export async function requestChanges(
  actor: AccountActor,
  request: TurnDown,
  origin: Origin = nowhere,
): Promise<Outcome<{ outcome: 'changes_requested' }>> {
  return refusable(async () => {
    await turnDown('request_changes', actor, request, origin)
    return { ok: true, outcome: 'changes_requested' }
  })
}
