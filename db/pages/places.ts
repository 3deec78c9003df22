import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { cacheEvent, isOfPlaces } from '@/db/cache/schema'
import { entry, pageFacet } from '@/db/entries/schema'
import { fieldValue } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { pageKind, setting } from '@/db/wiki/schema'

/** The key of the setting after how many days a place opens for everybody. */
export const OPEN_AFTER_DAYS = 'spoilers_open_after_days'

/** The most places that a wiki is asked for: those of the oldest pages. */
const MOST_PLACES = 5_000

/** The last day that a page may have been released on: what its kind's field of that meaning says. */
const releasedOn = sql<string | null>`(select max(${fieldValue.lastDay})::text from ${fieldValue}
  where ${fieldValue.entryId} = ${pageFacet.entryId} and ${fieldValue.fits}
    and ${fieldValue.field} = ${pageKind.key} || '.' || ${pageKind.releasedBy})`

const openAfterDays = sql<
  string | null
>`(select ${setting.value}::text from ${setting} where ${setting.key} = ${sql.raw(`'${OPEN_AFTER_DAYS}'`)})`

const places = prepared((db) =>
  db
    .select({
      id: pageFacet.entryId,
      label: entry.label,
      kind: pageFacet.kind,
      kindName: pageKind.name,
      within: pageFacet.workId,
      number: pageFacet.ordinal,
      releasedOn,
      gateKind: entry.gateKind,
      openAfterDays,
    })
    .from(pageFacet)
    .innerJoin(pageKind, and(eq(pageKind.key, pageFacet.kind), eq(pageKind.hasOrdinal, true)))
    .innerJoin(entry, eq(entry.id, pageFacet.entryId))
    .where(and(isNull(entry.deletedAt), isNotNull(pageFacet.workId), isNotNull(pageFacet.ordinal)))
    .orderBy(asc(pageFacet.entryId))
    .limit(MOST_PLACES)
    .prepare('places'),
)

export type PlaceRow = Awaited<ReturnType<ReturnType<typeof places>['execute']>>[number]

/**
 * The seasons, episodes and volumes that a gate can name, in no order: what each is a part of, its number there, the last
 * day (ISO 8601) on which it may have been released, and with each the setting after how many days it opens, as JSON, null where the wiki has not said.
 */
export async function findPlaces(db: Queryable): Promise<PlaceRow[]> {
  return places(db).execute()
}

const state = prepared((db) =>
  db
    .select({
      event: sql<string | null>`(select concat(${cacheEvent.id}, ' ', ${cacheEvent.at}) from ${cacheEvent}
        where ${isOfPlaces(cacheEvent.tags)} order by ${cacheEvent.id} desc limit 1)`,
      openAfterDays,
      kinds: sql<
        string | null
      >`(select string_agg(concat_ws('.', ${pageKind.key}, ${pageKind.name}, ${pageKind.releasedBy}), ' ' order by ${pageKind.key})
        from ${pageKind} where ${pageKind.hasOrdinal})`,
    })
    .from(sql`(select 1) one`)
    .prepare('state_of_places'),
)

/**
 * Changes whenever what `findPlaces` gives may have: with the last event of such a change, the setting, and the kinds of
 * pages. Events are kept for a day, so what is older cannot be compared by it.
 */
export async function findStateOfPlaces(db: Queryable): Promise<string> {
  return JSON.stringify(await state(db).execute())
}
