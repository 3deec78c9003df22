import { and, asc, desc, eq, isNotNull, isNull, not, type SQL, sql } from 'drizzle-orm'
import { account } from '@/db/accounts/schema'
import { type EntryKind, entry, pageFacet, title } from '@/db/entries/schema'
import { link } from '@/db/links/schema'
import type { Queryable } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { externalAuthor, revision, revisionContent } from '@/db/revisions/schema'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'
import { shownHeads } from '@/db/visibility/shown-heads'
import { isWithheld } from '@/db/visibility/withheld'
import { pageKind } from '@/db/wiki/schema'

/** The head of an entry with what its foot shows: when it was last edited and by whom. */
export const headColumns = (db: Queryable, within: ReadScope) => ({
  id: entry.id,
  number: entry.number,
  label: entry.label,
  kind: entry.kind,
  headId: revision.id,
  revisionNumber: revision.number,
  licence: revision.licence,
  origin: revision.origin,
  editedAt: revision.createdAt,
  authorId: revision.authorId,
  authorName: account.name,
  externalAuthorId: revision.externalAuthorId,
  externalAuthorName: externalAuthor.name,
  isAuthorWithheld: isWithheld(db, within, 'author'),
  protection: entry.protection,
  protectedUntil: entry.protectedUntil,
  protectionReason: entry.protectionReason,
  content: revisionContent.content,
  schemaVersion: revisionContent.schemaVersion,
  isLivingPerson: sql<boolean>`coalesce(${pageFacet.isLivingPerson}, false)`,
})

/** One entry with its head: none where there is none, or none that the scope shows. */
const headWhere = (name: string, which: SQL) =>
  prepared((db, within: ReadScope) =>
    db
      .select(headColumns(db, within))
      .from(entry)
      .innerJoin(revision, eq(revision.id, entry.headId))
      .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
      .leftJoin(account, eq(account.id, revision.authorId))
      .leftJoin(externalAuthor, eq(externalAuthor.id, revision.externalAuthorId))
      .leftJoin(pageFacet, eq(pageFacet.entryId, entry.id))
      .where(and(which, shownHeads(db, within)))
      .prepare(name),
  )

const ofPages = eq(entry.kind, 'page')

const { placeholder } = sql
const headById = headWhere('head_by_id', sql`${entry.id} = ${placeholder('id')}`)
const pageHeadById = headWhere(
  'page_head',
  sql`${entry.id} = ${placeholder('id')} and ${entry.kind} = 'page'`,
)
const pageHeadByTitle = headWhere(
  'page_head_by_title',
  sql`${entry.id} = (select ${title.entryId} from ${title} where ${title.key} = ${placeholder('key')}) and ${entry.kind} = 'page'`,
)
const headByNumber = headWhere(
  'head_by_number',
  sql`${entry.kind} = ${placeholder('kind')} and ${entry.number} = ${placeholder('number')}`,
)

export type ShownHead = Awaited<ReturnType<ReturnType<typeof headById>['execute']>>[number]

/** An entry's head by the entry's id; null when there is none, or not shown to the scope. */
export async function findShownHeadById(
  db: Queryable,
  within: ReadScope,
  id: number,
): Promise<ShownHead | null> {
  const [row] = await headById(db, within).execute({ id })
  return row ?? null
}

/** A page's head by the entry's id; null when it is no page, or not shown to the scope. */
export async function findPageHead(db: Queryable, within: ReadScope, id: number): Promise<ShownHead | null> {
  const [row] = await pageHeadById(db, within).execute({ id })
  return row ?? null
}

/** The head of the page with a title's key, also when that is an alias; null as above. */
export async function findPageHeadByTitle(
  db: Queryable,
  within: ReadScope,
  key: string,
): Promise<ShownHead | null> {
  const [row] = await pageHeadByTitle(db, within).execute({ key })
  return row ?? null
}

/** An entry's head by the number in its address; null when there is none, or not shown to the scope. */
export async function findHeadByNumber(
  db: Queryable,
  within: ReadScope,
  kind: EntryKind,
  number: number,
): Promise<ShownHead | null> {
  const [row] = await headByNumber(db, within).execute({ kind, number })
  return row ?? null
}

const inPlace = [
  sql`coalesce(${pageFacet.workId}, 0)`,
  sql`coalesce(${pageFacet.ordinal}, 0)`,
  asc(pageFacet.sortKey),
]

