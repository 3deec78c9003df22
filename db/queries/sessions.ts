import { and, eq, isNull, sql } from 'drizzle-orm'
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
