import { and, asc, eq, exists, gt, inArray, isNull, not, sql } from 'drizzle-orm'
import { pageFacet } from '@/db/entries/schema'
import { link } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { pageKind } from '@/db/wiki/schema'

/** Those of these entries that are categories. */
export async function findCategoriesAmong(db: Queryable, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: pageFacet.entryId })
    .from(pageFacet)
    .innerJoin(pageKind, eq(pageKind.key, pageFacet.kind))
    .where(and(inArray(pageFacet.entryId, ids), pageKind.isCategory))
  return new Set(rows.map(({ id }) => id))
}

const isMembership = and(eq(link.kind, 'category'), isNull(link.until))

/** Whether a category has any members, deleted ones included. */
export async function hasMembers(db: Queryable, id: number): Promise<boolean> {
  const rows = await db
    .select({ id: link.fromId })
    .from(link)
    .where(and(eq(link.toId, id), isMembership))
    .limit(1)
  return rows.length > 0
}

/** Whether the wiki has a kind of category pages. */
export async function hasCategoryKind(db: Queryable): Promise<boolean> {
  const rows = await db
    .select({ key: pageKind.key })
    .from(pageKind)
    .where(eq(pageKind.isCategory, true))
    .limit(1)
  return rows.length > 0
}

/** Pages after `after` whose categories include pages that are none, in the order of their ids, at most `most`. */
export async function findWronglyFiled(db: Queryable, after: number, most: number): Promise<number[]> {
  const categories = db
    .select({ one: sql`1` })
    .from(pageFacet)
    .innerJoin(pageKind, eq(pageKind.key, pageFacet.kind))
    .where(and(eq(pageFacet.entryId, link.toId), pageKind.isCategory))
  const rows = await db
    .selectDistinct({ id: link.fromId })
    .from(link)
    .where(and(isMembership, gt(link.fromId, after), not(exists(categories))))
    .orderBy(asc(link.fromId))
    .limit(most)
  return rows.map(({ id }) => id)
}
