import { eq, type SQL, sql } from 'drizzle-orm'
import { entry, factFacet } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { factStanding } from '@/db/standings/schema'
import type { ReadScope } from './read-scope'

/** A fact flagged private life is never shown unsourced: the condition on `fact_facet` and `fact_standing`, joined. */
export const isUnsourcedPrivateLife = sql`(coalesce(${factFacet.isPrivateLife}, false) and coalesce(${factStanding.standing}, 'unsourced') = 'unsourced')`

/**
 * Whether the `entry` at hand is such a fact and the scope the public's, to which neither its label nor anything that it
 * ever said is told. Moderators read it where they decide. Names its tables itself, so that nothing has to be joined.
 * A value that is looked up for each entry, not an `exists`: the planner answers that for all private life of the wiki.
 */
export function isHiddenFrom(within: ReadScope): SQL<boolean> {
  if ((within as string) !== 'public') return sql<boolean>`false`
  return sql<boolean>`(entry.kind = 'fact' and coalesce((select coalesce(stands.standing, 'unsourced') = 'unsourced'
    from ${factFacet} facet left join ${factStanding} stands on stands.entry_id = facet.entry_id
    where facet.entry_id = entry.id and facet.is_private_life), false))`
}

/** What the `entry` at hand calls itself; null where that is not told to the scope. */
export const visibleLabel = (within: ReadScope): SQL<string | null> =>
  sql<string | null>`case when ${isHiddenFrom(within)} then null else ${entry.label} end`

/** Whether anything that an entry says may be told to the scope; true for what does not exist. */
export async function isVisibleTo(db: Queryable, within: ReadScope, entryId: number): Promise<boolean> {
  const [row] = await db
    .select({ isHidden: isHiddenFrom(within) })
    .from(entry)
    .where(eq(entry.id, entryId))
  return !row?.isHidden
}
