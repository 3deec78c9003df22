import { sql } from 'drizzle-orm'
import { entry, factFacet, title } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { revision, revisionContent } from '@/db/revisions/schema'
import { factStanding } from '@/db/standings/schema'
import { isUnsourcedPrivateLife } from '@/db/visibility/private-life'
import { isLinkOpen, type ReadScope } from '@/db/visibility/read-scope'
import { shownHeads } from '@/db/visibility/shown-heads'
import { titleLink, wantedTitle } from './schema'

const isFree = (key: string) => sql`not exists (select from ${title} t where t.key = ${sql.raw(key)})`

/** Counts anew which titles that no page has are linked to in the open, and keeps the `most` that are linked to most often. */
export async function countWanted(tx: Tx, most: number): Promise<void> {
  await tx.delete(wantedTitle)
  await tx.execute(sql`insert into ${wantedTitle} (key, links)
    select l.key, count(*) from ${titleLink} l where l.until is null and l.behind is null and ${isFree('l.key')}
    group by l.key order by count(*) desc, l.key limit ${most}`)
}

/** A title that no page has, and its place in the list. */
export interface WantedRow {
  key: string
  links: number
}

/** Titles that no page has still, the most wanted first, those beyond `after`. */
export async function findWanted(db: Queryable, after: WantedRow | null, most: number): Promise<WantedRow[]> {
  const beyond =
    after === null ? sql`true` : sql`(-w.links, w.key) > (${-after.links}::int, ${after.key}::text)`
  return db.execute<{ key: string; links: number }>(sql`
    select w.key, w.links from ${wantedTitle} w where ${isFree('w.key')} and ${beyond}
    order by -w.links, w.key limit ${most}`)
}

/** The head of a page or a fact that links to a title. */
export interface LinkingText {
  key: string
  content: unknown
  /** How many entries link to it, those included whose text is not shown; counted up to a bound. */
  links: number
}

/** Of each of these titles up to `each` heads that link to it and are shown to the scope, with how many link there. */
export async function findLinkingTexts(
  db: Queryable,
  within: ReadScope,
  keys: readonly string[],
  { each, counted }: { each: number; counted: number },
): Promise<LinkingText[]> {
  if (keys.length === 0) return []
  const linking = sql`from ${titleLink} l join ${entry} on ${entry.id} = l.from_id
    join ${revision} on ${revision.id} = ${entry.headId}
    left join ${factFacet} on ${factFacet.entryId} = ${entry.id}
    left join ${factStanding} on ${factStanding.entryId} = ${entry.id}
    where l.key = asked.key and l.until is null and ${isLinkOpen(within)} and ${shownHeads(db, within) ?? sql`true`}
      and not ${isUnsourcedPrivateLife}`
  return db.execute<Record<string, unknown> & LinkingText>(sql`
    select asked.key, c.content,
      (select count(*)::int from (select ${linking} limit ${counted}) counted) as links
    from unnest(${sql.param([...keys])}::text[]) with ordinality as asked (key, place)
    cross join lateral (select ${entry.headId} as head_id ${linking}
      order by l.from_id limit ${each}) head
    join ${revisionContent} c on c.revision_id = head.head_id
    order by asked.place`)
}
