import { and, asc, desc, eq, inArray, isNull, lt, not, type SQL, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import { entry, factFacet, pageFacet } from '@/db/entries/schema'
import { link } from '@/db/links/schema'
import { headColumns } from '@/db/pages/pages'
import type { Queryable } from '@/db/postgres/client'
import { idList, isAmong, prepared } from '@/db/postgres/prepared'
import { externalAuthor, revision, revisionContent } from '@/db/revisions/schema'
import { factStanding, type Standing } from '@/db/standings/schema'
import { thread } from '@/db/talk/schema'
import { isUnsourcedPrivateLife, visibleLabel } from '@/db/visibility/private-life'
import { ofFacts, type ReadScope, shownEntries, standsOpen } from '@/db/visibility/read-scope'
import { existingHeads, shownHeads } from '@/db/visibility/shown-heads'

const weighed = {
  standing: factStanding.standing,
  supports: factStanding.supports,
  contradicts: factStanding.contradicts,
  narrows: factStanding.narrows,
  independent: factStanding.independent,
}

/** A fact's gate; of what is closed to the scope nothing but this leaves the database. */
const closing = (within: ReadScope) => ({
  gateKind: entry.gateKind,
  gatePageId: entry.gatePageId,
  content: sql<unknown>`case when ${standsOpen(within)} then ${revisionContent.content} end`,
})

const columns = (within: ReadScope) => ({
  id: entry.id,
  number: entry.number,
  revisionId: revision.id,
  licence: revision.licence,
  origin: revision.origin,
  schemaVersion: revisionContent.schemaVersion,
  ...closing(within),
  ...weighed,
  /** Whether a thread about it is open. */
  isDiscussed: sql<boolean>`exists (select from ${thread}
    where ${thread.entryId} = ${entry.id} and ${thread.isShown} and ${thread.isOpen})`,
})

const isThere = (db: Queryable, within: ReadScope, which?: SQL) =>
  and(ofFacts, which, existingHeads(db, within), not(isUnsourcedPrivateLife))

const isShown = (db: Queryable, within: ReadScope, which?: SQL) =>
  and(ofFacts, which, shownHeads(db, within), not(isUnsourcedPrivateLife))

const wholeFacts = (db: Queryable, within: ReadScope) =>
  db
    .select(columns(within))
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .innerJoin(factFacet, eq(factFacet.entryId, entry.id))
    .leftJoin(factStanding, eq(factStanding.entryId, entry.id))

/**
 * A fact's head and standing; one without a standing row has not been computed yet. `content` is null where it is closed
 * to the scope.
 */
export type FactRow = Omit<WholeFact, 'isDiscussed'> & Partial<Pick<WholeFact, 'isDiscussed'>>
type WholeFact = Awaited<ReturnType<typeof wholeFacts>>[number]

/** A fact in a list: its content is read once it is known which are shown. */
export interface ListedFact {
  id: number
  number: number
}

const listedFacts = (db: Queryable, within: ReadScope, which?: SQL) =>
  db
    .select({ id: entry.id, number: entry.number })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(factFacet, eq(factFacet.entryId, entry.id))
    .leftJoin(factStanding, eq(factStanding.entryId, entry.id))
    .where(isShown(db, within, which))

const factsAbout = prepared((db, within: ReadScope) => {
  const about = db
    .select({ id: link.fromId, isBeside: sql`${link.position} > 0`.as('is_beside') })
    .from(link)
    .where(
      and(
        eq(link.toId, sql.placeholder('page')),
        // Written out, so that a plan for any parameters may use the index of these links alone.
        sql`${link.kind} = 'about'`,
        isNull(link.until),
        not(isAmong(link.fromId, 'except')),
      ),
    )
    .orderBy(sql`${link.position} > 0`, asc(link.fromId))
    .limit(sql.placeholder('most'))
    .as('about')
  return wholeFacts(db, within)
    .innerJoin(about, eq(about.id, entry.id))
    .where(isThere(db, within))
    .orderBy(about.isBeside, asc(about.id))
    .prepare('facts_about')
})

/**
 * The facts about a page, except for the ids `except`: those of which it is the main page first, then in the order they
 * were written.
 */
export async function findFactsAbout(
  db: Queryable,
  within: ReadScope,
  pageId: number,
  except: readonly number[],
  most: number,
): Promise<FactRow[]> {
  return factsAbout(db, within).execute({ page: pageId, except: idList(except), most })
}

const standingsAbout = prepared((db, within: ReadScope) =>
  db
    .select({ standing: factStanding.standing, count: sql<number>`count(*)::int` })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(factStanding, eq(factStanding.entryId, entry.id))
    .innerJoin(factFacet, eq(factFacet.entryId, entry.id))
    .where(
      isShown(
        db,
        within,
        sql`${entry.id} in (select ${link.fromId} from ${link}
      where ${link.toId} = ${sql.placeholder('page')} and ${link.kind} = 'about' and ${link.until} is null
      order by ${link.fromId} limit ${sql.placeholder('most')})`,
      ),
    )
    .groupBy(factStanding.standing)
    .prepare('standings_about'),
)

/** How many facts about a page have each standing, of the first `most` facts; closed ones are not counted. */
export const countStandingsAbout = (
  db: Queryable,
  within: ReadScope,
  pageId: number,
  most: number,
): Promise<{ standing: Standing; count: number }[]> =>
  standingsAbout(db, within).execute({ page: pageId, most })

const factsById = prepared((db, within: ReadScope) =>
  wholeFacts(db, within)
    .where(isThere(db, within, isAmong(entry.id, 'ids')))
    .prepare('facts_by_id'),
)

/** Facts by id, in no order, closed ones without their content; what is hidden from the scope is missing from the answer. */
export async function findFacts(db: Queryable, within: ReadScope, ids: number[]): Promise<FactRow[]> {
  if (ids.length === 0) return []
  return factsById(db, within).execute({ ids: idList(ids) })
}

const factByNumber = prepared((db, within: ReadScope) =>
  db
    .select({ ...headColumns(db, within), ...closing(within), label: visibleLabel(within), ...weighed })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .innerJoin(factFacet, eq(factFacet.entryId, entry.id))
    .leftJoin(factStanding, eq(factStanding.entryId, entry.id))
    .leftJoin(account, eq(account.id, revision.authorId))
    .leftJoin(externalAuthor, eq(externalAuthor.id, revision.externalAuthorId))
    .leftJoin(pageFacet, eq(pageFacet.entryId, entry.id))
    .where(isThere(db, within, eq(entry.number, sql.placeholder('number'))))
    .prepare('fact_by_number'),
)

/** The head and the standing of the fact with this number, its text where it is open; null when there is none that is shown. */
export async function findFactByNumber(db: Queryable, within: ReadScope, number: number) {
  const [row] = await factByNumber(db, within).execute({ number })
  return row ?? null
}

/** Facts, newest first, those numbered below `after`. */
export async function findNewestFacts(
  db: Queryable,
  within: ReadScope,
  after: number | null,
  most: number,
): Promise<ListedFact[]> {
  const beyond = after === null ? undefined : lt(entry.number, after)
  return listedFacts(db, within, beyond).orderBy(desc(entry.number)).limit(most)
}

/** Facts of one standing, the last changed first, beyond the fact numbered `after`. */
export async function findFactsOfStanding(
  db: Queryable,
  within: ReadScope,
  which: Standing,
  after: number | null,
  most: number,
): Promise<ListedFact[]> {
  const beyond =
    after === null
      ? undefined
      : sql`(${factStanding.sequence}, ${factStanding.entryId}) < (select s.sequence, s.entry_id from ${factStanding} s join ${entry} e on e.id = s.entry_id where e.kind = 'fact' and e.number = ${after})`
  return listedFacts(db, within, and(eq(factStanding.standing, which), beyond))
    .orderBy(desc(factStanding.sequence), desc(factStanding.entryId))
    .limit(most)
}

/**
 * How many facts there are of each standing, those left out that the scope does not show. Of each the last changed are
 * looked at, one more than `most`; they are taken before any are left out, so that no more is ever read.
 */
export async function countFactsByStanding(
  db: Queryable,
  within: ReadScope,
  most: number,
): Promise<Map<Standing, number>> {
  const rows = await db.execute<{ standing: Standing; count: number }>(sql`
    select asked.standing, (
      select count(*)::int from (
        select s.entry_id from ${factStanding} s where s.standing = asked.standing
        order by s.sequence desc, s.entry_id desc limit ${most + 1}
      ) last where exists (select from ${entry} where ${and(sql`${entry.id} = last.entry_id`, shownEntries(within))} offset 0)
    ) as count from unnest(enum_range(null::standing)) as asked (standing)`)
  return new Map(rows.flatMap(({ standing, count }) => (count > 0 ? [[standing, count]] : [])))
}

/** How many facts are looked at for one that can be shown. */
const MOST_LOOKED_AT = 200
/** Among so many there is nearly always one: the others are looked at only where there is none. */
const FIRST_LOOKED_AT = 20

/**
 * A fact to show for a day: the first from a place in the numbering that `share` (0-1) chooses, among open facts with a
 * source that existed before `before`; null when there are none.
 */
export async function findFactNear(
  db: Queryable,
  within: ReadScope,
  share: number,
  before: Date,
): Promise<ListedFact | null> {
  const last = sql`(select e.number from ${entry} e
    where e.kind = 'fact' and e.created_at < ${before.toISOString()}::timestamptz
    order by e.created_at desc, e.number desc limit 1)`
  const isFit = and(
    eq(entry.gateKind, 'none'),
    eq(factFacet.isPrivateLife, false),
    inArray(factStanding.standing, ['corroborated', 'first_hand', 'original_named', 'reported']),
  )
  const from = sql`coalesce(ceil(${share}::float8 * ${last})::int, 1)`
  // From the place onwards, and from the beginning where the end was reached.
  const near = await db.execute<{ id: number; turn: number }>(sql`
    (select e.id::int as id, 1 as turn, e.number from ${entry} e where e.kind = 'fact' and e.number >= ${from}
      order by e.number limit ${MOST_LOOKED_AT})
    union all
    (select e.id::int, 2, e.number from ${entry} e where e.kind = 'fact' order by e.number limit ${MOST_LOOKED_AT})
    order by turn, number`)
  const inTurn = near.map(({ id }) => id)
  const firstFit = async (among: number[]) => {
    const ids = sql`${idList(among)}::bigint[]`
    const [first] = await listedFacts(db, within, and(isFit, sql`${entry.id} = any(${ids})`))
      .orderBy(sql`array_position(${ids}, ${entry.id})`)
      .limit(1)
    return first ?? null
  }
  return (await firstFit(inTurn.slice(0, FIRST_LOOKED_AT))) ?? firstFit(inTurn.slice(FIRST_LOOKED_AT))
}
