import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { type EntryKind, entry, factFacet } from '@/db/entries/schema'
import { type LinkKind, link, titleLink } from '@/db/links/schema'
import { keysOfTarget, type TitleTarget } from '@/db/links/title-links'
import type { Queryable } from '@/db/postgres/client'
import { factStanding } from '@/db/standings/schema'
import { isUnsourcedPrivateLife } from '@/db/visibility/private-life'
import { isLinkOpen, type ReadScope, shownEntries } from '@/db/visibility/read-scope'

/** A place in the list: after this link. */
export interface AfterLink {
  kind: LinkKind
  from: number
}

/** An entry that links somewhere, and how. */
export interface BacklinkRow {
  link: LinkKind
  id: number
  kind: EntryKind
  number: number
  label: string
}

/**
 * The labels, as far as the scope shows them, of the entries that `links` come from, which are called `l` with a
 * `from_id`.
 */
const fromShown = (within: ReadScope, links: SQL) => sql`${links}
  join ${entry} on ${entry.id} = l.from_id
  left join ${factFacet} on ${factFacet.entryId} = ${entry.id}
  left join ${factStanding} on ${factStanding.entryId} = ${entry.id}
  where ${and(shownEntries(within), sql`not (${isUnsourcedPrivateLife})`)}`

/**
 * What links to an entry today, or to a title, by id or by title: by kind of link and then by entry, each entry once
 * for each kind; beyond `after`, of one kind where one is named. Each partial list is read up to `most` only.
 */
export async function findBacklinks(
  db: Queryable,
  within: ReadScope,
  target: TitleTarget,
  { kind, after, most }: { kind: LinkKind | null; after: AfterLink | null; most: number },
): Promise<BacklinkRow[]> {
  const byId =
    'toId' in target
      ? sql`(select l.kind as link, l.from_id ${fromShown(within, sql`from ${link} l`)}
          and l.to_id = ${target.toId} and l.until is null and ${isLinkOpen(within)} ${kind === null ? sql`` : sql`and l.kind = ${kind}`}
          ${after ? sql`and (l.kind, l.from_id) > (${after.kind}::link_kind, ${after.from}::bigint)` : sql``}
          order by l.kind, l.from_id limit ${most}) union`
      : sql``
  const mayMention = kind === null || kind === 'mentions'
  const byTitle = sql`(select 'mentions'::link_kind as link, by_key.from_id
      from (${keysOfTarget(target)}) named cross join lateral (
        select l.from_id ${fromShown(within, sql`from ${titleLink} l`)} and l.key = named.key and l.until is null
          and ${isLinkOpen(within)} and ${mayMention} ${after ? sql`and ('mentions', l.from_id) > (${after.kind}::link_kind, ${after.from}::bigint)` : sql``}
        order by l.from_id limit ${most}) by_key)`
  const rows = await db
    .select({
      link: sql<LinkKind>`pointing.link`,
      id: entry.id,
      kind: entry.kind,
      number: entry.number,
      label: entry.label,
    })
    .from(sql`(${byId} ${byTitle} order by 1, 2 limit ${most}) pointing`)
    .innerJoin(entry, eq(entry.id, sql`pointing.from_id`))
    .orderBy(asc(sql`pointing.link`), asc(entry.id))
  return rows
}

/**
 * How many entries link to an entry today, or to a title, with each kind of link. Of each the first are looked at, one
 * more than `most`, so that very many links cost no more; those of hidden entries are not counted. Also gives the title
 * keys by which they may link.
 */
export async function countBacklinks(
  db: Queryable,
  within: ReadScope,
  target: TitleTarget,
  most: number,
): Promise<{ counts: Map<LinkKind, number>; keys: string[] }> {
  const isOpen = isLinkOpen(within)
  const byId =
    'toId' in target
      ? sql`(select l.from_id from ${link} l where l.to_id = ${target.toId} and l.kind = asked.kind and l.until is null
          and ${isOpen} order by l.from_id limit ${most + 1}) union`
      : sql``
  const rows = await db.execute<{ kind: LinkKind; count: number; keys: string[] }>(sql`
    select asked.kind, (
      select count(*)::int ${fromShown(
        within,
        sql`from (${byId} (${firstByTitle(target, most + 1, isOpen)}) order by 1 limit ${most + 1}) l`,
      )}
    ) as count, array(${keysOfTarget(target)}) as keys from unnest(enum_range(null::link_kind)) as asked (kind)`)
  const counts = new Map(rows.flatMap(({ kind, count }) => (count > 0 ? [[kind, count]] : [])))
  return { counts, keys: rows[0]?.keys ?? [] }
}

/**
 * The first entries that link to a target by one of its titles, where `asked.kind` is `mentions`; only by links `l` for
 * which a condition holds.
 */
export const firstByTitle = (target: TitleTarget, most: number, which = sql`true`): SQL => sql`
  select by_key.from_id from (${keysOfTarget(target)}) named cross join lateral (
    select l.from_id from ${titleLink} l
    where l.key = named.key and l.until is null and asked.kind = 'mentions' and ${which}
    order by l.from_id limit ${most}) by_key`
