import { eq, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import { entry, type protection } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'

/** An entry as moderators see it, whatever its state; null when there is none of that id. */
export async function findWholeEntry(db: Queryable, id: number) {
  const [row] = await db
    .select({
      id: entry.id,
      kind: entry.kind,
      number: entry.number,
      label: entry.label,
      headNumber: revision.number,
      protection: entry.protection,
      protectedUntil: entry.protectedUntil,
      protectionReason: entry.protectionReason,
      deletedAt: entry.deletedAt,
      deletionReason: entry.deletionReason,
      deletedByName: account.name,
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .leftJoin(account, eq(account.id, entry.deletedById))
    .where(eq(entry.id, id))
  return row ?? null
}

export type WholeEntry = NonNullable<Awaited<ReturnType<typeof findWholeEntry>>>

/** Sets an entry's protection: who may change it at once, until when (null: until it is lifted) and why. */
export async function setProtection(
  tx: Tx,
  id: number,
  set: { level: (typeof protection.enumValues)[number]; until: Date | null; reason: string | null },
): Promise<void> {
  await tx
    .update(entry)
    .set({ protection: set.level, protectedUntil: set.until, protectionReason: set.reason })
    .where(eq(entry.id, id))
}

/** Replaces the label of an entry whose own words were erased. */
export async function replaceLabel(tx: Tx, id: number, label: string): Promise<void> {
  await tx.update(entry).set({ label }).where(eq(entry.id, id))
}

/** Marks an entry deleted, now, by whom and why; null restores it. */
export async function setDeletion(
  tx: Tx,
  id: number,
  deletion: { byId: number; reason: string } | null,
): Promise<void> {
  await tx
    .update(entry)
    .set({
      deletedAt: deletion && sql`now()`,
      deletedById: deletion?.byId ?? null,
      deletionReason: deletion?.reason ?? null,
    })
    .where(eq(entry.id, id))
}
