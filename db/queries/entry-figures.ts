import { and, asc, eq, isNull, not, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isWithheld } from '@/db/queries/withholdings'
import type { ReadScope } from '@/db/read-scope'
import { entry, pageFacet, title } from '@/db/schema/entries'
import { link } from '@/db/schema/links'
import { revision } from '@/db/schema/revisions'
import { pageKind } from '@/db/schema/wiki'

export interface EntryFigures {
  revisions: number
  /** People whose edits are not withheld, each once, here or elsewhere. */
  editors: number
  /** Sources that it cites. */
  sources: number
}

/** How much was done to an entry. */
export async function findEntryFigures(db: Queryable, within: ReadScope, id: number): Promise<EntryFigures> {
  const editor = sql`coalesce('a' || ${revision.authorId}, 'e' || ${revision.externalAuthorId})`
  const sources = db
    .select({ count: sql<number>`count(*)` })
    .from(link)
    .innerJoin(entry, and(eq(entry.id, link.toId), isNull(entry.deletedAt)))
    .where(and(eq(link.fromId, id), eq(link.kind, 'cites'), isNull(link.until)))
  const [row] = await db
    .select({
      revisions: sql<number>`count(*)::int`,
      editors: sql<number>`(count(distinct ${editor}) filter (where ${not(isWithheld(db, within, 'author'))}))::int`,
      sources: sql<number>`(${sources})::int`,
    })
    .from(revision)
    .where(eq(revision.entryId, id))
  return row ?? { revisions: 0, editors: 0, sources: 0 }
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
