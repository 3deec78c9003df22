import { and, asc, eq, isNull, not, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isIndecent } from '@/db/queries/decency'
import { type ReadScope, shownEntries } from '@/db/read-scope'
import { entry, factFacet } from '@/db/schema/entries'
import { factStanding, type LinkKind, link } from '@/db/schema/links'

/** A place in the list: after this link. */
export interface AfterLink {
  kind: LinkKind
  from: number
}

const shownLinks = (within: ReadScope, toId: number) =>
  and(eq(link.toId, toId), isNull(link.until), shownEntries(within), not(isIndecent))

/** What points at an entry today, by kind of link and then by entry; beyond `after`, of one kind where one is named. */
export async function findBacklinks(
  db: Queryable,
  within: ReadScope,
  toId: number,
  { kind, after, most }: { kind: LinkKind | null; after: AfterLink | null; most: number },
) {
  const beyond =
    after && sql`(${link.kind}, ${link.fromId}) > (${after.kind}::link_kind, ${after.from}::bigint)`
  return db
    .select({
      link: link.kind,
      id: entry.id,
      kind: entry.kind,
      number: entry.number,
      label: entry.label,
    })
    .from(link)
    .innerJoin(entry, eq(entry.id, link.fromId))
    .leftJoin(factFacet, eq(factFacet.entryId, entry.id))
    .leftJoin(factStanding, eq(factStanding.entryId, entry.id))
    .where(
      and(shownLinks(within, toId), kind === null ? undefined : eq(link.kind, kind), beyond ?? undefined),
    )
    .orderBy(asc(link.kind), asc(link.fromId))
    .limit(most)
}

/**
 * How many links of each kind point at an entry today. Of each the first are looked at, one more than `most`, so that
 * what half the wiki points at costs no more; those of what is not shown are not counted.
 */
export async function countBacklinks(
  db: Queryable,
  within: ReadScope,
  toId: number,
  most: number,
): Promise<Map<LinkKind, number>> {
  const rows = await db.execute<{ kind: LinkKind; count: number }>(sql`
    select asked.kind, (
      select count(*)::int from (
        select l.from_id from ${link} l where l.to_id = ${toId} and l.kind = asked.kind and l.until is null
        order by l.from_id limit ${most + 1}
      ) first join ${entry} on ${entry.id} = first.from_id
        left join ${factFacet} on ${factFacet.entryId} = ${entry.id}
        left join ${factStanding} on ${factStanding.entryId} = ${entry.id}
      where ${and(shownEntries(within), not(isIndecent))}
    ) as count from unnest(enum_range(null::link_kind)) as asked (kind)`)
  return new Map(rows.flatMap(({ kind, count }) => (count > 0 ? [[kind, count]] : [])))
}
