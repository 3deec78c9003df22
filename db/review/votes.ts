import { and, asc, eq } from 'drizzle-orm'
import { asActor, blockStands, columns, type FoundActor } from '@/db/accounts/actors'
import { account, block } from '@/db/accounts/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { vote } from '@/db/review/schema'

/** Writes an account's vote on a round, and tells whether it is its first there: voting again changes nothing. */
export async function castVote(tx: Tx, row: Omit<typeof vote.$inferInsert, 'at'>): Promise<boolean> {
  const cast = await tx.insert(vote).values(row).onConflictDoNothing().returning({ by: vote.accountId })
  return cast.length > 0
}

/** The accounts that voted for a round, in order, at this moment: the rules decide whether their votes count. */
export async function findAcceptingVoters(db: Queryable, roundId: number): Promise<FoundActor[]> {
  const rows = await db
    .select(columns)
    .from(vote)
    .innerJoin(account, eq(account.id, vote.accountId))
    .leftJoin(block, blockStands)
    .where(and(eq(vote.roundId, roundId), eq(vote.verdict, 'accept')))
    .orderBy(asc(vote.at), asc(vote.accountId))
  return rows.map(asActor)
}
