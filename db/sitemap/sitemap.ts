import { and, asc, eq, not, sql } from 'drizzle-orm'
import { type EntryKind, entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { revision } from '@/db/revisions/schema'
import { isHiddenFrom } from '@/db/visibility/private-life'
import type { ReadScope } from '@/db/visibility/read-scope'
import { shownHeads } from '@/db/visibility/shown-heads'

/** How many numbers of a kind one part covers; it stands in the index `entry_sitemap`, too. */
const IN_A_PART = 10_000

/** The entries of a kind with 10,000 numbers one after the other, from 1 on. */
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

/** The entries of a part that the scope shows, in the order of their numbers. */
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
    .where(
      and(
        eq(entry.kind, kind),
        sql`${entry.number} between ${first} and ${first + IN_A_PART - 1}`,
        shownHeads(db, within),
        not(isHiddenFrom(within)),
      ),
    )
    .orderBy(asc(entry.number))
}
