import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { decision } from '@/db/review/schema'
import { submissionRound } from '@/db/submissions/schema'

export type DecisionRow = typeof decision.$inferSelect

/** Writes the one decision of a round; a second is an error of the database. */
export async function insertDecision(tx: Tx, row: Omit<typeof decision.$inferInsert, 'at'>): Promise<void> {
  await tx.insert(decision).values(row)
}

/** The decision on a round: by whom, when and why; null when there is none. */
export async function findDecision(
  db: Queryable,
  roundId: number,
): Promise<(Pick<DecisionRow, 'verdict' | 'at' | 'reason'> & { byName: string }) | null> {
  const { verdict, at, reason } = decision
  const [row] = await db
    .select({ verdict, at, reason, byName: account.name })
    .from(decision)
    .innerJoin(account, eq(account.id, decision.byId))
    .where(eq(decision.roundId, roundId))
  return row ?? null
}

/** A decision as it is listed, with who made it. */
const listed = {
  verdict: decision.verdict,
  reason: decision.reason,
  at: decision.at,
  by: { id: account.id, name: account.name },
}

/** The decisions on submissions' latest rounds, with who decided; those on earlier rounds are left out. */
export async function findDecisionsOf(db: Queryable, submissionIds: number[]) {
  if (submissionIds.length === 0) return []
  return db
    .select({ submissionId: submissionRound.submissionId, ...listed })
    .from(submissionRound)
    .innerJoin(decision, eq(decision.roundId, submissionRound.id))
    .innerJoin(account, eq(account.id, decision.byId))
    .where(
      and(
        inArray(submissionRound.submissionId, submissionIds),
        sql`${submissionRound.id} = (select max(r.id) from submission_round r where r.submission_id = ${submissionRound.submissionId})`,
      ),
    )
}

/** The decisions on every round of a submission, oldest first. */
export async function findDecisionsInTurn(db: Queryable, submissionId: number) {
  return db
    .select(listed)
    .from(submissionRound)
    .innerJoin(decision, eq(decision.roundId, submissionRound.id))
    .innerJoin(account, eq(account.id, decision.byId))
    .where(eq(submissionRound.submissionId, submissionId))
    .orderBy(asc(submissionRound.number))
}
