import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type EntryKind, entry, type GateKind, title } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { textHiddenFromPlanner } from '@/db/postgres/hidden-from-planner'
import { idList, isAmong, prepared } from '@/db/postgres/prepared'
import { searchRow } from '@/db/search/schema'
import { visibleLabel } from '@/db/visibility/private-life'
import { type ReadScope, shownEntries, standsOpen } from '@/db/visibility/read-scope'
import { similarTitles } from './similar-titles'

const current = alias(title, 'current_title')

export interface TitleHolder {
  entryId: number
  /** The entry's current title. */
  title: string
  deletedAt: Date | null
  deletionReason: string | null
  gateKind: GateKind
  gatePageId: number | null
}

const gate = { gateKind: entry.gateKind, gatePageId: entry.gatePageId }
const gateColumns = (within: ReadScope) => ({ ...gate, isOpen: standsOpen(within) })

const titleHolder = prepared((db) =>
  db
    .select({
      entryId: entry.id,
      title: current.text,
      deletedAt: entry.deletedAt,
      deletionReason: entry.deletionReason,
      ...gate,
    })
    .from(title)
    .innerJoin(entry, eq(entry.id, title.entryId))
    .innerJoin(current, and(eq(current.entryId, title.entryId), eq(current.isCurrent, true)))
    .where(eq(title.key, sql.placeholder('key')))
    .prepare('title_holder'),
)

/** The page of a title's key, and its current title; deleted and closed pages too. Null for a free title. */
export async function findTitleHolder(db: Queryable, key: string): Promise<TitleHolder | null> {
  const [row] = await titleHolder(db).execute({ key })
  return row ?? null
}

export interface NameRow {
  id: number
  kind: EntryKind
  number: number
  /** Null where the scope hides it. */
  label: string | null
  /** Its gate, and whether that stands open to the scope. */
  gateKind: GateKind
  gatePageId: number | null
  isOpen: boolean
  isDeleted: boolean
}

const names = prepared((db, within: ReadScope) =>
  db
    .select({
      id: entry.id,
      kind: entry.kind,
      number: entry.number,
      label: visibleLabel(within),
      ...gateColumns(within),
      isDeleted: sql<boolean>`${entry.deletedAt} is not null`,
    })
    .from(entry)
    .where(isAmong(entry.id, 'ids'))
    .prepare('names'),
)

/** The labels and addresses of entries; missing ones are left out. */
export async function findEntryNames(db: Queryable, within: ReadScope, ids: number[]): Promise<NameRow[]> {
  if (ids.length === 0) return []
  return names(db, within).execute({ ids: idList(ids) })
}

const namesByTitle = prepared((db, within: ReadScope) =>
  db
    .select({
      key: title.key,
      id: entry.id,
      kind: entry.kind,
      number: entry.number,
      label: visibleLabel(within),
      ...gateColumns(within),
      isDeleted: sql<boolean>`${entry.deletedAt} is not null`,
    })
    .from(title)
    .innerJoin(entry, eq(entry.id, title.entryId))
    .where(sql`${title.key} = any(${sql.placeholder('keys')}::text[])`)
    .prepare('names_by_title'),
)

/** The pages of title keys, with their current titles; free titles are left out. */
export async function findNamesByTitle(
  db: Queryable,
  within: ReadScope,
  keys: string[],
): Promise<(NameRow & { key: string })[]> {
  if (keys.length === 0) return []
  return namesByTitle(db, within).execute({ keys })
}

/** How many similar titles are ranked. */
const WEIGHED = 300

/**
 * The titles of pages of which one, current or former, is similar to the folded `name`; the most similar first, at most
 * `most`.
 */
export async function findNearTitles(
  db: Queryable,
  within: ReadScope,
  name: string,
  most: number,
): Promise<string[]> {
  const alike = similarTitles(textHiddenFromPlanner(name), WEIGHED)
  const rows = await db
    .select({ label: searchRow.label })
    .from(sql`(select entry_id, max(likeness) as likeness from (${alike}) titles group by entry_id) alike`)
    .innerJoin(searchRow, sql`${searchRow.entryId} = alike.entry_id`)
    .innerJoin(entry, eq(entry.id, searchRow.entryId))
    .where(shownEntries(within))
    .orderBy(desc(sql`alike.likeness`), asc(searchRow.label))
    .limit(most)
  return rows.map((row) => row.label)
}
