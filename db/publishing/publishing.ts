import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type EntryKind, entry } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { inOrder } from '@/db/postgres/in-order'
import { idList, isAmong, prepared } from '@/db/postgres/prepared'
import { revision, revisionContent } from '@/db/revisions/schema'

export interface HeadRow {
  id: number
  kind: EntryKind
  number: number
  headNumber: number
  content: unknown
  schemaVersion: number
}

const heads = prepared((db) =>
  db
    .select({
      id: entry.id,
      kind: entry.kind,
      number: entry.number,
      headNumber: revision.number,
      content: revisionContent.content,
      schemaVersion: revisionContent.schemaVersion,
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(isAmong(entry.id, 'ids'))
    .prepare('heads'),
)

/** The heads of entries, with their content; missing entries are left out. */
export async function findEntryHeads(db: Queryable, ids: number[]): Promise<Map<number, HeadRow>> {
  if (ids.length === 0) return new Map()
  const rows = await heads(db).execute({ ids: idList(ids) })
  return new Map(rows.map((row) => [row.id, row]))
}

const entriesLocked = prepared((db) =>
  db
    .select({ id: entry.id })
    .from(entry)
    .where(isAmong(entry.id, 'ids'))
    .orderBy(asc(entry.id))
    .for('no key update')
    .prepare('entries_locked'),
)

/**
 * Locks entries in the order of their ids, so that two changesets cannot deadlock. The lock allows foreign keys to
 * refer to the entries meanwhile: publishing a link to a page holds the publish lock, and must not wait for somebody
 * who edits that page and waits for the publish lock.
 */
export async function lockEntries(tx: Tx, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await entriesLocked(tx).execute({ ids: idList(ids) })
}

/** The content of one revision of an entry; null when there is none, or when it was erased. */
export async function findRevisionContent(
  db: Queryable,
  entryId: number,
  number: number,
): Promise<Pick<HeadRow, 'content' | 'schemaVersion'> | null> {
  const [row] = await db
    .select({ content: revisionContent.content, schemaVersion: revisionContent.schemaVersion })
    .from(revision)
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(and(eq(revision.entryId, entryId), eq(revision.number, number)))
  return row ?? null
}

/** A revision's own row; null when there is none. */
export async function findRevision(db: Queryable, id: number): Promise<typeof revision.$inferSelect | null> {
  const [row] = await db.select().from(revision).where(eq(revision.id, id))
  return row ?? null
}

const newEntry = prepared((db) =>
  db
    .insert(entry)
    .values({
      kind: sql.placeholder('kind'),
      label: sql.placeholder('label'),
      number: sql`nextval((${sql.placeholder('numbers')}::text)::regclass)`,
    })
    .returning({ id: entry.id, number: entry.number })
    .prepare('new_entry'),
)

/** Inserts entries, still without a head, each with the next number of its kind, in the given order. */
export async function insertEntries(
  tx: Tx,
  entries: { kind: EntryKind; label: string }[],
): Promise<{ id: number; number: number }[]> {
  const made = await inOrder(
    ...entries.map((one) => () => newEntry(tx).execute({ ...one, numbers: `${one.kind}_number` })),
  )
  return made.map(([row]) => {
    if (!row) throw new Error('an entry was not written')
    return row
  })
}

/** The numbers in the addresses of entries. */
export async function findEntryNumbers(db: Queryable, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: entry.id, number: entry.number })
    .from(entry)
    .where(inArray(entry.id, ids))
  return new Map(rows.map((row) => [row.id, row.number]))
}

/** The kinds of the entries that exist and are not deleted. */
export async function findLivingKinds(db: Queryable, ids: number[]): Promise<Map<number, EntryKind>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: entry.id, kind: entry.kind })
    .from(entry)
    .where(and(inArray(entry.id, ids), isNull(entry.deletedAt)))
  return new Map(rows.map((row) => [row.id, row.kind]))
}

export type ProtectionRow = Pick<
  typeof entry.$inferSelect,
  'id' | 'protection' | 'protectedUntil' | 'deletedAt'
>

/** The protection and deletion of entries, as stored; the rules decide whether a protection has expired. */
export async function findProtections(db: Queryable, ids: number[]): Promise<Map<number, ProtectionRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: entry.id,
      protection: entry.protection,
      protectedUntil: entry.protectedUntil,
      deletedAt: entry.deletedAt,
    })
    .from(entry)
    .where(inArray(entry.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The numbers of entries' heads. */
export async function findHeadNumbers(db: Queryable, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: entry.id, number: revision.number })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .where(inArray(entry.id, ids))
  return new Map(rows.map((row) => [row.id, row.number]))
}

/** Whether the wiki has any entry yet, deleted ones included. */
export async function hasEntries(db: Queryable): Promise<boolean> {
  const [row] = await db.select({ id: entry.id }).from(entry).limit(1)
  return row !== undefined
}
