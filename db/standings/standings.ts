import { and, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { entry, factFacet } from '@/db/entries/schema'
import { link } from '@/db/links/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { idList, isAmong, prepared } from '@/db/postgres/prepared'
import { patrol, revision, revisionContent } from '@/db/revisions/schema'
import { factStanding, standingDue } from '@/db/standings/schema'

export interface StandingContent {
  entryId: number
  content: unknown
  schemaVersion: number
  isReviewed: boolean
}

const reviewed = alias(revision, 'reviewed')

const isReviewed = sql<boolean>`(${revision.isReviewed} or ${patrol.revisionId} is not null)`

const reviewableHeads = prepared((db) =>
  db
    .select({
      entryId: entry.id,
      content: revisionContent.content,
      schemaVersion: revisionContent.schemaVersion,
      isReviewed,
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .leftJoin(patrol, eq(patrol.revisionId, revision.id))
    .where(and(isAmong(entry.id, 'ids'), isNull(entry.deletedAt)))
    .prepare('reviewable_heads'),
)

/** The heads of entries that are not deleted, and whether somebody reviewed them. */
export async function findReviewableHeads(db: Queryable, ids: number[]): Promise<StandingContent[]> {
  if (ids.length === 0) return []
  return reviewableHeads(db).execute({ ids: idList(ids) })
}

/** The content of each entry's latest reviewed revision; entries without one are missing. */
export async function findLatestReviewed(
  db: Queryable,
  ids: number[],
): Promise<Map<number, Pick<StandingContent, 'content' | 'schemaVersion'>>> {
  if (ids.length === 0) return new Map()
  const latest = db
    .select({ id: reviewed.id })
    .from(reviewed)
    .leftJoin(patrol, eq(patrol.revisionId, reviewed.id))
    .where(and(eq(reviewed.entryId, entry.id), or(reviewed.isReviewed, isNotNull(patrol.revisionId))))
    .orderBy(desc(reviewed.number))
    .limit(1)
  const rows = await db
    .select({
      entryId: entry.id,
      content: revisionContent.content,
      schemaVersion: revisionContent.schemaVersion,
    })
    .from(entry)
    .innerJoin(revisionContent, eq(revisionContent.revisionId, latest))
    .where(inArray(entry.id, ids))
  return new Map(rows.map(({ entryId, ...row }) => [entryId, row]))
}

/** What cites `sources`, directly or through sources derived from them. */
const resting = (sourceIds: number[]) => sql`
  with recursive resting (id) as (
    select e.id from entry e where e.id in ${sourceIds}
    union
    select l.from_id from ${link} l join resting r on l.to_id = r.id join entry f on f.id = l.from_id
      where l.kind = 'mentions' and l.until is null and f.kind = 'source'
  )`

/**
 * The facts that cite any of these sources, directly or through sources derived from them, in the order of their ids:
 * those beyond `afterId`, at most `most`.
 */
export async function findFactsRestingOn(
  db: Queryable,
  sourceIds: number[],
  afterId: number,
  most: number,
): Promise<number[]> {
  if (sourceIds.length === 0) return []
  const rows = await db.execute<{ id: number }>(sql`
    ${resting(sourceIds)}
    select distinct fact.id::int as id from resting r cross join lateral (
      select l.from_id as id from ${link} l join entry f on f.id = l.from_id and f.kind = 'fact'
        where l.to_id = r.id and l.kind = 'cites' and l.until is null and l.from_id > ${afterId}
        order by l.from_id limit ${most}) fact
      order by 1 limit ${most}`)
  return rows.map((row) => row.id)
}

/** Those of the facts citing these sources that are flagged private life: few, and none may wait. */
export async function findPrivateFactsRestingOn(db: Queryable, sourceIds: number[]): Promise<number[]> {
  if (sourceIds.length === 0) return []
  const rows = await db.execute<{ id: number }>(sql`
    ${resting(sourceIds)}
    select distinct l.from_id::int as id from resting r
      join ${link} l on l.to_id = r.id and l.kind = 'cites' and l.until is null
      join ${factFacet} facet on facet.entry_id = l.from_id and facet.is_private_life
      order by 1`)
  return rows.map((row) => row.id)
}

/** Records that the standings of the facts that cite a source, those beyond `afterId`, are still to be computed. */
export async function putOffStandings(tx: Tx, sourceId: number, afterId: number): Promise<void> {
  await tx
    .insert(standingDue)
    .values({ sourceId, afterId })
    .onConflictDoUpdate({ target: standingDue.sourceId, set: { afterId } })
}

/** One source whose facts' standings are still to be computed; null when there is none. Under the publish lock. */
export async function findDueStandings(db: Queryable): Promise<typeof standingDue.$inferSelect | null> {
  const [row] = await db.select().from(standingDue).limit(1)
  return row ?? null
}

/** Removes a source whose facts' standings are all computed. */
export async function settleStandings(tx: Tx, sourceId: number): Promise<void> {
  await tx.delete(standingDue).where(eq(standingDue.sourceId, sourceId))
}

const standings = prepared((db) =>
  db.select().from(factStanding).where(isAmong(factStanding.entryId, 'ids')).prepare('standings'),
)

/** The stored standings of facts. */
export async function findStandings(
  db: Queryable,
  ids: number[],
): Promise<Map<number, typeof factStanding.$inferSelect>> {
  if (ids.length === 0) return new Map()
  const rows = await standings(db).execute({ ids: idList(ids) })
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
