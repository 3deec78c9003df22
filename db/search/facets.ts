import { eq, type SQL, sql } from 'drizzle-orm'
import { entry, pageFacet } from '@/db/entries/schema'
import { link, relation } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { isAmong, prepared } from '@/db/postgres/prepared'
import { revisionContent } from '@/db/revisions/schema'
import { factStanding, type Standing } from '@/db/standings/schema'

/** What search can be narrowed down by, of one entry. */
export interface Faceted {
  id: number
  standing: Standing | null
  /** How many sources support a fact. */
  supports: number
  topics: string[]
  /** Ids of pages: who said it, the seasons and volumes that it is about or is in, its categories. */
  speakers: number[]
  places: number[]
  categories: number[]
  hasPicture: boolean
}

/** The pages that the current entry links to so. */
const linked = (kind: 'category' | 'about') => sql`select ${link.toId} from ${link}
  where ${link.fromId} = ${entry.id} and ${link.kind} = ${sql.raw(`'${kind}'`)} and ${link.until} is null`

const ids = (rows: SQL) => sql<number[]>`array(select one::int from (${rows}) linked (one))`

/**
 * The seasons, volumes and the like among these pages, and those that episodes among them are in: what has a place in a
 * work that has none itself.
 */
const seasonsOf = (pages: SQL) => sql`select distinct coalesce(above.entry_id, own.entry_id)
  from ${pageFacet} own left join ${pageFacet} above on above.entry_id = own.work_id and above.ordinal is not null
  where own.entry_id in (${pages}) and own.ordinal is not null`

const faceted = prepared((db) =>
  db
    .select({
      id: entry.id,
      standing: factStanding.standing,
      supports: sql<number>`coalesce(${factStanding.supports}, 0)`,
      topics: sql<
        string[]
      >`case when ${entry.kind} = 'fact' and jsonb_typeof(${revisionContent.content} -> 'topics') = 'array'
        then array(select jsonb_array_elements_text(${revisionContent.content} -> 'topics')) else '{}' end`,
      speakers: ids(sql`select ${relation.toId} from ${relation}
        where ${relation.fromId} = ${entry.id} and ${relation.field} = ${sql.placeholder('speaker')} and ${relation.until} is null`),
      places: ids(
        seasonsOf(
          sql`select ${entry.id} where ${entry.kind} = 'page' union all (${linked('about')} limit 20)`,
        ),
      ),
      categories: ids(sql`${linked('category')} limit 20`),
      hasPicture: sql<boolean>`${entry.kind} = 'file' or exists (select from ${link} join ${entry} shown on shown.id = ${link.toId}
        where ${link.fromId} = ${entry.id} and ${link.kind} = 'embeds' and ${link.until} is null and shown.kind = 'file')`,
    })
    .from(entry)
    .leftJoin(factStanding, eq(factStanding.entryId, entry.id))
    .leftJoin(
      revisionContent,
      sql`${entry.kind} = 'fact' and ${revisionContent.revisionId} = ${entry.headId}`,
    )
    .where(isAmong(entry.id, 'ids'))
    .prepare('faceted'),
)

/** What search can narrow these entries down by, in no order; `speaker` is the field of who said a fact. */
export async function findFacets(db: Queryable, ids: readonly number[], speaker: string): Promise<Faceted[]> {
  if (ids.length === 0) return []
  return faceted(db).execute({ ids: `{${ids.join(',')}}`, speaker })
}
