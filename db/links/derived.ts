import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { factFacet, pageFacet, title } from '@/db/entries/schema'
import { type LinkKind, link, titleLink } from '@/db/links/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { searchRow } from '@/db/search/schema'
import { vectorOf } from '@/db/search/search-configurations'

const { placeholder } = sql

/** A link to another entry. */
export interface EntryLink {
  kind: LinkKind
  to: number
}

/** A link to an entry, or to whatever stands under a title, by its key. */
export type OpenLink = EntryLink | { kind: 'mentions'; to: string }

/** Whether a link names an entry. */
export const isEntryLink = (one: OpenLink): one is EntryLink => typeof one.to === 'number'

/** Where an entry points today. */
export async function findOpenLinks(db: Queryable, fromId: number): Promise<OpenLink[]> {
  const [entries, titles] = await Promise.all([
    findEntryLinks(db, fromId),
    db
      .select({ kind: sql<'mentions'>`'mentions'`, to: titleLink.key })
      .from(titleLink)
      .where(and(eq(titleLink.fromId, fromId), isNull(titleLink.until))),
  ])
  return [...entries, ...titles]
}

const findEntryLinks = (db: Queryable, fromId: number): Promise<EntryLink[]> =>
  db
    .select({ kind: link.kind, to: link.toId })
    .from(link)
    .where(and(eq(link.fromId, fromId), isNull(link.until)))

/**
 * Makes an entry's open links to entries those given, as of `sequence`: links that went are closed, new ones opened, the
 * others keep their `since`. Positions are counted within each kind. Gives the links that it had before.
 */
export async function replaceLinks(
  tx: Tx,
  fromId: number,
  links: EntryLink[],
  sequence: number,
): Promise<EntryLink[]> {
  const before = await findEntryLinks(tx, fromId)
  const key = (one: EntryLink) => `${one.kind}:${one.to}`
  const wanted = new Set(links.map(key))
  for (const gone of before.filter((one) => !wanted.has(key(one)))) {
    await tx
      .update(link)
      .set({ until: sequence })
      .where(
        and(eq(link.fromId, fromId), eq(link.kind, gone.kind), eq(link.toId, gone.to), isNull(link.until)),
      )
  }
  const placed = placeWithinKind(links)
  if (placed.length === 0) return before
  await tx
    .insert(link)
    .values(
      placed.map((one) => ({
        fromId,
        toId: one.to,
        kind: one.kind,
        position: one.position,
        since: sequence,
      })),
    )
    .onConflictDoUpdate({
      target: [link.fromId, link.kind, link.toId],
      targetWhere: isNull(link.until),
      set: { position: sql`excluded.position` },
    })
  return before
}

function placeWithinKind(links: EntryLink[]) {
  const counts = new Map<LinkKind, number>()
  return links.map((one) => {
    const position = counts.get(one.kind) ?? 0
    counts.set(one.kind, position + 1)
    return { ...one, position }
  })
}

const linkSources = prepared((db) =>
  db
    .selectDistinct({ id: sql<number>`of_kind.from_id::int` })
    .from(
      sql`unnest(${placeholder('kinds')}::link_kind[]) as asked (kind)
        cross join lateral (select l.from_id from ${link} l where l.to_id = ${placeholder('toId')}::bigint
          and l.kind = asked.kind and l.until is null order by l.from_id limit ${placeholder('most')}::int) of_kind`,
    )
    .prepare('link_sources'),
)

/** Which entries point at `toId` with one of `kinds`: of each kind the first `most`, each entry once. */
export async function findLinkSources(
  db: Queryable,
  toId: number,
  kinds: LinkKind[],
  most: number,
): Promise<number[]> {
  const rows = await linkSources(db).execute({ toId, kinds: `{${kinds.join(',')}}`, most })
  return rows.map((row) => row.id)
}

/** The title under which an entry is read; null when it has none yet. */
export async function findCurrentTitle(
  db: Queryable,
  entryId: number,
): Promise<typeof title.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(title)
    .where(and(eq(title.entryId, entryId), eq(title.isCurrent, true)))
  return row ?? null
}

