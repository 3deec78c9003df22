import { and, asc, desc, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { type EntryKind, entry } from '@/db/entries/schema'
import { link } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { idList, isAmong, prepared } from '@/db/postgres/prepared'
import { revision, revisionContent } from '@/db/revisions/schema'
import { isHiddenFrom } from '@/db/visibility/private-life'
import { isLinkOpen, type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { shownHeads } from '@/db/visibility/shown-heads'

/** The condition on `entry` that it is a source. */
export const ofSources = eq(entry.kind, 'source')

const columns = {
  id: entry.id,
  number: entry.number,
  content: revisionContent.content,
  schemaVersion: revisionContent.schemaVersion,
}

function shownSources(db: Queryable, within: ReadScope, which: SQL | undefined) {
  return db
    .select(columns)
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(and(ofSources, which, shownHeads(db, within)))
}

export type SourceRow = Awaited<ReturnType<typeof shownSources>>[number]

const sourcesById = prepared((db, within: ReadScope) =>
  shownSources(db, within, isAmong(entry.id, 'ids')).prepare('sources_by_id'),
)

/** Sources by id, in no order; those that the scope hides are left out. */
export async function findSources(db: Queryable, within: ReadScope, ids: number[]): Promise<SourceRow[]> {
  if (ids.length === 0) return []
  return sourcesById(db, within).execute({ ids: idList(ids) })
}

/** Sources, newest first, those numbered below `after`. */
export async function findNewestSources(
  db: Queryable,
  within: ReadScope,
  after: number | null,
  most: number,
): Promise<SourceRow[]> {
  const beyond = after === null ? undefined : lt(entry.number, after)
  return shownSources(db, within, beyond).orderBy(desc(entry.number)).limit(most)
}

/**
 * The sources that a page and the facts about it cite, where the scope may read, in the order of their numbers, beyond the
 * number `after`.
 */
export async function findSourcesOfPage(
  db: Queryable,
  within: ReadScope,
  pageId: number,
  after: number | null,
  most: number,
): Promise<SourceRow[]> {
  const own = sql`select c.to_id from ${link} c where c.from_id = ${pageId} and c.kind = 'cites'
    and c.until is null and ${isLinkOpen(within, sql`c.behind`)}`
  const ofItsFacts = sql`select c.to_id from ${link} l join ${entry} on ${entry.id} = l.from_id
    join ${link} c on c.from_id = l.from_id and c.kind = 'cites' and c.until is null
    where l.to_id = ${pageId} and l.kind = 'about' and l.until is null
      and ${shownEntries(within) ?? sql`true`} and not ${isHiddenFrom(within)}`
  const which = sql`${entry.id} in (${own} union ${ofItsFacts})`
  const beyond = after === null ? undefined : gt(entry.number, after)
  return shownSources(db, within, and(which, beyond)).orderBy(asc(entry.number)).limit(most)
}

export interface Citing {
  id: number
  kind: EntryKind
  label: string
}

/** The facts and pages that cite a source where the scope may read, in the order of their ids, beyond the id `after`. */
export async function findCitingEntries(
  db: Queryable,
  within: ReadScope,
  sourceId: number,
  after: number | null,
  most: number,
): Promise<Citing[]> {
  return db
    .select({ id: entry.id, kind: entry.kind, label: entry.label })
    .from(link)
    .innerJoin(entry, eq(entry.id, link.fromId))
    .where(
      and(
        eq(link.toId, sourceId),
        eq(link.kind, 'cites'),
        isNull(link.until),
        isLinkOpen(within, link.behind),
        shownEntries(within),
        after === null ? undefined : gt(link.fromId, after),
      ),
    )
    .orderBy(asc(link.fromId))
    .limit(most)
}

/** The first source that is the work itself, an episode or a volume, that this page is about; null when there is none. */
export async function findSourceOfWork(
  db: Queryable,
  within: ReadScope,
  pageId: number,
): Promise<number | null> {
  const derived = sql`${revisionContent.content} -> 'derivedFrom'`
  const [row] = await db
    .select({ id: entry.id })
    .from(link)
    .innerJoin(entry, eq(entry.id, link.fromId))
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(
      and(
        ofSources,
        eq(link.toId, pageId),
        eq(link.kind, 'mentions'),
        isNull(link.until),
        sql`${derived} ->> 'kind' = 'work' and ${derived} ->> 'page' = ${String(pageId)}`,
        shownHeads(db, within),
      ),
    )
    .orderBy(asc(entry.id))
    .limit(1)
  return row?.id ?? null
}
