import { and, asc, desc, eq, gt, inArray, isNull, lte, not, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { entry, entryMerge, factFacet, pageFacet } from '@/db/entries/schema'
import { type LinkKind, link } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision, revisionContent } from '@/db/revisions/schema'
import { factStanding } from '@/db/standings/schema'
import { isUnsourcedPrivateLife } from '@/db/visibility/private-life'
import { type ReadScope, shownEntries, standsOpen } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'

const together = alias(revision, 'together')
const asOf = alias(revision, 'as_of')

/**
 * The place in the publish sequence of everything that was published together with a revision: the rows of one
 * transaction have the same moment. Null when there is no such revision.
 */
export async function findSequenceOf(db: Queryable, revisionId: number): Promise<number | null> {
  const [row] = await db
    .select({ sequence: sql<number | null>`max(${together.sequence})::int` })
    .from(revision)
    .innerJoin(together, eq(together.createdAt, revision.createdAt))
    .where(eq(revision.id, revisionId))
  return row?.sequence ?? null
}

/** Deleted; what was merged into another stays readable as it stood. */
const isGone = sql<boolean>`(${entry.deletedAt} is not null
  and not exists (select from ${entryMerge} merged where merged.entry_id = ${entry.id}))`

const heldAt = (sequence: number): SQL | undefined =>
  and(lte(link.since, sequence), or(isNull(link.until), gt(link.until, sequence)))

/** The facts that were about a page then, in today's order. */
export async function findFactsAboutAsOf(
  db: Queryable,
  pageId: number,
  sequence: number,
  most: number,
): Promise<number[]> {
  const rows = await db
    .select({ id: link.fromId })
    .from(link)
    .where(and(eq(link.toId, pageId), eq(link.kind, 'about' satisfies LinkKind), heldAt(sequence)))
    .orderBy(sql`${link.position} > 0`, asc(link.fromId))
    .limit(most)
  return rows.map((row) => row.id)
}

/**
 * The pages that were in a category then and are shown today, under today's titles: of a large one the `most` that were
 * added first.
 */
export async function findMembersAsOf(
  db: Queryable,
  within: ReadScope,
  categoryId: number,
  sequence: number,
  most: number,
): Promise<{ label: string }[]> {
  const first = db
    .select({ id: link.fromId })
    .from(link)
    .where(and(eq(link.toId, categoryId), eq(link.kind, 'category' satisfies LinkKind), heldAt(sequence)))
    .orderBy(asc(link.since))
    .limit(most)
    .as('first')
  return db
    .select({ label: entry.label })
    .from(first)
    .innerJoin(entry, eq(entry.id, first.id))
    .innerJoin(pageFacet, eq(pageFacet.entryId, entry.id))
    .where(shownEntries(within))
    .orderBy(asc(pageFacet.sortKey))
}

/**
 * Entries as of then: of each the last revision up to `sequence`, none for what did not exist yet. `content` is null
 * where the scope hides the text: withheld, erased, of an entry deleted since, private and unsourced, or not open
 * (`isOpen`): the gate of the head counts, for what is closed today stays closed.
 */
export async function findEntriesAsOf(db: Queryable, within: ReadScope, ids: number[], sequence: number) {
  if (ids.length === 0) return []
  const isHidden = or(isWithheld(db, within, 'text'), isGone, isUnsourcedPrivateLife, not(standsOpen(within)))
  const then = db
    .select({ id: asOf.id })
    .from(asOf)
    .where(and(eq(asOf.entryId, entry.id), lte(asOf.sequence, sequence)))
    .orderBy(desc(asOf.sequence))
    .limit(1)
  return db
    .select({
      id: entry.id,
      kind: entry.kind,
      number: entry.number,
      isDeleted: isGone,
      revisionId: revision.id,
      licence: revision.licence,
      origin: revision.origin,
      schemaVersion: revisionContent.schemaVersion,
      content: sql<unknown>`case when ${isHidden} then null else ${revisionContent.content} end`,
      gateKind: entry.gateKind,
      gatePageId: entry.gatePageId,
      isOpen: standsOpen(within),
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, then))
    .leftJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .leftJoin(factFacet, eq(factFacet.entryId, entry.id))
    .leftJoin(factStanding, eq(factStanding.entryId, entry.id))
    .where(inArray(entry.id, ids))
}

export type EntryAsOf = Awaited<ReturnType<typeof findEntriesAsOf>>[number]
