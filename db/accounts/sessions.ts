import { and, desc, eq, gt, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { session } from '@/db/accounts/schema'
import { notifyAccounts } from '@/db/events/notices'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'

/** Opens a session that expires after `days`. `id` is the SHA-256 of its secret. */
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

/** Ends these sessions now, and sends a notice about their account. Tells whether there was one to end. */
async function endThose(db: Primary | Tx, which: SQL | undefined): Promise<boolean> {
  const told = await db.execute(sql`with ended as (
    update ${session} set ended_at = now() where ${which} returning account_id) ${notifyAccounts(sql`ended`)}`)
  return told.length > 0
}

/** Ends a session now; ending it again changes nothing. */
export async function endSession(db: Primary | Tx, id: string): Promise<void> {
  await endThose(db, and(eq(session.id, id), isNull(session.endedAt)))
}

const isOpen = (accountId: number) =>
  and(eq(session.accountId, accountId), isNull(session.endedAt), gt(session.expiresAt, sql`now()`))

export type OpenSession = Pick<
  typeof session.$inferSelect,
  'id' | 'createdAt' | 'lastSeenAt' | 'expiresAt' | 'userAgent'
>

/** The open sessions of an account, the last used first, at most 100. */
export async function findSessionsOf(db: Queryable, accountId: number): Promise<OpenSession[]> {
  return db
    .select({
      id: session.id,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      expiresAt: session.expiresAt,
      userAgent: session.userAgent,
    })
    .from(session)
    .where(isOpen(accountId))
    .orderBy(desc(session.lastSeenAt), desc(session.id))
    .limit(100)
}

/** Ends every open session of an account now, except one when that is given. */
export async function endSessionsOf(
  db: Primary | Tx,
  accountId: number,
  exceptId: string | null = null,
): Promise<void> {
  await endThose(db, and(isOpen(accountId), exceptId === null ? undefined : ne(session.id, exceptId)))
}

/** Ends a session now if it is this account's. Tells whether there was one to end. */
export function endSessionOf(db: Primary, accountId: number, id: string): Promise<boolean> {
  return endThose(db, and(isOpen(accountId), eq(session.id, id)))
}

/** Records that a session is in use now. */
export async function noteSessionSeen(db: Primary, id: string): Promise<void> {
  await db.update(session).set({ lastSeenAt: sql`now()` }).where(eq(session.id, id))
}

/** Deletes sessions that ended or expired more than 90 days ago. */
export async function forgetOldSessions(db: Primary): Promise<void> {
  const longAgo = sql`now() - interval '90 days'`
  await db.delete(session).where(or(lt(session.endedAt, longAgo), lt(session.expiresAt, longAgo)))
}
