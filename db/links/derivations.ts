import { type SQL, sql } from 'drizzle-orm'
import type { EntryKind } from '@/db/entries/schema'
import { entry } from '@/db/entries/schema'
import { derivation, titleLink } from '@/db/links/schema'
import type { Tx } from '@/db/postgres/client'
import { idList } from '@/db/postgres/prepared'
import { revision, revisionContent } from '@/db/revisions/schema'

/** How far a derivation from texts of earlier releases has come; from the beginning, where none has begun. */
export async function findDerivation(tx: Tx, name: string): Promise<{ throughId: number; isDone: boolean }> {
  const [row] = await tx.select().from(derivation).where(sql`${derivation.name} = ${name}`)
  return row ?? { throughId: 0, isDone: false }
}

/** The first derivation with this name, or with more behind it, that is not done; null when all are. */
export async function findUndoneDerivation(
  tx: Tx,
  name: string,
): Promise<typeof derivation.$inferSelect | null> {
  const [row] = await tx
    .select()
    .from(derivation)
    .where(
      sql`(${derivation.name} = ${name} or starts_with(${derivation.name}, ${`${name} `})) and not ${derivation.isDone}`,
    )
    .orderBy(derivation.name)
    .limit(1)
  return row ?? null
}

/** Whether the wiki has any entry. */
export async function hasEntries(tx: Tx): Promise<boolean> {
  return (await findEntriesAfter(tx, 0, 1)).length > 0
}

/** Records how far it has come now. */
export async function noteDerivation(tx: Tx, now: typeof derivation.$inferInsert): Promise<void> {
  await tx.insert(derivation).values(now).onConflictDoUpdate({ target: derivation.name, set: now })
}

/** The next entries in the order of their ids, at most `most`. */
export async function findEntriesAfter(tx: Tx, afterId: number, most: number): Promise<number[]> {
  const rows = await tx
    .select({ id: entry.id })
    .from(entry)
    .where(sql`${entry.id} > ${afterId}`)
    .orderBy(entry.id)
    .limit(most)
  return rows.map(({ id }) => id)
}

/** The next entries with a gate in the order of their ids, at most `most`. */
export async function findGatedAfter(tx: Tx, afterId: number, most: number): Promise<number[]> {
  const rows = await tx
    .select({ id: entry.id })
    .from(entry)
    .where(sql`${entry.gateKind} <> 'none' and ${entry.id} > ${afterId}`)
    .orderBy(entry.id)
    .limit(most)
  return rows.map(({ id }) => id)
}

export interface LinkingHead {
  id: number
  kind: EntryKind
  /** The place of the head in the publish sequence. */
  sequence: number
  content: unknown
  schemaVersion: number
}

/**
 * The heads of those of these entries that may say something in fields of a type; of pages of one kind only those with a
 * value in one field, where one is named.
 */
export async function findHeadsToType(
  tx: Tx,
  ids: number[],
  field: { kind: string; key: string } | null,
): Promise<(LinkingHead & { number: number })[]> {
  if (ids.length === 0) return []
  const which = field
    ? sql`${revisionContent.content}->>'kind' = ${field.kind} and ${revisionContent.content}->'infobox' ? ${field.key}`
    : sql`true`
  return tx
    .select({
      ...{ id: entry.id, kind: entry.kind, number: entry.number },
      ...{ sequence: revision.sequence, content: revisionContent.content },
      schemaVersion: revisionContent.schemaVersion,
    })
    .from(entry)
    .innerJoin(revision, sql`${revision.id} = ${entry.headId}`)
    .innerJoin(revisionContent, sql`${revisionContent.revisionId} = ${revision.id}`)
    .where(sql`${entry.id} = any(${sql.param(ids)}::bigint[]) and ${which}`)
}

/** Those of these entries whose heads have links in their texts. */
export async function findLinkingHeads(tx: Tx, ids: number[]): Promise<LinkingHead[]> {
  return findHeads(tx, ids, sql`${revisionContent.content}::text like '%"wikiLink"%'`)
}

const findHeads = (tx: Tx, ids: number[], which: SQL): Promise<LinkingHead[]> =>
  tx
    .select({
      ...{ id: entry.id, kind: entry.kind, sequence: revision.sequence },
      ...{ content: revisionContent.content, schemaVersion: revisionContent.schemaVersion },
    })
    .from(entry)
    .innerJoin(revision, sql`${revision.id} = ${entry.headId}`)
    .innerJoin(revisionContent, sql`${revisionContent.revisionId} = ${revision.id}`)
    .where(sql`${entry.id} = any(${sql.param(ids)}::bigint[]) and ${which}`)

/** Opens links by title that do not exist yet. */
export async function insertTitleLinks(
  tx: Tx,
  links: Omit<typeof titleLink.$inferSelect, 'until'>[],
): Promise<void> {
  const [fromIds, keys, since, behind] = [
    links.map((one) => one.fromId),
    links.map((one) => one.key),
    links.map((one) => one.since),
    links.map((one) => one.behind && idList(one.behind)),
  ].map((values) => sql.param(values))
  await tx.execute(sql`insert into ${titleLink} (from_id, key, since, behind)
    select l.from_id, l.key, l.since, l.behind::bigint[]
    from unnest(${fromIds}::bigint[], ${keys}::text[], ${since}::bigint[], ${behind}::text[]) as l (from_id, key, since, behind)
    on conflict do nothing`)
}

/** The next pages in the order of their ids, at most `most`. */
export async function findPagesAfter(tx: Tx, afterId: number, most: number): Promise<number[]> {
  const rows = await tx
    .select({ id: entry.id })
    .from(entry)
    .where(sql`${entry.kind} = 'page' and ${entry.id} > ${afterId}`)
    .orderBy(entry.id)
    .limit(most)
  return rows.map(({ id }) => id)
}

/** Those of these entries in which parts are closed. */
export async function findPartlyClosedHeads(tx: Tx, ids: number[]): Promise<LinkingHead[]> {
  return findHeads(tx, ids, sql`${revisionContent.content}::text like any(array['%"spoiler"%', '%"gates"%'])`)
}
