import { findSessionActor } from '@/db/accounts/actors'
import { noteSessionSeen } from '@/db/accounts/sessions'
import { primary } from '@/db/postgres/client'
import { type Actor, visitor } from '@/lib/policy/actor'
import { idOfSecret } from '@/lib/secret'

/**
 * The account that holds this session secret, as the database has it at this moment: a revoked session, a demotion or a
 * block counts at once. Records, every few minutes, that the session is in use.
 */
export async function actorOfSession(secret: string | null): Promise<Actor> {
  if (!secret) return visitor
  const id = idOfSecret(secret)
  const found = await findSessionActor(primary(), id)
  if (found?.isLongUnseen) await noteSessionSeen(primary(), id)
  return found?.actor ?? visitor
}
