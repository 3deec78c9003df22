import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { asActor, blockStands, columns, type FoundActor } from '@/db/accounts/actors'
import { account, block, session } from '@/db/accounts/schema'
import { newestNewsOf, unreadNewsOf } from '@/db/news/news'
import type { Queryable } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'

const bells = prepared((db) =>
  db
    .select({
      sessionId: session.id,
      ...columns,
      news: unreadNewsOf(account.id),
      newest: newestNewsOf(account.id),
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .leftJoin(block, blockStands)
    .where(
      and(
        sql`${session.id} = any(${sql.placeholder('sessionIds')}::text[])`,
        isNull(session.endedAt),
        gt(session.expiresAt, sql`now()`),
      ),
    )
    .prepare('bells'),
)

/** Of those of these sessions that are open: whose each is at this moment, and what their bell counts and its newest event; one statement. */
export async function findBells(
  db: Queryable,
  sessionIds: readonly string[],
): Promise<{ sessionId: string; actor: FoundActor; news: number; newest: number }[]> {
  const rows = await bells(db).execute({ sessionIds: `{${sessionIds.join(',')}}` })
  return rows.map(({ sessionId, news, newest, ...row }) => ({ sessionId, news, newest, actor: asActor(row) }))
}
