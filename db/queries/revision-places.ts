import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { entry } from '@/db/schema/entries'
import { revision } from '@/db/schema/revisions'

/** Which entry revisions belong to, before anything else is read of them; unknown ids are missing. */
export async function findEntriesOfRevisions(db: Queryable, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectDistinct({ entryId: revision.entryId })
    .from(revision)
    .where(inArray(revision.id, ids))
  return rows.map((row) => row.entryId)
}

/** The revision after this one of the same entry; null for the head. */
export async function findNextRevision(
  db: Queryable,
  entryId: number,
  number: number,
): Promise<number | null> {
  const [row] = await db
    .select({ id: revision.id })
    .from(revision)
    .where(and(eq(revision.entryId, entryId), eq(revision.number, number + 1)))
  return row?.id ?? null
}

/** The id of the entry of a kind with this number in its address; null when there is none. */
export async function findEntryId(
  db: Queryable,
  kind: 'fact' | 'source',
  number: number,
): Promise<number | null> {
  const [row] = await db
    .select({ id: entry.id })
    .from(entry)
    .where(and(eq(entry.kind, kind), eq(entry.number, number)))
  return row?.id ?? null
}
