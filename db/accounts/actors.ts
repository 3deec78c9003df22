import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { account, accountDeletion, block, passkey, secondStep, session } from '@/db/accounts/schema'
import type { Queryable } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { setting } from '@/db/wiki/schema'

/** Whether the wiki asks moderators for a second step: its setting, which is looked up first and rarely holds. */
const isAskedOfModerators = sql`exists (
  select from ${setting} where ${setting.key} = 'moderators_second_step' and ${setting.value} = 'true'::jsonb
)`

/** The columns of an actor, with the current block (`blockStands`), and when a pending deletion is due. */
export const columns = {
  id: account.id,
  name: account.name,
  role: account.role,
  reason: block.reason,
  rule: block.rule,
  until: block.expiresAt,
  leavesAt: sql<Date | null>`(select ${accountDeletion.dueAt} from ${accountDeletion}
    where ${accountDeletion.accountId} = ${account.id} and ${accountDeletion.undoneAt} is null
      and ${accountDeletion.doneAt} is null)`.mapWith(accountDeletion.dueAt),
  lacksSecondStep: sql<boolean>`${isAskedOfModerators} and not exists (
    select from ${secondStep}
    where ${secondStep.accountId} = ${account.id} and ${secondStep.confirmedAt} is not null
  ) and not exists (select from ${passkey} where ${passkey.accountId} = ${account.id})`,
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
  rule: string | null
  until: Date | null
  leavesAt: Date | null
  lacksSecondStep: boolean
}

/** The actor of a row of these columns. */
export const asActor = ({ id, name, role, reason, rule, until, leavesAt, lacksSecondStep }: Row) => ({
  kind: 'account' as const,
  id,
  name,
  role,
  isBlocked: reason !== null,
  ...(reason === null ? {} : { block: { reason, rule, until } }),
  ...(leavesAt && { leavesAt }),
  ...(lacksSecondStep && { lacksSecondStep }),
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
      signedInAt: session.createdAt,
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
): Promise<{ actor: FoundActor & { signedInAt: Date }; isLongUnseen: boolean } | null> {
  const [row] = await actorBySession(db).execute({ sessionId })
  if (!row) return null
  const { signedInAt, isLongUnseen } = row
  return { actor: { ...asActor(row), signedInAt }, isLongUnseen }
}
