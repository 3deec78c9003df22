import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { entry, pageFacet } from '@/db/entries/schema'
import { fieldValue } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { pageKind, setting } from '@/db/wiki/schema'

/** The key of the setting after how many days a place opens for everybody. */
export const OPEN_AFTER_DAYS = 'spoilers_open_after_days'

/** The most places that a wiki is asked for: those of the oldest pages. */
const MOST_PLACES = 5_000

/** Of each page the last day that it may have been released on: what its kind's field of that meaning says. */
const releases = (db: Queryable) =>
  db
    .select({
      entryId: fieldValue.entryId,
      day: sql<string | null>`max(${fieldValue.lastDay})::text`.as('day'),
    })
    .from(fieldValue)
    .where(
      and(
        eq(fieldValue.fits, true),
        sql`${fieldValue.field} in (select kind.key || '.' || kind.released_by from ${pageKind} kind where kind.has_ordinal)`,
      ),
    )
    .groupBy(fieldValue.entryId)
    .as('released')

const places = prepared((db) => {
  const released = releases(db)
  return db
    .select({
      id: pageFacet.entryId,
      label: entry.label,
      kind: pageFacet.kind,
      kindName: pageKind.name,
      within: pageFacet.workId,
      number: pageFacet.ordinal,
      releasedOn: released.day,
      gateKind: entry.gateKind,
      openAfterDays: sql<
        string | null
      >`(select ${setting.value}::text from ${setting} where ${setting.key} = ${sql.raw(`'${OPEN_AFTER_DAYS}'`)})`,
    })
    .from(pageFacet)
    .innerJoin(pageKind, and(eq(pageKind.key, pageFacet.kind), eq(pageKind.hasOrdinal, true)))
    .innerJoin(entry, eq(entry.id, pageFacet.entryId))
    .leftJoin(released, eq(released.entryId, pageFacet.entryId))
    .where(and(isNull(entry.deletedAt), isNotNull(pageFacet.workId), isNotNull(pageFacet.ordinal)))
    .orderBy(asc(pageFacet.entryId))
    .limit(MOST_PLACES)
    .prepare('places')
})

export type PlaceRow = Awaited<ReturnType<ReturnType<typeof places>['execute']>>[number]

/**
 * The seasons, episodes and volumes that a gate can name, in no order: what each is a part of, its number there, the last
 * day (ISO 8601) on which it may have been released, and with each the setting after how many days it opens, as JSON, null where the wiki has not said.
 */
export async function findPlaces(db: Queryable): Promise<PlaceRow[]> {
  return places(db).execute()
}
