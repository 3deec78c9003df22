import { and, asc, desc, eq, isNull, not, sql } from 'drizzle-orm'
import type { ReadScope } from '@/db/entries/read-scope'
import { entry, pageFacet, title } from '@/db/entries/schema'
import { link } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'
import { pageKind } from '@/db/wiki/schema'
import { isWithheld } from '@/db/withholding/withholdings'

export interface EntryFigures {
  revisions: number
  /** People whose edits are not withheld, each once, here or elsewhere; among the latest revisions. */
  editors: number
  /** So many revisions are looked at for them, where there are so many. */
  lookedAt: number
  /** Sources that it cites. */
  sources: number
}

/**
 * How much was done to an entry: its revisions are numbered without a gap, and its editors are those of the latest
 * `most` of them.
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
    .where(and(eq(link.fromId, id), eq(link.kind, 'cites'), isNull(link.until)))
  const [row] = await db
    .select({
      revisions: sql<number>`coalesce(max(${latest.number}), 0)::int`,
      editors: sql<number>`count(distinct ${latest.editor})::int`,
      sources: sql<number>`(${sources})::int`,
    })
    .from(latest)
  return { ...(row ?? { revisions: 0, editors: 0, sources: 0 }), lookedAt: most }
}

/** The other titles that lead to a page, in their order; at most `most`. */
export async function findAliases(db: Queryable, entryId: number, most: number): Promise<string[]> {
  const rows = await db
    .select({ text: title.text })
    .from(title)
    .where(and(eq(title.entryId, entryId), eq(title.isCurrent, false)))
    .orderBy(asc(title.key))
    .limit(most)
  return rows.map((row) => row.text)
}

/** What lists know of a page, with its kind's name; null for what is no page. */
export async function findPageCard(db: Queryable, entryId: number) {
  const [row] = await db
    .select({
      kind: pageFacet.kind,
      kindName: pageKind.name,
      isPerson: pageKind.isPerson,
      language: pageFacet.language,
      isLivingPerson: pageFacet.isLivingPerson,
    })
    .from(pageFacet)
    .innerJoin(pageKind, eq(pageKind.key, pageFacet.kind))
    .where(eq(pageFacet.entryId, entryId))
  return row ?? null
}
