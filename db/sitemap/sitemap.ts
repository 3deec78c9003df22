import { and, asc, eq, not, type SQL, sql } from 'drizzle-orm'
import { type EntryKind, entry, pageFacet } from '@/db/entries/schema'
import { link, relation } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'
import { isHiddenFrom } from '@/db/visibility/private-life'
import type { ReadScope } from '@/db/visibility/read-scope'
import { shownHeads } from '@/db/visibility/shown-heads'

/**
 * How many numbers of a kind one part covers; it stands in the index `entry_sitemap`, too. The format allows 50,000 (and
 * as many parts), but each part is made while somebody waits for it.
 */
const IN_A_PART = 2_000

/** The entries of a kind with so many numbers one after the other, from 1 on. */
export interface SitemapPart {
  kind: EntryKind
  part: number
}

/** Every part in which something is not deleted, and when an entry in it was changed last. */
export async function findSitemapParts(db: Queryable): Promise<(SitemapPart & { changedAt: Date })[]> {
  const rows = await db.execute<{ kind: EntryKind; part: number; changedAt: string }>(sql`
    select last.kind, (part + 1)::int as part, changed.at as "changedAt"
    from unnest(enum_range(null::entry_kind)) as kinds (kind)
    cross join lateral (select e.kind, e.number from ${entry} e
      where e.kind = kinds.kind and e.deleted_at is null order by e.number desc limit 1) last
    cross join generate_series(0, (last.number - 1) / ${sql.raw(String(IN_A_PART))}) as part
    cross join lateral (select e.changed_at as at from ${entry} e
      where e.kind = last.kind and (e.number - 1) / ${sql.raw(String(IN_A_PART))} = part and e.deleted_at is null
      order by e.changed_at desc limit 1) changed
    order by last.kind, part`)
  return rows.map((row) => ({ ...row, changedAt: new Date(row.changedAt) }))
}

/**
 * Whether a page says enough to be listed, as far as it can be told without its text (`saysEnough` in `lib/pages`): words,
 * and facts about it, a picture, or something that names it. True for everything else.
 */
const linked = (which: SQL) => sql`exists (select 1 from ${link} l where l.until is null and ${which})`
const saysEnough = sql`(${pageFacet.entryId} is null or ${revision.words} >= 20 and (
  ${linked(sql`l.to_id = ${entry.id} and l.kind in ('about', 'category')`)}
  or ${linked(sql`l.from_id = ${entry.id} and l.kind = 'embeds' and l.behind is null`)}
  or exists (select 1 from ${relation} r where r.to_id = ${entry.id} and r.until is null)))`

/** The entries of a part that the scope shows and that say enough, in the order of their numbers. */
export async function findSitemapEntries(
  db: Queryable,
  within: ReadScope,
  { kind, part }: SitemapPart,
): Promise<{ number: number; label: string; changedAt: Date }[]> {
  const first = (part - 1) * IN_A_PART + 1
  return db
    .select({ number: entry.number, label: entry.label, changedAt: entry.changedAt })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .leftJoin(pageFacet, eq(pageFacet.entryId, entry.id))
    .where(
      and(
        eq(entry.kind, kind),
        sql`${entry.number} between ${first} and ${first + IN_A_PART - 1}`,
        shownHeads(db, within),
        not(isHiddenFrom(within)),
        saysEnough,
      ),
    )
    .orderBy(asc(entry.number))
}
