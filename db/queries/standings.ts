import { and, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db/client'
import { entry } from '@/db/schema/entries'
import { factStanding, link } from '@/db/schema/links'
import { patrol, revision, revisionContent } from '@/db/schema/revisions'

export interface StandingContent {
  entryId: number
  content: unknown
  isReviewed: boolean
}

const isReviewed = sql<boolean>`(${revision.isReviewed} or ${patrol.revisionId} is not null)`

/** The heads of entries that are not deleted, and whether somebody reviewed them. */
export async function findReviewableHeads(db: Queryable, ids: number[]): Promise<StandingContent[]> {
  if (ids.length === 0) return []
  return db
    .select({ entryId: entry.id, content: revisionContent.content, isReviewed })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .leftJoin(patrol, eq(patrol.revisionId, revision.id))
    .where(and(inArray(entry.id, ids), isNull(entry.deletedAt)))
}

/** The content of each entry's latest reviewed revision; entries without one are missing. */
export async function findLatestReviewed(db: Queryable, ids: number[]): Promise<Map<number, unknown>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([revision.entryId], { entryId: revision.entryId, content: revisionContent.content })
    .from(revision)
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .leftJoin(patrol, eq(patrol.revisionId, revision.id))
    .where(and(inArray(revision.entryId, ids), or(revision.isReviewed, isNotNull(patrol.revisionId))))
    .orderBy(revision.entryId, desc(revision.number))
  return new Map(rows.map((row) => [row.entryId, row.content]))
}

/** The facts that rest on any of these sources, directly or through sources derived from them. */
export async function findFactsRestingOn(db: Queryable, sourceIds: number[]): Promise<number[]> {
  if (sourceIds.length === 0) return []
  const rows = await db.execute<{ id: number }>(sql`
    with recursive resting (id) as (
      select e.id from entry e where e.id in ${sourceIds}
      union
      select l.from_id from ${link} l join resting r on l.to_id = r.id join entry f on f.id = l.from_id
        where l.kind = 'mentions' and l.until is null and f.kind = 'source'
    )
    select distinct l.from_id::int as id from ${link} l join resting r on l.to_id = r.id join entry f on f.id = l.from_id
      where l.kind = 'cites' and l.until is null and f.kind = 'fact' order by 1`)
  return rows.map((row) => row.id)
}

/** What was written of facts' standings before. */
export async function findStandings(
  db: Queryable,
  ids: number[],
): Promise<Map<number, typeof factStanding.$inferSelect>> {
  if (ids.length === 0) return new Map()
  const rows = await db.select().from(factStanding).where(inArray(factStanding.entryId, ids))
  return new Map(rows.map((row) => [row.entryId, row]))
}

/** Replaces the standings of facts. */
export async function replaceStandings(tx: Tx, rows: (typeof factStanding.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(factStanding)
    .values(rows)
    .onConflictDoUpdate({
      target: factStanding.entryId,
      set: {
        standing: sql`excluded.standing`,
        supports: sql`excluded.supports`,
        contradicts: sql`excluded.contradicts`,
        narrows: sql`excluded.narrows`,
        independent: sql`excluded.independent`,
        sequence: sql`excluded.sequence`,
      },
    })
}
