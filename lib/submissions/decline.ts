import { type Outcome, refusable } from '@/lib/errors'
import { nowhere, type Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { type TurnDown, turnDown } from './turn-down'

/**
 * Declines the round of a submission that was looked at, with a reason that its author sees. Refuses when it was
 * decided or amended before, without a reason, and where the rules say no.
 */
export async function decline(
  actor: AccountActor,
  request: TurnDown,
  origin: Origin = nowhere,
): Promise<Outcome<{ outcome: 'declined' }>> {
  return refusable(async () => {
    await turnDown('decline', actor, request, origin)
    return { ok: true, outcome: 'declined' }
  })
}