/**
 * Makes `text` an entry's current title; the one before becomes an alias. Gives false, and changes nothing, when the
 * key belongs to another entry.
 */
export async function moveTitle(tx: Tx, entryId: number, key: string, text: string): Promise<boolean> {
  await tx
    .update(title)
    .set({ isCurrent: false })
    .where(and(eq(title.entryId, entryId), eq(title.isCurrent, true), sql`${title.key} <> ${key}`))
  const written = await tx
    .insert(title)
    .values({ key, entryId, text, isCurrent: true })
    .onConflictDoUpdate({
      target: title.key,
      set: { text, isCurrent: true },
      setWhere: eq(title.entryId, entryId),
    })
    .returning({ key: title.key })
  return written.length === 1
}

/** Replaces what lists of pages know of a page. */
export async function replacePageFacet(tx: Tx, facet: typeof pageFacet.$inferInsert): Promise<void> {
  const { entryId: _, ...set } = facet
  await tx.insert(pageFacet).values(facet).onConflictDoUpdate({ target: pageFacet.entryId, set })
}

/** Replaces what lists and rules know of a fact. */
export async function replaceFactFacet(tx: Tx, facet: typeof factFacet.$inferInsert): Promise<void> {
  const { entryId: _, ...set } = facet
  await tx.insert(factFacet).values(facet).onConflictDoUpdate({ target: factFacet.entryId, set })
}

type SearchRow = Required<Omit<typeof searchRow.$inferInsert, 'vector'>>

const given = {
  label: sql`${placeholder('label')}`,
  text: sql`${placeholder('text')}`,
  configuration: sql`${placeholder('configuration')}`,
}

const newSearchText = prepared((db) =>
  db
    .update(searchRow)
    .set({ ...given, vector: vectorOf(given.configuration, given.label, given.text) })
    .where(eq(searchRow.entryId, placeholder('entryId')))
    .returning({ entryId: searchRow.entryId })
    .prepare('new_search_text'),
)

/**
 * Replaces what search sees of an entry, which is locked. Updated where it is there: an `INSERT … ON CONFLICT` would take
 * the words out of the text twice.
 */
export async function replaceSearchRow(tx: Tx, row: SearchRow): Promise<void> {
  const { entryId, label, text, configuration } = row
  const updated = await newSearchText(tx).execute({ entryId, label, text, configuration })
  if (updated.length === 0) await insertSearchRow(tx, row)
}

/** Lets search see an entry that it did not see before. */
export async function insertSearchRow(tx: Tx, row: SearchRow): Promise<void> {
  const { label, text, configuration } = row
  const vector = vectorOf(sql`${configuration}`, sql`${label}`, sql`${text}`)
  await tx.insert(searchRow).values({ ...row, vector })
}

/** Takes an entry out of search. */
export async function removeSearchRow(tx: Tx, entryId: number): Promise<void> {
  await tx.delete(searchRow).where(eq(searchRow.entryId, entryId))
}

/** What lists of pages know of one; null for a page that is new. */
export async function findPageFacet(
  db: Queryable,
  id: number,
): Promise<typeof pageFacet.$inferSelect | null> {
  const [row] = await db.select().from(pageFacet).where(eq(pageFacet.entryId, id))
  return row ?? null
}

export interface AboutPage {
  id: number
  isLivingPerson: boolean
}

/** The facets of pages by id, as far as the rules ask for them. */
export async function findPageFacets(db: Queryable, ids: number[]): Promise<Map<number, AboutPage>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: pageFacet.entryId, isLivingPerson: pageFacet.isLivingPerson })
    .from(pageFacet)
    .where(inArray(pageFacet.entryId, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The facets of facts by id. */
export async function findFactFacets(
  db: Queryable,
  ids: number[],
): Promise<Map<number, typeof factFacet.$inferSelect>> {
  if (ids.length === 0) return new Map()
  const rows = await db.select().from(factFacet).where(inArray(factFacet.entryId, ids))
  return new Map(rows.map((row) => [row.entryId, row]))
}
