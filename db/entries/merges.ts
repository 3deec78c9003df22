import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { type EntryKind, entry, entryMerge } from '@/db/entries/schema'
import { link } from '@/db/links/schema'
import { watch } from '@/db/news/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { idList, isAmong, prepared } from '@/db/postgres/prepared'
import { thread } from '@/db/talk/schema'

const merged = prepared((db) =>
  db
    .select({ id: entryMerge.entryId, into: entryMerge.intoId })
    .from(entryMerge)
    .where(isAmong(entryMerge.entryId, 'ids'))
    .prepare('merged'),
)

/** What these entries were merged into, by their ids; those that were not are left out. */
export async function findMerged(db: Queryable, ids: Iterable<number>): Promise<Map<number, number>> {
  const asked = [...new Set(ids)].filter((id) => id > 0)
  if (asked.length === 0) return new Map()
  const rows = await merged(db).execute({ ids: idList(asked) })
  return new Map(rows.map(({ id, into }) => [id, into]))
}

/** Entries that were merged into this one and are gone, in the order of their numbers, at most `most`. */
export async function findMergedInto(
  db: Queryable,
  intoId: number,
  most: number,
): Promise<{ id: number; kind: EntryKind; number: number }[]> {
  return db
    .select({ id: entry.id, kind: entry.kind, number: entry.number })
    .from(entryMerge)
    .innerJoin(entry, eq(entry.id, entryMerge.entryId))
    .where(and(eq(entryMerge.intoId, intoId), sql`${entry.deletedAt} is not null`))
    .orderBy(entry.number)
    .limit(most)
}

/** Records a merge. What was merged into `entryId` before leads to the other from now on, too. */
export async function insertMerge(
  tx: Tx,
  row: { entryId: number; intoId: number; byId: number; reason: string },
): Promise<void> {
  await tx.update(entryMerge).set({ intoId: row.intoId }).where(eq(entryMerge.intoId, row.entryId))
  await tx.insert(entryMerge).values(row)
}

/** Forgets that an entry was merged: it is restored. */
export async function removeMerge(tx: Tx, entryId: number): Promise<void> {
  await tx.delete(entryMerge).where(eq(entryMerge.entryId, entryId))
}

/** What names an entry today, and is not deleted itself. */
const naming = (id: SQL) => sql`select l.from_id from ${link} l join ${entry} naming on naming.id = l.from_id
  where l.to_id = ${id} and l.until is null and l.from_id <> l.to_id and naming.deleted_at is null`

/** Entries that still name what was merged, in the order of their ids, those after the id `after`, at most `most`. */
export async function findNamingMerged(db: Queryable, after: number, most: number): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select distinct named.from_id::int as id
    from ${entryMerge} m cross join lateral (${naming(sql`m.entry_id`)}
      and l.from_id > ${after} order by l.from_id limit ${most}) named
    order by 1 limit ${most}`)
  return rows.map(({ id }) => id)
}

/** A merged entry that nothing names any more and that is still there: by whom it was merged, and why. */
export async function findUnnamedMerged(db: Queryable) {
  const [row] = await db
    .select({
      id: entry.id,
      kind: entry.kind,
      intoId: entryMerge.intoId,
      byId: entryMerge.byId,
      reason: entryMerge.reason,
    })
    .from(entryMerge)
    .innerJoin(entry, eq(entry.id, entryMerge.entryId))
    .where(and(isNull(entry.deletedAt), sql`not exists (${naming(sql`${entry.id}`)})`))
    .orderBy(entry.id)
    .limit(1)
  return row ?? null
}

/** Whether anything names this entry today. */
export async function isNamed(db: Queryable, id: number): Promise<boolean> {
  const [row] = await db.execute<{ is: boolean }>(sql`select exists (${naming(sql`${id}::bigint`)}) as is`)
  return row?.is ?? false
}

/** Moves the talk of a merged entry to the other, and who watches it watches the other. Gives the ids of the threads. */
export async function moveTalk(tx: Tx, fromId: number, intoId: number): Promise<number[]> {
  const moved = await tx
    .update(thread)
    .set({ entryId: intoId })
    .where(eq(thread.entryId, fromId))
    .returning({ id: thread.id })
  await tx.execute(sql`insert into ${watch} (account_id, "of", target_id)
    select account_id, "of", ${intoId} from ${watch} where "of" = 'entry' and target_id = ${fromId}
    on conflict do nothing`)
  return moved.map(({ id }) => id)
}
