import { primary } from '@/db/client'
import { endSessionOf, endSessionsOf } from '@/db/queries/sessions'
import { type Outcome, refuse } from '@/lib/errors'
import { messages } from '@/lib/messages/messages'
import type { AccountActor } from '@/lib/policy/actor'

/** Ends one of one's own sessions; from its next request on it is a visitor's. Refused when it is none, or has ended. */
export async function endOwnSession(
  actor: AccountActor,
  { sessionId }: { sessionId: string },
): Promise<Outcome> {
  const isEnded = await endSessionOf(primary(), actor.id, sessionId)
  return isEnded ? { ok: true } : refuse('already_decided', messages().ownAccount.sessions.gone)
}

/** Ends all of one's own sessions but the one that asks. */
export async function endOtherSessions(
  actor: AccountActor,
  { currentId }: { currentId: string | null },
): Promise<Outcome> {
  await endSessionsOf(primary(), actor.id, currentId)
  return { ok: true }
}
