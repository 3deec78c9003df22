import { and, eq, isNull, sql } from 'drizzle-orm'
import { type LinkKind, link, titleLink } from '@/db/links/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'

const { placeholder } = sql

interface Behind {
  /** The places from which on a text shows it, where only closed parts do: pages, 0 for a place that nobody knows. */
  behind?: number[]
}

/** A link to another entry. */
export interface EntryLink extends Behind {
  kind: LinkKind
  to: number
}

/** A link to a title by its key. */
export interface TitleLink extends Behind {
  kind: 'mentions'
  to: string
}

/** A link to an entry, or to a title. */
export type OpenLink = EntryLink | TitleLink

/** Whether a link names an entry. */
export const isEntryLink = (one: OpenLink): one is EntryLink => typeof one.to === 'number'

/** What an entry links to today. */
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
 * Sets an entry's open links to entries, as of `sequence`: removed links are closed, new ones opened, the others keep
 * their `since`. Positions are counted within each kind. Gives the links that it had before.
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
        behind: one.behind ?? null,
        since: sequence,
      })),
    )
    .onConflictDoUpdate({
      target: [link.fromId, link.kind, link.toId],
      targetWhere: isNull(link.until),
      set: { position: sql`excluded.position`, behind: sql`excluded.behind` },
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

/** Which entries link to `toId` with one of `kinds`: of each kind the first `most`, each entry once. */
export async function findLinkSources(
  db: Queryable,
  toId: number,
  kinds: LinkKind[],
  most: number,
): Promise<number[]> {
  const rows = await linkSources(db).execute({ toId, kinds: `{${kinds.join(',')}}`, most })
  return rows.map((row) => row.id)
}
