import { eq, type SQL, sql } from 'drizzle-orm'
import { type EntryKind, entry, pageFacet } from '@/db/entries/schema'
import { link, relation } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { idList, prepared } from '@/db/postgres/prepared'
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

/** So many links of an entry are looked at: the facts that are about hundreds of pages are few. */
const MOST_LINKS = 60

/** The entries that are asked about, by id, with their kinds. */
const asked: SQL = sql`unnest(${sql.placeholder('ids')}::bigint[], ${sql.placeholder('kinds')}::text[]) as asked (id, kind)`

/** What facts say of themselves. */
const own = prepared((db) =>
  db
    .select({
      id: entry.id,
      standing: factStanding.standing,
      supports: sql<number>`coalesce(${factStanding.supports}, 0)`,
      topics: sql<string[]>`case when jsonb_typeof(${revisionContent.content} -> 'topics') = 'array'
        then array(select jsonb_array_elements_text(${revisionContent.content} -> 'topics')) else '{}' end`,
    })
    .from(entry)
    .innerJoin(revisionContent, eq(revisionContent.revisionId, entry.headId))
    .leftJoin(factStanding, eq(factStanding.entryId, entry.id))
    .where(sql`${entry.id} in (select id from ${asked} where kind = 'fact')`)
    .prepare('faceted'),
)

/**
 * The pages behind facets, in one pass over pages and facts: grouping for each of them would cost more than all
 * look-ups. Each limit is there for the planner, who takes them for many and would read whole tables. Of pages that a
 * fact is about, and of pages themselves, those with a place in a work; of an episode the season that it is in. What only
 * closed parts show is not told.
 */
const behind: SQL = sql`
  with asked as materialized (
    select id, kind from ${asked} where kind in ('page', 'fact', 'file')
  ), linked as materialized (
    select asked.id, l.kind, l.to_id from asked cross join lateral (
      select l.kind, l.to_id from ${link} l where l.from_id = asked.id and l.until is null and l.behind is null
        and l.kind in ('about', 'category', 'embeds') limit ${sql.raw(String(MOST_LINKS))}) l
  ), placed (id, page) as (
    select id, to_id from linked where kind = 'about' union all select id, id from asked where kind = 'page'
  ), told (id, facet, value) as (
    select asked.id, 'speakers', r.to_id from asked cross join lateral (select r.to_id from ${relation} r
      where r.from_id = asked.id and r.field = ${sql.placeholder('speaker')} and r.until is null limit ${sql.raw(String(MOST_LINKS))}) r where asked.kind = 'fact'
    union all select id, 'categories', to_id from linked where kind = 'category'
    union all select id, 'pictures', id from asked where kind = 'file'
    union all select linked.id, 'pictures', to_id from linked cross join lateral (
      select from ${entry} shown where shown.id = to_id and shown.kind = 'file' limit 1) picture where linked.kind = 'embeds'
    union all select placed.id, 'places', place.id from placed cross join lateral (
      select coalesce((select above.entry_id from ${pageFacet} above where above.entry_id = own.work_id
        and above.ordinal is not null), own.entry_id) as id
      from ${pageFacet} own where own.entry_id = placed.page and own.ordinal is not null limit 1) place
  )
  select id, facet, array_agg(distinct value) as ids from told group by id, facet`

type Behind = 'speakers' | 'categories' | 'pictures' | 'places'

const behindFacets = prepared((db) =>
  db
    .select({
      id: sql<number>`id::int`,
      facet: sql<Behind>`facet`,
      ids: sql<number[]>`ids::int[]`,
    })
    .from(sql`(${behind}) as behind`)
    .prepare('behind_facets'),
)

/** What search can narrow these entries down by, in their order; `speaker` is the field of who said a fact. */
export async function findFacets(
  db: Queryable,
  entries: readonly { id: number; kind: EntryKind }[],
  speaker: string,
): Promise<Faceted[]> {
  if (entries.length === 0) return []
  const list = {
    ids: idList(entries.map(({ id }) => id)),
    kinds: `{${entries.map(({ kind }) => kind).join()}}`,
  }
  const [said, told] = await Promise.all([
    own(db).execute(list),
    behindFacets(db).execute({ ...list, speaker }),
  ])
  const ownOf = new Map(said.map((row) => [row.id, row]))
  const of: Record<Behind, Map<number, number[]>> = {
    ...{ speakers: new Map(), categories: new Map(), pictures: new Map(), places: new Map() },
  }
  for (const { id, facet, ids } of told) of[facet].set(id, ids)
  return entries.map(({ id }) => ({
    ...(ownOf.get(id) ?? { id, standing: null, supports: 0, topics: [] }),
    speakers: of.speakers.get(id) ?? [],
    places: of.places.get(id) ?? [],
    categories: of.categories.get(id) ?? [],
    hasPicture: of.pictures.has(id),
  }))
}
