import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { entry, factFacet, pageFacet } from '@/db/entries/schema'
import { link } from '@/db/links/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { visibleLabel } from '@/db/visibility/private-life'
import { ofFacts, type ReadScope } from '@/db/visibility/read-scope'

/** A fact about somebody's private life. */
export interface PrivateFact {
  id: number
  number: number
  /** What it says; null where the scope does not show it. */
  label: string | null
}

/** The facts about a page that are flagged as private life and not deleted, in the order they were written. */
export async function findPrivateFactsAbout(
  db: Queryable,
  within: ReadScope,
  pageId: number,
  most: number,
): Promise<PrivateFact[]> {
  const about = db
    .select({ one: sql`1` })
    .from(link)
    .where(
      and(eq(link.fromId, entry.id), eq(link.toId, pageId), sql`${link.kind} = 'about'`, isNull(link.until)),
    )
  return db
    .select({ id: entry.id, number: entry.number, label: visibleLabel(within) })
    .from(entry)
    .innerJoin(factFacet, eq(factFacet.entryId, entry.id))
    .where(and(ofFacts, factFacet.isPrivateLife, isNull(entry.deletedAt), sql`exists ${about}`))
    .orderBy(asc(entry.id))
    .limit(most)
}

/** Notes that the person whom a page is about has asked: nothing about their private life is published any more. */
export async function closePrivateLifeOf(tx: Tx, pageId: number): Promise<void> {
  await tx.update(pageFacet).set({ privateLifeClosedAt: sql`now()` }).where(eq(pageFacet.entryId, pageId))
}

/** Notes that private life of the person whom a page is about can be published again. */
export async function openPrivateLifeOf(tx: Tx, pageId: number): Promise<void> {
  await tx.update(pageFacet).set({ privateLifeClosedAt: null }).where(eq(pageFacet.entryId, pageId))
}

/** Opens facts that were closed with no end, but for those that are also about somebody whose private life is closed. */
export async function openFactsAgain(tx: Tx, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(factFacet)
    .set({ closedUntil: null })
    .where(
      and(
        inArray(factFacet.entryId, ids),
        sql`${factFacet.closedUntil} = '9999-12-31'::timestamptz`,
        sql`not exists (select from ${link} l join ${pageFacet} p on p.entry_id = l.to_id
          where l.from_id = ${factFacet.entryId} and l.kind = 'about' and l.until is null
            and p.private_life_closed_at is not null)`,
      ),
    )
}

/** Closes facts to the public with no end. */
export async function closeFactsForGood(tx: Tx, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(factFacet)
    .set({ closedUntil: sql`'9999-12-31'::timestamptz` })
    .where(inArray(factFacet.entryId, ids))
}

/** Whether the person of any of these pages has asked that nothing about their private life is published. */
export async function isPrivateLifeClosed(db: Queryable, pageIds: readonly number[]): Promise<boolean> {
  if (pageIds.length === 0) return false
  const rows = await db
    .select({ id: pageFacet.entryId })
    .from(pageFacet)
    .where(and(inArray(pageFacet.entryId, [...pageIds]), isNotNull(pageFacet.privateLifeClosedAt)))
    .limit(1)
  return rows.length > 0
}
