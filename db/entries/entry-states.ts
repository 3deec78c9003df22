import { eq, sql } from 'drizzle-orm'
import { entry, factFacet, pageFacet } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { idList, isAmong, prepared } from '@/db/postgres/prepared'
import { revision } from '@/db/revisions/schema'
import { pageKind } from '@/db/wiki/schema'

const entryStates = prepared((db) =>
  db
    .select({
      id: entry.id,
      kind: entry.kind,
      headNumber: revision.number,
      protection: entry.protection,
      protectedUntil: entry.protectedUntil,
      deletedAt: entry.deletedAt,
      isCategory: sql<boolean>`coalesce(${pageKind.isCategory}, false)`,
      isLivingPerson: sql<boolean>`coalesce(${pageFacet.isLivingPerson}, false)`,
      isPrivateLife: sql<boolean>`coalesce(${factFacet.isPrivateLife}, false)`,
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .leftJoin(pageFacet, eq(pageFacet.entryId, entry.id))
    .leftJoin(pageKind, eq(pageKind.key, pageFacet.kind))
    .leftJoin(factFacet, eq(factFacet.entryId, entry.id))
    .where(isAmong(entry.id, 'ids'))
    .prepare('entry_states'),
)

/** An entry's state for the rules, which also decide whether a protection has expired. */
export type EntryState = Awaited<ReturnType<ReturnType<typeof entryStates>['execute']>>[number]

/** The states of entries at this moment, by id; missing ones are left out. */
export async function findEntryStates(db: Queryable, ids: number[]): Promise<Map<number, EntryState>> {
  if (ids.length === 0) return new Map()
  const rows = await entryStates(db).execute({ ids: idList(ids) })
  return new Map(rows.map((row) => [row.id, row]))
}
