import { and, eq, gte, isNull, ne, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '@/db/client'
import { prepared } from '@/db/prepared'
import { entry, pageFacet } from '@/db/schema/entries'
import { revision } from '@/db/schema/revisions'
import { setting } from '@/db/schema/wiki'

const settings = prepared((db) => db.select().from(setting).prepare('settings'))

/** Everything the wiki decides about itself, by key. */
export async function findSettings(db: Queryable): Promise<Map<string, unknown>> {
  const rows = await settings(db).execute()
  return new Map(rows.map((row) => [row.key, row.value]))
}

/** Writes settings of the wiki by key; those not named stay as they are. */
export async function writeSettings(tx: Tx, settings: Record<string, unknown>): Promise<void> {
  const rows = Object.entries(settings).map(([key, value]) => ({ key, value }))
  await tx
    .insert(setting)
    .values(rows)
    .onConflictDoUpdate({ target: setting.key, set: { value: sql`excluded.value` } })
}

export interface Figures {
  pages: number
  facts: number
  sources: number
  /** Accounts that published an edit since the given moment; imports are nobody's. */
  editors: number
}

/** How much there is, deleted entries left out, and how many people edited since `since`. */
export async function findFigures(db: Queryable, since: Date): Promise<Figures> {
  const editors = db
    .select({ count: sql<number>`count(distinct ${revision.authorId})` })
    .from(revision)
    .where(and(gte(revision.createdAt, since), ne(revision.via, 'import')))
  const [row] = await db
    .select({
      pages: sql<number>`(count(*) filter (where ${entry.kind} = 'page'))::int`,
      facts: sql<number>`(count(*) filter (where ${entry.kind} = 'fact'))::int`,
      sources: sql<number>`(count(*) filter (where ${entry.kind} = 'source'))::int`,
      editors: sql<number>`(${editors})::int`,
    })
    .from(entry)
    .where(isNull(entry.deletedAt))
  return row ?? { pages: 0, facts: 0, sources: 0, editors: 0 }
}

/** How many pages there are of each kind, deleted ones left out. */
export async function countPagesByKind(db: Queryable): Promise<Map<string, number>> {
  const rows = await db
    .select({ kind: pageFacet.kind, count: sql<number>`count(*)::int` })
    .from(pageFacet)
    .innerJoin(entry, and(eq(entry.id, pageFacet.entryId), isNull(entry.deletedAt)))
    .groupBy(pageFacet.kind)
  return new Map(rows.map((row) => [row.kind, row.count]))
}
