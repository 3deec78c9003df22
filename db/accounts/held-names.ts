import { and, eq, gt, lt, sql } from 'drizzle-orm'
import { heldName } from '@/db/accounts/schema'
import { auditRecord } from '@/db/audit/schema'
import type { Primary, Tx } from '@/db/postgres/client'

/** Reserves a name, known by its hash, for `days`; only `accountId` may take it back, or nobody when null. */
export async function insertHeldName(
  tx: Tx,
  { keyHash, accountId, days }: { keyHash: string; accountId: number | null; days: number },
): Promise<void> {
  const until = sql`now() + make_interval(days => ${days})`
  await tx
    .insert(heldName)
    .values({ keyHash, accountId, until })
    .onConflictDoUpdate({ target: heldName.keyHash, set: { accountId, until } })
}

/** For whom a name is reserved at this moment; null when it is free. */
export async function findHeldName(tx: Tx, keyHash: string): Promise<{ accountId: number | null } | null> {
  const [row] = await tx
    .select({ accountId: heldName.accountId })
    .from(heldName)
    .where(and(eq(heldName.keyHash, keyHash), gt(heldName.until, sql`now()`)))
  return row ?? null
}

/** Deletes a name's reservation: its former owner has it again. */
export async function deleteHeldName(tx: Tx, keyHash: string): Promise<void> {
  await tx.delete(heldName).where(eq(heldName.keyHash, keyHash))
}

/** Deletes expired reservations. */
export async function forgetOldHeldNames(db: Primary): Promise<void> {
  await db.delete(heldName).where(lt(heldName.until, sql`now()`))
}

/** How often an account has changed its own name within the last `days`. */
export async function countOwnRenames(tx: Tx, accountId: number, days: number): Promise<number> {
  return tx.$count(
    auditRecord,
    and(
      eq(auditRecord.accountId, accountId),
      eq(auditRecord.actorId, accountId),
      eq(auditRecord.act, 'account.rename'),
      gt(auditRecord.at, sql`now() - make_interval(days => ${days})`),
    ),
  )
}
