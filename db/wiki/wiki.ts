import { and, desc, eq, gte, ne, sql } from 'drizzle-orm'
import { type EntryKind, entry, pageFacet } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { revision } from '@/db/revisions/schema'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { setting } from '@/db/wiki/schema'

const settings = prepared((db) => db.select().from(setting).prepare('settings'))

/** The wiki's settings, by key. */
export async function findSettings(db: Queryable): Promise<Map<string, unknown>> {
  const rows = await settings(db).execute()
  return new Map(rows.map((row) => [row.key, row.value]))
}

/** Writes settings of the wiki by key; those not named stay as they are. */
export async function writeSettings(tx: Tx, settings: Record<string, unknown>): Promise<void> {
  // A value of null is one, too: it is stored as JSON's, not as none.
  const rows = Object.entries(settings).map(([key, value]) => ({
    key,
    value: value === null ? sql`'null'::jsonb` : value,
  }))
  await tx
    .insert(setting)
    .values(rows)
    .onConflictDoUpdate({ target: setting.key, set: { value: sql`excluded.value` } })
}

export interface Figures {
  pages: number
  facts: number
  sources: number
  /** Accounts that published an edit since the given moment; imports count for nobody. */
  editors: number
}

/**
 * Counts of the wiki's entries that the scope shows, and how many people edited since `since`: each is counted up to one
 * more than `most`, so that a count costs no more in a large wiki. Of the edits the latest `most` are looked at.
 */
export async function findWikiFigures(
  db: Queryable,
  within: ReadScope,
  since: Date,
  most: number,
): Promise<Figures> {
  const counted = (kind: EntryKind) => {
    const some = db
      .select({ one: sql`1` })
      .from(entry)
      .where(and(eq(entry.kind, kind), shownEntries(within)))
      .limit(most + 1)
    return sql<number>`(select count(*)::int from ${some} counted)`
  }
  const edits = db
    .select({ authorId: revision.authorId })
    .from(revision)
    .where(and(gte(revision.createdAt, since), ne(revision.via, 'import')))
    .orderBy(desc(revision.createdAt))
    .limit(most)
  const [row] = await db.execute<{ [K in keyof Figures]: number }>(sql`
    select ${counted('page')} as pages, ${counted('fact')} as facts, ${counted('source')} as sources,
      (select count(distinct author_id)::int from ${edits} edits) as editors`)
  return row ?? { pages: 0, facts: 0, sources: 0, editors: 0 }
}

/**
 * How many pages there are of each of these kinds, those left out that the scope does not show. Of each the first are
 * looked at, one more than `most`; they are taken before any are left out, so that no more is ever read.
 */
export async function countPagesByKind(
  db: Queryable,
  within: ReadScope,
  kinds: readonly string[],
  most: number,
): Promise<Map<string, number>> {
  if (kinds.length === 0) return new Map()
  const rows = await db.execute<{ kind: string; count: number }>(sql`
    select asked.kind, (
      select count(*)::int from (
        select f.entry_id from ${pageFacet} f where f.kind = asked.kind order by f.sort_key limit ${most + 1}
      ) first where exists (select from ${entry} where ${and(sql`${entry.id} = first.entry_id`, shownEntries(within))} offset 0)
    ) as count from unnest(${sql.param([...kinds])}::text[]) as asked (kind)`)
  return new Map(rows.flatMap(({ kind, count }) => (count > 0 ? [[kind, count]] : [])))
}
