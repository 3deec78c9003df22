import { and, desc, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { type withheldPart, type withheldStrength, withholding } from '@/db/withholding/schema'

/** Whether the text of a revision is withheld, in whatever strength. */
export async function isTextWithheld(db: Queryable, entryId: number, number: number): Promise<boolean> {
  const [row] = await db
    .select({ id: withholding.id })
    .from(withholding)
    .where(
      and(
        eq(withholding.entryId, entryId),
        eq(withholding.part, 'text'),
        lte(withholding.fromNumber, number),
        gte(withholding.toNumber, number),
        isNull(withholding.liftedAt),
      ),
    )
    .limit(1)
  return row !== undefined
}

export type WithheldPart = (typeof withheldPart.enumValues)[number]
export type WithheldStrength = (typeof withheldStrength.enumValues)[number]

const standing = {
  id: withholding.id,
  entryId: withholding.entryId,
  from: withholding.fromNumber,
  to: withholding.toNumber,
  part: withholding.part,
  strength: withholding.strength,
  reason: withholding.reason,
  at: withholding.at,
  byName: account.name,
}

/** What is withheld now of an entry's revisions, in strengths of `within`, the latest first; at most 200. */
export async function findWithholdings(db: Queryable, entryId: number, within: readonly WithheldStrength[]) {
  return db
    .select(standing)
    .from(withholding)
    .innerJoin(account, eq(account.id, withholding.byId))
    .where(
      and(
        eq(withholding.entryId, entryId),
        isNull(withholding.liftedAt),
        inArray(withholding.strength, [...within]),
      ),
    )
    .orderBy(desc(withholding.id))
    .limit(200)
}

export type StandingWithholding = Awaited<ReturnType<typeof findWithholdings>>[number]

/** One withholding, lifted or not; null when there is none of that id. */
export async function findWithholding(db: Queryable, id: number) {
  const [row] = await db.select().from(withholding).where(eq(withholding.id, id))
  return row ?? null
}

/** Withholds parts of a range of an entry's revisions. */
export async function insertWithholdings(
  tx: Tx,
  parts: readonly WithheldPart[],
  range: Omit<typeof withholding.$inferInsert, 'id' | 'part' | 'at' | 'liftedAt'>,
): Promise<void> {
  await tx.insert(withholding).values(parts.map((part) => ({ ...range, part })))
}

/** Lifts a withholding in force; false when it is not (any more). */
export async function liftWithholding(tx: Tx, id: number): Promise<boolean> {
  const rows = await tx
    .update(withholding)
    .set({ liftedAt: sql`now()` })
    .where(and(eq(withholding.id, id), isNull(withholding.liftedAt)))
    .returning({ id: withholding.id })
  return rows.length === 1
}
