import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Primary, Tx } from '@/db/client'
import { session } from '@/db/schema/accounts'

/** Opens a session that ends by itself after `days`. `id` is the SHA-256 of its secret. */
export async function insertSession(
  db: Primary | Tx,
  values: { id: string; accountId: number; userAgent: string | null; days: number },
): Promise<void> {
  await db.insert(session).values({
    id: values.id,
    accountId: values.accountId,
    userAgent: values.userAgent,
    expiresAt: sql`now() + make_interval(days => ${values.days})`,
  })
}

/** Ends a session, now; ending it again changes nothing. */
export async function endSession(db: Primary | Tx, id: string): Promise<void> {
  await db
    .update(session)
    .set({ endedAt: sql`now()` })
    .where(and(eq(session.id, id), isNull(session.endedAt)))
}

/** Ends every open session of an account, now. */
export async function endSessionsOf(tx: Tx, accountId: number): Promise<void> {
  await tx
    .update(session)
    .set({ endedAt: sql`now()` })
    .where(and(eq(session.accountId, accountId), isNull(session.endedAt)))
}

/** Forgets sessions that ended or expired more than 90 days ago. */
export async function forgetOldSessions(db: Primary): Promise<void> {
  const longAgo = sql`now() - interval '90 days'`
  await db.delete(session).where(or(lt(session.endedAt, longAgo), lt(session.expiresAt, longAgo)))
}
