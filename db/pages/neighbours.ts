import { type SQL, sql } from 'drizzle-orm'
import { entry, pageFacet } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'

/** A page beside another among the places of a work. */
export interface Neighbour {
  side: 'before' | 'after'
  id: number
  label: string
  /** What the work of the page that was asked for is part of, whose order counts, too. */
  whole: number | null
}

const { placeholder } = sql

/** What the page is part of, and what stands beside that: the works whose parts are its neighbours. */
const works = sql`(select work.entry_id, coalesce(work.ordinal, 0) as ordinal from ${pageFacet} me
  join ${pageFacet} mine on mine.entry_id = me.work_id
  join ${pageFacet} work on work.entry_id = me.work_id or work.work_id = mine.work_id
  where me.entry_id = ${placeholder('id')}::bigint) w`

const beside = (side: Neighbour['side'], within: ReadScope): SQL => {
  const [isBeyond, order] = side === 'after' ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`]
  return sql`(select ${sql.raw(`'${side}'`)} as side, p.entry_id, mine.work_id as whole
    from ${works} join ${pageFacet} p on p.work_id = w.entry_id
    join ${pageFacet} me on me.entry_id = ${placeholder('id')}::bigint and me.kind = p.kind
    left join ${pageFacet} mine on mine.entry_id = me.work_id
    join ${entry} on ${entry.id} = p.entry_id and ${shownEntries(within) ?? sql`true`}
    where (w.ordinal, p.ordinal, p.entry_id) ${isBeyond} (coalesce(mine.ordinal, 0), me.ordinal, me.entry_id)
    order by w.ordinal ${order}, p.ordinal ${order}, p.entry_id ${order} limit 1)`
}

const bothSides = prepared((db, within: ReadScope) =>
  db
    .select({
      side: sql<Neighbour['side']>`beside.side`,
      id: entry.id,
      label: entry.label,
      whole: sql<number | null>`beside.whole::int`,
    })
    .from(sql`(${beside('before', within)} union all ${beside('after', within)}) beside`)
    .innerJoin(entry, sql`${entry.id} = beside.entry_id`)
    .prepare('neighbours'),
)

/**
 * The pages of a page's kind just before and just after it: among the parts of its work, and beyond their end in the
 * work before or after that one. At most one of each side.
 */
export const findNeighbours = (db: Queryable, within: ReadScope, id: number): Promise<Neighbour[]> =>
  bothSides(db, within).execute({ id })
