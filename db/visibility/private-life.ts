import { eq, type SQL, sql } from 'drizzle-orm'
import { entry, factFacet } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { factStanding } from '@/db/standings/schema'
import { withholding } from '@/db/withholding/schema'
import { isOpenTo, type ReadScope } from './read-scope'

/**
 * A fact flagged private life is never shown unsourced, and no fact while its words are checked: the condition on
 * `fact_facet` and `fact_standing`, joined.
 */
export const isUnsourcedPrivateLife = sql`(coalesce(${factFacet.isPrivateLife}, false) and coalesce(${factStanding.standing}, 'unsourced') = 'unsourced'
  or coalesce(${factFacet.closedUntil} > now(), false))`

/**
 * Whether the scope sees neither the label nor any of the texts of the current `entry`: it is closed to them, or such a
 * fact, or a file whose words are checked, and the scope the public's. Moderators see that where they decide. Names its tables itself, so that nothing has to
 * be joined. A scalar subquery for each entry, not an `exists`: the planner would evaluate that for all private life of
 * the wiki.
 */
export function isHiddenFrom(within: ReadScope): SQL<boolean> {
  const isOpen = isOpenTo(within)
  const isClosed = isOpen ? sql`not ${isOpen}` : sql`false`
  if (within.who !== 'public') return sql<boolean>`(${isClosed})`
  return sql<boolean>`(${isClosed} or entry.kind = 'fact' and coalesce((
    select facet.is_private_life and coalesce(stands.standing, 'unsourced') = 'unsourced' or coalesce(facet.closed_until > now(), false)
    from ${factFacet} facet left join ${factStanding} stands on stands.entry_id = facet.entry_id
    where facet.entry_id = entry.id and (facet.is_private_life or facet.closed_until is not null)), false)
    or entry.kind = 'file' and coalesce((select true from ${withholding} checked
      where checked.entry_id = entry.id and checked.part = 'text' and checked.lifted_at is null and checked.until > now()
      limit 1), false))`
}

/** The label of the current `entry`; null where the scope hides it. */
export const visibleLabel = (within: ReadScope): SQL<string | null> =>
  sql<string | null>`case when ${isHiddenFrom(within)} then null else ${entry.label} end`

/** Whether the scope shows any text of an entry; true for what does not exist. */
export async function isVisibleTo(db: Queryable, within: ReadScope, entryId: number): Promise<boolean> {
  const [row] = await db
    .select({ isHidden: isHiddenFrom(within) })
    .from(entry)
    .where(eq(entry.id, entryId))
  return !row?.isHidden
}