const place = sql`(coalesce(${pageFacet.workId}, 0), coalesce(${pageFacet.ordinal}, 0), ${pageFacet.sortKey})`

export interface ListedPage {
  id: number
  label: string
  sortKey: string
  ordinal: number | null
  /** The work that it has its place in; its title is null where the scope does not show it. */
  workId: number | null
  workLabel: string | null
}

/** Pages of a kind, ordered by their work and position in it, then by title; those after the page `after` names. */
export async function findPagesOfKind(
  db: Queryable,
  within: ReadScope,
  kind: string,
  after: string | null,
  most: number,
): Promise<ListedPage[]> {
  const beyond = after
    ? sql`${place} > (select coalesce(f.work_id, 0), coalesce(f.ordinal, 0), f.sort_key from ${pageFacet} f where f.kind = ${kind} and f.sort_key = ${after} limit 1)`
    : undefined
  return db
    .select({
      ...{ id: entry.id, label: entry.label },
      ...{ sortKey: pageFacet.sortKey, ordinal: pageFacet.ordinal, workId: pageFacet.workId },
      workLabel: sql<
        string | null
      >`(select ${entry.label} from ${entry} where ${entry.id} = ${pageFacet.workId} and ${shownEntries(within) ?? sql`true`})`,
    })
    .from(pageFacet)
    .innerJoin(entry, eq(entry.id, pageFacet.entryId))
    .where(and(eq(pageFacet.kind, kind), shownEntries(within), beyond))
    .orderBy(...inPlace)
    .limit(most)
}

const members = prepared((db, within: ReadScope) => {
  const first = db
    .select({ id: link.fromId })
    .from(link)
    .where(and(eq(link.toId, placeholder('category')), eq(link.kind, 'category'), isNull(link.until)))
    .orderBy(asc(link.fromId))
    .limit(placeholder('most'))
    .as('first')
  return db
    .select({ id: entry.id, label: entry.label, kind: pageFacet.kind })
    .from(first)
    .innerJoin(entry, eq(entry.id, first.id))
    .innerJoin(pageFacet, eq(pageFacet.entryId, entry.id))
    .where(shownEntries(within))
    .orderBy(asc(pageFacet.sortKey))
    .prepare('members')
})

/** The pages in a category, by title: of a large one the `most` oldest ones. */
export async function findCategoryMembers(
  db: Queryable,
  within: ReadScope,
  categoryId: number,
  most: number,
): Promise<{ id: number; label: string; kind: string }[]> {
  return members(db, within).execute({ category: categoryId, most })
}

/** The newest pages that are no categories, newest first. */
export async function findNewPages(
  db: Queryable,
  within: ReadScope,
  most: number,
): Promise<{ label: string; kindName: string }[]> {
  return db
    .select({ label: entry.label, kindName: pageKind.name })
    .from(entry)
    .innerJoin(pageFacet, eq(pageFacet.entryId, entry.id))
    .innerJoin(pageKind, eq(pageKind.key, pageFacet.kind))
    .where(and(ofPages, shownEntries(within), not(pageKind.isCategory)))
    .orderBy(desc(entry.number))
    .limit(most)
}

/** How many of the pages that name a work are looked at. */
const MOST_NAMING = 1_000

/**
 * The page that most others name as the work they belong to, judging by a thousand of them, else the oldest page; null
 * where there is none.
 */
export async function findMainPage(
  db: Queryable,
  within: ReadScope,
): Promise<{ id: number; label: string } | null> {
  const naming = db
    .select({ workId: pageFacet.workId })
    .from(pageFacet)
    .where(isNotNull(pageFacet.workId))
    .limit(MOST_NAMING)
    .as('naming')
  const [named] = await db
    .select({ id: entry.id, label: entry.label })
    .from(naming)
    .innerJoin(entry, eq(entry.id, naming.workId))
    .where(and(ofPages, shownEntries(within)))
    .groupBy(entry.id)
    .orderBy(sql`count(*) desc`, asc(entry.number))
    .limit(1)
  if (named) return named
  const [oldest] = await db
    .select({ id: entry.id, label: entry.label })
    .from(entry)
    .where(and(ofPages, shownEntries(within)))
    .orderBy(asc(entry.number))
    .limit(1)
  return oldest ?? null
}
