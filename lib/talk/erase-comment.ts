import type { Tx } from '@/db/postgres/client'
import { setWithheld } from '@/db/talk/comments'
import { eraseSubject } from '@/db/talk/threads'
import { enqueue } from '@/lib/jobs/enqueue'
import { ERASURES_KEY } from '@/lib/jobs/keys'
import type { InComment } from './in-thread'

/**
 * Destroys a comment's words and what it said before, and where a thread begins with it, the subject. A job lists it where
 * an older backup does not bring it back.
 */
export async function eraseWithin(
  tx: Tx,
  { actor, thread, comment }: Pick<InComment, 'thread' | 'comment'> & { actor: { id: number } },
  reason: string,
): Promise<void> {
  await setWithheld(tx, comment.id, { strength: 'erased', byId: actor.id, reason })
  if (comment.number === 1) await eraseSubject(tx, thread.id)
  enqueue(tx, 'list-erasures', {}, { key: ERASURES_KEY })
}
