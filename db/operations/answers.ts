import { and, eq, lt, sql } from 'drizzle-orm'
import { answer } from '@/db/operations/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'
import { inOrder } from '@/db/postgres/in-order'
import { prepared } from '@/db/postgres/prepared'
import { takeTurn } from '../postgres/locks'

const { placeholder } = sql

const answerByKey = prepared((db) =>
  db
    .select({ bodyHash: answer.bodyHash, answer: answer.answer })
    .from(answer)
    .where(and(eq(answer.accountId, placeholder('accountId')), eq(answer.key, placeholder('key'))))
    .prepare('answer_by_key'),
)

export interface GivenAnswer {
  bodyHash: string
  answer: unknown
}

/** The stored answer of a write under this key; null when it is the first of its key. */
export async function findAnswer(db: Queryable, accountId: number, key: string): Promise<GivenAnswer | null> {
  const [row] = await answerByKey(db).execute({ accountId, key })
  return row ?? null
}

/**
 * The same, after any concurrent write under this key has ended; nobody else writes under it until the transaction
 * ends.
 */
export async function findAnswerInTurn(tx: Tx, accountId: number, key: string): Promise<GivenAnswer | null> {
  const [, given] = await inOrder(
    () => takeTurn(tx, `answer:${accountId}:${key}`),
    () => findAnswer(tx, accountId, key),
  )
  return given
}

const newAnswer = prepared((db) =>
  db
    .insert(answer)
    .values({
      accountId: placeholder('accountId'),
      key: placeholder('key'),
      bodyHash: placeholder('bodyHash'),
      answer: placeholder('answer'),
    })
    .prepare('new_answer'),
)

/** Stores the answer of a write; the same key twice is an error of the database. */
export async function insertAnswer(
  tx: Tx,
  row: Omit<typeof answer.$inferInsert, 'createdAt'>,
): Promise<void> {
  await newAnswer(tx).execute({ ...row })
}

/** Deletes answers older than 30 days; a save repeated after that counts as a new one. */
export async function forgetOldAnswers(db: Primary): Promise<void> {
  await db.delete(answer).where(lt(answer.createdAt, sql`now() - interval '30 days'`))
}
