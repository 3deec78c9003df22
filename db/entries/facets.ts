import { eq, inArray } from 'drizzle-orm'
import { factFacet, pageFacet } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'

/** Replaces a page's facet. */
export async function replacePageFacet(
  tx: Tx,
  facet: Omit<typeof pageFacet.$inferInsert, 'privateLifeClosedAt'>,
): Promise<void> {
  const { entryId: _, ...set } = facet
  await tx.insert(pageFacet).values(facet).onConflictDoUpdate({ target: pageFacet.entryId, set })
}

/** Replaces a fact's facet. */
export async function replaceFactFacet(
  tx: Tx,
  facet: Omit<typeof factFacet.$inferInsert, 'closedUntil'>,
): Promise<void> {
  const { entryId: _, ...set } = facet
  await tx.insert(factFacet).values(facet).onConflictDoUpdate({ target: factFacet.entryId, set })
}

/** A page's facet; null for a new page. */
export async function findPageFacet(
  db: Queryable,
  id: number,
): Promise<typeof pageFacet.$inferSelect | null> {
  const [row] = await db.select().from(pageFacet).where(eq(pageFacet.entryId, id))
  return row ?? null
}

export interface AboutPage {
  id: number
  isLivingPerson: boolean
}

/** The facets of pages by id, as far as the rules need them. */
export async function findPageFacets(db: Queryable, ids: number[]): Promise<Map<number, AboutPage>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: pageFacet.entryId, isLivingPerson: pageFacet.isLivingPerson })
    .from(pageFacet)
    .where(inArray(pageFacet.entryId, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The facets of facts by id. */
export async function findFactFacets(
  db: Queryable,
  ids: number[],
): Promise<Map<number, typeof factFacet.$inferSelect>> {
  if (ids.length === 0) return new Map()
  const rows = await db.select().from(factFacet).where(inArray(factFacet.entryId, ids))
  return new Map(rows.map((row) => [row.entryId, row]))
}

/** Closes a fact's words to the public until then, whatever it cites, or opens them again. */
export async function setClosedUntil(tx: Tx, entryId: number, until: Date | null): Promise<void> {
  await tx.update(factFacet).set({ closedUntil: until }).where(eq(factFacet.entryId, entryId))
}
