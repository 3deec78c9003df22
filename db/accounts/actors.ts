import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { account, block, session } from '@/db/accounts/schema'
import type { Queryable } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'

/** The columns of an actor, with the current block (`blockStands`). */
export const columns = {
  id: account.id,
  name: account.name,
  role: account.role,
  reason: block.reason,
  until: block.expiresAt,
}

/** Joins an account's current block. */
export const blockStands = and(
  eq(block.accountId, account.id),
  isNull(block.liftedAt),
  or(isNull(block.expiresAt), gt(block.expiresAt, sql`now()`)),
)

interface Row {
  id: number
  name: string
  role: typeof account.$inferSelect.role
  reason: string | null
  until: Date | null
}

/** The actor of a row of these columns. */
export const asActor = ({ id, name, role, reason, until }: Row) => ({
  kind: 'account' as const,
  id,
  name,
  role,
  isBlocked: reason !== null,
  ...(reason === null ? {} : { block: { reason, until } }),
})

export type FoundActor = ReturnType<typeof asActor>

const actorById = prepared((db) =>
  db
    .select(columns)
    .from(account)
    .leftJoin(block, blockStands)
    .where(eq(account.id, sql.placeholder('accountId')))
    .prepare('actor_by_id'),
)

/**
 * An account at this moment: its role, and its current block. Null when there is no such account. Ask inside the
 * transaction that depends on the answer.
 */
export async function findActor(db: Queryable, accountId: number): Promise<FoundActor | null> {
  const [row] = await actorById(db).execute({ accountId })
  return row ? asActor(row) : null
}

const actorBySession = prepared((db) =>
  db
    .select({
      ...columns,
      isLongUnseen: sql<boolean>`${session.lastSeenAt} < now() - interval '5 minutes'`,
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .leftJoin(block, blockStands)
    .where(
      and(
        eq(session.id, sql.placeholder('sessionId')),
        isNull(session.endedAt),
        gt(session.expiresAt, sql`now()`),
      ),
    )
    .prepare('actor_by_session'),
)

/**
 * The account of an open session at this moment, and whether its last use was recorded more than five minutes ago; null
 * when the session has ended, expired or never existed.
 */
export async function findSessionActor(
  db: Queryable,
  sessionId: string,
): Promise<{ actor: FoundActor; isLongUnseen: boolean } | null> {
  const [row] = await actorBySession(db).execute({ sessionId })
  return row ? { actor: asActor(row), isLongUnseen: row.isLongUnseen } : null
}
