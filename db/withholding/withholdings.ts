import { and, desc, eq, gte, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { stands } from '@/db/visibility/read-scope'
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
        stands,
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
  /** When it ends by itself; null for one that stays. */
  until: withholding.until,
  byName: account.name,
}

/** What is withheld now of an entry's revisions, in strengths of `within`, the latest first; at most 200. */
export async function findWithholdings(db: Queryable, entryId: number, within: readonly WithheldStrength[]) {
  return db
    .select(standing)
    .from(withholding)
    .innerJoin(account, eq(account.id, withholding.byId))
    .where(and(eq(withholding.entryId, entryId), stands, inArray(withholding.strength, [...within])))
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

/** Ends those of a part of a range of an entry's revisions that have an end of their own: lifted, or for good. */
export async function endTimedWithholdings(
  tx: Tx,
  of: { entryId: number; part: WithheldPart; from: number; to: number },
  forGood: { byId: number; reason: string } | null,
): Promise<void> {
  await tx
    .update(withholding)
    .set(forGood ? { ...forGood, until: null } : { liftedAt: sql`now()` })
    .where(
      and(
        eq(withholding.entryId, of.entryId),
        eq(withholding.part, of.part),
        eq(withholding.fromNumber, of.from),
        eq(withholding.toNumber, of.to),
        isNull(withholding.liftedAt),
        isNotNull(withholding.until),
      ),
    )
}
