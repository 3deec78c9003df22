import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db/postgres/client'
import { taskAside } from './schema'

type Aside = Pick<typeof taskAside.$inferSelect, 'accountId' | 'kind' | 'subject'>

const isOne = ({ accountId, kind, subject }: Aside) =>
  and(eq(taskAside.accountId, accountId), eq(taskAside.kind, kind), eq(taskAside.subject, subject))

/** Keeps a task away from an account for so many days; what it kept away long enough is forgotten. */
export async function insertAside(tx: Tx, aside: Aside, days: number): Promise<void> {
  await tx
    .delete(taskAside)
    .where(and(eq(taskAside.accountId, aside.accountId), lt(taskAside.until, sql`now()`)))
  const until = sql`now() + make_interval(days => ${days})`
  await tx
    .insert(taskAside)
    .values({ ...aside, until })
    .onConflictDoUpdate({
      target: [taskAside.accountId, taskAside.kind, taskAside.subject],
      set: { until },
    })
}

/** Gives an account a task again. */
export async function deleteAside(tx: Tx, aside: Aside): Promise<void> {
  await tx.delete(taskAside).where(isOne(aside))
}

/** Which of these subjects an account has put aside. */
export async function findAside(
  db: Queryable,
  accountId: number,
  kind: string,
  subjects: readonly string[],
): Promise<Set<string>> {
  if (subjects.length === 0) return new Set()
  const rows = await db
    .select({ subject: taskAside.subject })
    .from(taskAside)
    .where(
      and(
        eq(taskAside.accountId, accountId),
        eq(taskAside.kind, kind),
        inArray(taskAside.subject, [...subjects]),
        sql`${taskAside.until} > now()`,
      ),
    )
  return new Set(rows.map(({ subject }) => subject))
}
