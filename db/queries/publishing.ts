import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db/client'
import { type EntryKind, entry } from '@/db/schema/entries'
import { revision, revisionContent } from '@/db/schema/revisions'

export type NewRevision = Omit<typeof revision.$inferInsert, 'id' | 'sequence' | 'createdAt'> & {
  content: unknown
  schemaVersion: number
  salt: string
}

export interface HeadRow {
  id: number
  kind: EntryKind
  headNumber: number
  content: unknown
}

const headColumns = {
  id: entry.id,
  kind: entry.kind,
  headNumber: revision.number,
  content: revisionContent.content,
}

/** The heads of entries, with their content; entries that do not exist are missing from the answer. */
export async function findHeads(db: Queryable, ids: number[]): Promise<Map<number, HeadRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select(headColumns)
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(inArray(entry.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Locks entries in the order of their ids, so that two changesets never wait for each other in a circle. The lock lets
 * others point at the entries meanwhile (their foreign keys ask for the key alone): whoever publishes a link to a page
 * holds the publish lock, and must not wait for somebody who edits that page and waits for the publish lock.
 */
export async function lockEntries(tx: Tx, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .select({ id: entry.id })
    .from(entry)
    .where(inArray(entry.id, ids))
    .orderBy(asc(entry.id))
    .for('no key update')
}

/** The content of one revision of an entry; null when there is none, or when it was erased. */
export async function findContent(db: Queryable, entryId: number, number: number): Promise<unknown> {
  const [row] = await db
    .select({ content: revisionContent.content })
    .from(revision)
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(and(eq(revision.entryId, entryId), eq(revision.number, number)))
  return row?.content ?? null
}

/** A revision's own row; null when there is none. */
export async function findRevision(db: Queryable, id: number): Promise<typeof revision.$inferSelect | null> {
  const [row] = await db.select().from(revision).where(eq(revision.id, id))
  return row ?? null
}

/** Makes an entry, still without a head, with the next number of its kind. */
export async function insertEntry(
  tx: Tx,
  kind: EntryKind,
  label: string,
): Promise<{ id: number; number: number }> {
  const [row] = await tx
    .insert(entry)
    .values({ kind, label, number: sql`nextval(${`${kind}_number`}::regclass)` })
    .returning({ id: entry.id, number: entry.number })
  if (!row) throw new Error('an entry was not written')
  return row
}

/** The numbers in the addresses of entries. */
export async function findNumbers(db: Queryable, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: entry.id, number: entry.number })
    .from(entry)
    .where(inArray(entry.id, ids))
  return new Map(rows.map((row) => [row.id, row.number]))
}

/**
 * Writes revisions with their content and moves the heads. The caller holds the publish lock, so that the sequence
 * follows the order of commits. Gives each revision's id and place in the sequence, in the order given.
 */
export async function insertRevisions(
  tx: Tx,
  revisions: NewRevision[],
): Promise<{ id: number; sequence: number }[]> {
  const rows = await tx
    .insert(revision)
    .values(revisions.map((values) => ({ ...values, sequence: sql`nextval('publish_sequence')` })))
    .returning({ id: revision.id, entryId: revision.entryId, sequence: revision.sequence })
  const written = new Map(rows.map((row) => [row.entryId, row]))
  const inOrder = revisions.map((values) => {
    const row = written.get(values.entryId)
    if (!row) throw new Error(`the revision of entry ${values.entryId} was not written`)
    return row
  })
  await tx.insert(revisionContent).values(
    revisions.map((values, index) => ({
      revisionId: inOrder[index]?.id ?? 0,
      schemaVersion: values.schemaVersion,
      salt: values.salt,
      content: values.content,
    })),
  )
  return inOrder
}

/** Moves an entry's head to a revision and gives the entry the label that goes with it. */
export async function moveHead(tx: Tx, entryId: number, headId: number, label: string): Promise<void> {
  await tx.update(entry).set({ headId, label }).where(eq(entry.id, entryId))
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

/** The protection and deletion of entries, as written; whether a protection has run out is the rules' to say. */
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
