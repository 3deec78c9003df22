import { findSessionActor } from '@/db/accounts/actors'
import { noteSessionSeen } from '@/db/accounts/sessions'
import { primary } from '@/db/postgres/client'
import { type Actor, visitor } from '@/lib/policy/actor'
import { idOfSecret } from '@/lib/secret'

/**
 * Who holds this session secret, as the database knows them at this moment: a revoked session is nobody's, a demotion
 * or a block shows at once. Notes, every few minutes, that the session is in use.
 */
export async function actorOfSession(secret: string | null): Promise<Actor> {
  if (!secret) return visitor
  const id = idOfSecret(secret)
  const found = await findSessionActor(primary(), id)
  if (found?.isLongUnseen) await noteSessionSeen(primary(), id)
  return found?.actor ?? visitor
}
