import { and, count, eq, isNotNull, isNull, lt, not, sql } from 'drizzle-orm'
import { secondStep, spareCode } from '@/db/accounts/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'

/** An account's second step: its encrypted secret, and whether it is asked for. */
export interface SecondStep {
  sealedSecret: string
  isConfirmed: boolean
}

/** One that was not confirmed for an hour is forgotten. */
const isCurrent = sql`(${secondStep.confirmedAt} is not null or ${secondStep.createdAt} > now() - interval '1 hour')`

/** An account's second step, asked for or begun within an hour; null when there is none. */
export async function findSecondStep(db: Queryable, accountId: number): Promise<SecondStep | null> {
  const [row] = await db
    .select()
    .from(secondStep)
    .where(and(eq(secondStep.accountId, accountId), isCurrent))
  return row ? { sealedSecret: row.sealedSecret, isConfirmed: row.confirmedAt !== null } : null
}

/** Replaces a second step that is not confirmed yet; false where one is. */
export async function beginSecondStep(tx: Tx, accountId: number, sealedSecret: string): Promise<boolean> {
  const begun = await tx
    .insert(secondStep)
    .values({ accountId, sealedSecret })
    .onConflictDoUpdate({
      target: secondStep.accountId,
      set: { sealedSecret, createdAt: sql`now()`, lastStep: 0 },
      setWhere: isNull(secondStep.confirmedAt),
    })
    .returning({ accountId: secondStep.accountId })
  return begun.length > 0
}

/** Asks for the second step from now on, its first code being of time step `step`; false where it is asked for already. */
export async function confirmSecondStep(tx: Tx, accountId: number, step: number): Promise<boolean> {
  const confirmed = await tx
    .update(secondStep)
    .set({ confirmedAt: sql`now()`, lastStep: step })
    .where(and(eq(secondStep.accountId, accountId), isNull(secondStep.confirmedAt)))
    .returning({ accountId: secondStep.accountId })
  return confirmed.length > 0
}

/** Uses up the code of a time step, and all before it; false where it was used up. Of two concurrent uses one succeeds. */
export async function takeStep(db: Primary, accountId: number, step: number): Promise<boolean> {
  const taken = await db
    .update(secondStep)
    .set({ lastStep: step })
    .where(
      and(
        eq(secondStep.accountId, accountId),
        isNotNull(secondStep.confirmedAt),
        lt(secondStep.lastStep, step),
      ),
    )
    .returning({ accountId: secondStep.accountId })
  return taken.length > 0
}

/** Removes an account's second step with its spare codes. Tells whether it was asked for. */
export async function deleteSecondStep(tx: Tx, accountId: number): Promise<boolean> {
  await tx.delete(spareCode).where(eq(spareCode.accountId, accountId))
  const [gone] = await tx
    .delete(secondStep)
    .where(eq(secondStep.accountId, accountId))
    .returning({ confirmedAt: secondStep.confirmedAt })
  return gone !== undefined && gone.confirmedAt !== null
}

/** Replaces an account's spare codes by those with these hashes. */
export async function replaceSpareCodes(tx: Tx, accountId: number, ids: string[]): Promise<void> {
  await tx.delete(spareCode).where(eq(spareCode.accountId, accountId))
  await tx.insert(spareCode).values(ids.map((id) => ({ id, accountId })))
}

/** Uses up a spare code; false where it was used, or is none. Of two concurrent uses one succeeds. */
export async function takeSpareCode(db: Primary, accountId: number, id: string): Promise<boolean> {
  const taken = await db
    .update(spareCode)
    .set({ usedAt: sql`now()` })
    .where(and(eq(spareCode.id, id), eq(spareCode.accountId, accountId), isNull(spareCode.usedAt)))
    .returning({ id: spareCode.id })
  return taken.length > 0
}

/** How many spare codes of an account are left. */
export async function countSpareCodes(db: Queryable, accountId: number): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(spareCode)
    .where(and(eq(spareCode.accountId, accountId), isNull(spareCode.usedAt)))
  return row?.left ?? 0
}

/** Whether signing in to an account asks for a code. */
export async function hasSecondStep(db: Queryable, accountId: number): Promise<boolean> {
  return (await findSecondStep(db, accountId))?.isConfirmed ?? false
}

/** Whether a spare code is valid or was used, not replaced. */
export async function holdsSpareCode(db: Queryable, id: string): Promise<boolean> {
  const rows = await db.select({ id: spareCode.id }).from(spareCode).where(eq(spareCode.id, id))
  return rows.length > 0
}

/** Deletes second steps that were begun and not confirmed in time. */
export async function forgetBegunSecondSteps(db: Primary): Promise<void> {
  await db.delete(secondStep).where(not(isCurrent))
}
