import { and, eq, isNotNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { account } from '@/db/accounts/schema'
import { type EntryKind, entry, entryMerge } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'

const kept = alias(entry, 'kept')

async function findDeleted(db: Queryable, which: SQL | undefined) {
  const [row] = await db
    .select({
      id: entry.id,
      kind: entry.kind,
      number: entry.number,
      label: entry.label,
      at: entry.deletedAt,
      reason: entry.deletionReason,
      byId: account.id,
      byName: account.name,
      mergedInto: { id: kept.id, kind: kept.kind, number: kept.number, label: kept.label },
    })
    .from(entry)
    .leftJoin(account, eq(account.id, entry.deletedById))
    .leftJoin(entryMerge, eq(entryMerge.entryId, entry.id))
    .leftJoin(kept, eq(kept.id, entryMerge.intoId))
    .where(and(which, isNotNull(entry.deletedAt)))
  return row?.at ? { ...row, at: row.at } : null
}

export type DeletionRow = NonNullable<Awaited<ReturnType<typeof findDeleted>>>

/** When, by whom and why an entry was deleted, and what it was merged into, if into any; null when it is not. */
export function findDeletion(db: Queryable, entryId: number): Promise<DeletionRow | null> {
  return findDeleted(db, eq(entry.id, entryId))
}

/** The same by the number in its address. */
export function findDeletionByNumber(
  db: Queryable,
  kind: EntryKind,
  number: number,
): Promise<DeletionRow | null> {
  return findDeleted(db, and(eq(entry.kind, kind), eq(entry.number, number)))
}
