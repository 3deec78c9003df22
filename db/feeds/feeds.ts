import { and, desc, eq, isNull, not, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type EntryKind, entry } from '@/db/entries/schema'
import { link, relation } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'
import { factStanding, type Standing } from '@/db/standings/schema'
import { isHiddenFrom } from '@/db/visibility/private-life'
import { isLinkOpen, type ReadScope } from '@/db/visibility/read-scope'
import { shownHeads } from '@/db/visibility/shown-heads'

/** An entry as feeds tell it. */
export interface FeedEntry {
  id: number
  kind: EntryKind
  number: number
  label: string
  createdAt: Date
  changedAt: Date
  /** Of a fact: how sure it is, and the place in the publish sequence and the time at which that was settled. */
  standing: Standing | null
  settled: number | null
  settledAt: Date | null
}

const settling = alias(revision, 'settling')

/** These entries in no order, as far as the scope shows them. */
export async function findFeedEntries(db: Queryable, within: ReadScope, ids: number[]): Promise<FeedEntry[]> {
  if (ids.length === 0) return []
  return db
    .select({
      ...{ id: entry.id, kind: entry.kind, number: entry.number, label: entry.label },
      ...{ createdAt: entry.createdAt, changedAt: entry.changedAt },
      ...{ standing: factStanding.standing, settled: factStanding.sequence, settledAt: settling.createdAt },
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .leftJoin(factStanding, eq(factStanding.entryId, entry.id))
    .leftJoin(settling, eq(settling.sequence, factStanding.sequence))
    .where(
      and(
        sql`${entry.id} = any(${sql.param(ids)}::bigint[])`,
        shownHeads(db, within),
        not(isHiddenFrom(within)),
      ),
    )
}

const newestOf = async (
  db: Queryable,
  table: typeof link | typeof relation,
  which: SQL | undefined,
  most: number,
) => {
  const rows = await db
    .select({ id: table.fromId })
    .from(table)
    .where(and(which, isNull(table.until)))
    .orderBy(desc(table.fromId))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** The newest facts about a page, whether they are shown or not. */
export const findNewestAbout = (db: Queryable, pageId: number, most: number): Promise<number[]> =>
  newestOf(db, link, and(eq(link.toId, pageId), sql`${link.kind} = 'about'`), most)

/** The newest facts and pages that cite a source where the scope may read, in the same way. */
export const findNewestCiting = (
  db: Queryable,
  within: ReadScope,
  sourceId: number,
  most: number,
): Promise<number[]> => {
  const isOpen = isLinkOpen(within, link.behind)
  return newestOf(db, link, and(eq(link.toId, sourceId), sql`${link.kind} = 'cites'`, isOpen), most)
}

/** The newest facts that name a page in a field like that of the speaker, in the same way. */
export const findNewestNaming = (
  db: Queryable,
  pageId: number,
  field: string,
  most: number,
): Promise<number[]> =>
  newestOf(db, relation, and(eq(relation.toId, pageId), eq(relation.field, field)), most)
