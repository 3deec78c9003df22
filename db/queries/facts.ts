import { and, asc, desc, eq, inArray, isNull, lt, not, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isIndecent } from '@/db/queries/decency'
import { shownHeads } from '@/db/queries/heads'
import type { ReadScope } from '@/db/read-scope'
import { entry, factFacet } from '@/db/schema/entries'
import { factStanding, link, type Standing } from '@/db/schema/links'
import { revision, revisionContent } from '@/db/schema/revisions'

const columns = {
  id: entry.id,
  number: entry.number,
  revisionId: revision.id,
  licence: revision.licence,
  origin: revision.origin,
  content: revisionContent.content,
  schemaVersion: revisionContent.schemaVersion,
  standing: factStanding.standing,
  supports: factStanding.supports,
  contradicts: factStanding.contradicts,
  narrows: factStanding.narrows,
  independent: factStanding.independent,
}

function shownFacts(db: Queryable, within: ReadScope, which: SQL | undefined) {
  return db
    .select(columns)
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .innerJoin(factFacet, eq(factFacet.entryId, entry.id))
    .leftJoin(factStanding, eq(factStanding.entryId, entry.id))
    .where(and(eq(entry.kind, 'fact'), which, shownHeads(db, within), not(isIndecent)))
}

/** A fact's head and standing; one without a standing row has not been weighed yet. */
export type FactRow = Awaited<ReturnType<typeof shownFacts>>[number]

/** The ids of the facts about a page: those of which it is the main page first, then in the order they were written. */
export async function findFactsAbout(db: Queryable, pageId: number, most: number): Promise<number[]> {
  const rows = await db
    .select({ id: link.fromId })
    .from(link)
    .where(and(eq(link.toId, pageId), eq(link.kind, 'about'), isNull(link.until)))
    .orderBy(sql`${link.position} > 0`, asc(link.fromId))
    .limit(most)
  return rows.map((row) => row.id)
}

/** Facts by id, in no order; what the scope does not show is missing from the answer. */
export async function findFacts(db: Queryable, within: ReadScope, ids: number[]): Promise<FactRow[]> {
  if (ids.length === 0) return []
  return shownFacts(db, within, inArray(entry.id, ids))
}

/** A fact by the number in its address. */
export async function findFactByNumber(
  db: Queryable,
  within: ReadScope,
  number: number,
): Promise<FactRow | null> {
  const [row] = await shownFacts(db, within, eq(entry.number, number))
  return row ?? null
}

/** Facts, newest first, those numbered below `after`. */
export async function findNewestFacts(
  db: Queryable,
  within: ReadScope,
  after: number | null,
  most: number,
): Promise<FactRow[]> {
  const beyond = after === null ? undefined : lt(entry.number, after)
  return shownFacts(db, within, beyond).orderBy(desc(entry.number)).limit(most)
}

/** Facts of one standing, those that changed last first, beyond the fact numbered `after`. */
export async function findFactsOfStanding(
  db: Queryable,
  within: ReadScope,
  which: Standing,
  after: number | null,
  most: number,
): Promise<FactRow[]> {
  const beyond =
    after === null
      ? undefined
      : sql`(${factStanding.sequence}, ${entry.number}) < (select s.sequence, e.number from ${factStanding} s join ${entry} e on e.id = s.entry_id where e.kind = 'fact' and e.number = ${after})`
  return shownFacts(db, within, and(eq(factStanding.standing, which), beyond))
    .orderBy(desc(factStanding.sequence), desc(entry.number))
    .limit(most)
}

/** How many facts there are of each standing, deleted ones left out. */
export async function countFactsByStanding(db: Queryable): Promise<Map<Standing, number>> {
  const rows = await db
    .select({ standing: factStanding.standing, count: sql<number>`count(*)::int` })
    .from(factStanding)
    .innerJoin(entry, and(eq(entry.id, factStanding.entryId), isNull(entry.deletedAt)))
    .groupBy(factStanding.standing)
  return new Map(rows.map((row) => [row.standing, row.count]))
}

/**
 * A fact to show for a day: the first from a place in the numbering that `share` (0-1) chooses, among open facts that
 * rest on something and were there before `before`; null when there are none.
 */
export async function findFactNear(
  db: Queryable,
  within: ReadScope,
  share: number,
  before: Date,
): Promise<FactRow | null> {
  const last = sql`(select coalesce(max(e.number), 1) from ${entry} e where e.kind = 'fact' and e.created_at < ${before.toISOString()}::timestamptz)`
  const isFit = and(
    eq(factFacet.gateKind, 'none'),
    eq(factFacet.isPrivateLife, false),
    inArray(factStanding.standing, ['corroborated', 'first_hand', 'original_named', 'reported']),
  )
  const from = sql`ceil(${share}::float8 * ${last})`
  const [row] = await shownFacts(db, within, isFit)
    .orderBy(sql`${entry.number} < ${from}`, asc(entry.number))
    .limit(1)
  return row ?? null
}
