import { endSessionOf, endSessionsOf } from '@/db/accounts/sessions'
import { primary } from '@/db/postgres/client'
import { endSessionSchema } from '@/lib/accounts/schema'
import { refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import type { AccountActor } from '@/lib/policy/actor'

/**
 * Ends one of one's own sessions; its next request is a visitor's. Refused when there is no such session, or it has
 * ended.
 */
export const endOwnSession = operation({
  name: 'account.end-session',
  who: 'account',
  isForLeaving: true,
  input: endSessionSchema,
  audits: { nothing: 'sessions are their account’s own' },
  run: async ({ actor }, { sessionId }) => {
    const isEnded = await endSessionOf(primary(), actor.id, sessionId)
    return isEnded ? {} : refuse('already_decided', codes().ownAccount.sessions.gone)
  },
})

/** Ends all of one's own sessions but the current one. */
export async function endOtherSessions(
  actor: AccountActor,
  { currentId }: { currentId: string | null },
): Promise<void> {
  await endSessionsOf(primary(), actor.id, currentId)
}
