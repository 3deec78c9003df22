import { primary } from '@/db/client'
import { findSessionActor } from '@/db/queries/actors'
import { type Actor, visitor } from '@/lib/policy/actor'
import { idOfSecret } from './secret'

/**
 * Who holds this session secret, as the database knows them at this moment: a revoked session is nobody's, a demotion
 * or a block shows at once.
 */
export async function actorOfSession(secret: string | null): Promise<Actor> {
  if (!secret) return visitor
  return (await findSessionActor(primary(), idOfSecret(secret))) ?? visitor
}
