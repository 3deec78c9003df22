import { and, eq, lt, sql } from 'drizzle-orm'
import type { Primary, Queryable, Tx } from '@/db/client'
import { answer } from '@/db/schema/submissions'

/** The answer that was given to a write under this key; null when it is the first of its key. */
export async function findAnswer(
  db: Queryable,
  accountId: number,
  key: string,
): Promise<{ bodyHash: string; answer: unknown } | null> {
  const [row] = await db
    .select({ bodyHash: answer.bodyHash, answer: answer.answer })
    .from(answer)
    .where(and(eq(answer.accountId, accountId), eq(answer.key, key)))
  return row ?? null
}

/** Keeps the answer to a write; the same key twice is an error of the database. */
export async function insertAnswer(
  tx: Tx,
  row: Omit<typeof answer.$inferInsert, 'createdAt'>,
): Promise<void> {
  await tx.insert(answer).values(row)
}

/** Forgets answers older than 30 days; a save sent again after that counts as a new one. */
export async function forgetOldAnswers(db: Primary): Promise<void> {
  await db.delete(answer).where(lt(answer.createdAt, sql`now() - interval '30 days'`))
}
