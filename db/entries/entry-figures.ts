import { and, desc, eq, isNull, not, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import { link } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'
import { isLinkOpen, type ReadScope } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'

export interface EntryFigures {
  revisions: number
  /** The number of its editors whose names are not withheld, here or elsewhere; among the latest revisions. */
  editors: number
  /** How many revisions are looked at for them, at most. */
  lookedAt: number
  /** Sources that it cites where the scope may read. */
  sources: number
}

/**
 * Counts of an entry: its revisions are numbered without a gap, and its editors are those of the latest `most` of them.
 */
export async function findEntryFigures(
  db: Queryable,
  within: ReadScope,
  id: number,
  most: number,
): Promise<EntryFigures> {
  const latest = db
    .select({
      number: revision.number,
      editor:
        sql<string>`case when ${not(isWithheld(db, within, 'author'))} then coalesce('a' || ${revision.authorId}, 'e' || ${revision.externalAuthorId}) end`.as(
          'editor',
        ),
    })
    .from(revision)
    .where(eq(revision.entryId, id))
    .orderBy(desc(revision.number))
    .limit(most)
    .as('latest')
  const sources = db
    .select({ count: sql<number>`count(*)` })
    .from(link)
    .innerJoin(entry, and(eq(entry.id, link.toId), isNull(entry.deletedAt)))
    .where(
      and(eq(link.fromId, id), eq(link.kind, 'cites'), isNull(link.until), isLinkOpen(within, link.behind)),
    )
  const [row] = await db
    .select({
      revisions: sql<number>`coalesce(max(${latest.number}), 0)::int`,
      editors: sql<number>`count(distinct ${latest.editor})::int`,
      sources: sql<number>`(${sources})::int`,
    })
    .from(latest)
  return { ...(row ?? { revisions: 0, editors: 0, sources: 0 }), lookedAt: most }
}
