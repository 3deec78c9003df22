import { eq } from 'drizzle-orm'
import { pageFacet } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { pageKind } from '@/db/wiki/schema'

/** A page's facet with its kind's name; null for what is no page. */
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
