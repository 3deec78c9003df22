import { and, desc, eq, inArray, lt, not, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import { account } from '@/db/accounts/schema'
import { type EntryKind, entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { editsOf, newestFirst } from '@/db/revisions/edits-of'
import { externalAuthor, revision, revisionContent } from '@/db/revisions/schema'
import { isHiddenFrom, visibleLabel } from '@/db/visibility/private-life'
import { existingEntries, type ReadScope, standsOpen } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'

const previous = alias(revision, 'previous')

/** Whether a revision's text is hidden from the scope: withheld, or of a hidden fact. */
const isRedacted = (db: Queryable, within: ReadScope, part: 'text' | 'summary') =>
  sql<boolean>`(${isWithheld(db, within, part)} or ${isHiddenFrom(within)})`

/**
 * Looked up for each revision that is shown: with a join, the planner would read all accounts once a long history is
 * involved.
 */
const nameOfAuthor = sql`(select ${account.name} from ${account} where ${account.id} = ${revision.authorId})`
const ofExternal = (column: AnyPgColumn) =>
  sql`(select ${column} from ${externalAuthor} where ${externalAuthor.id} = ${revision.externalAuthorId})`

/** The columns of lists of revisions. What is withheld from the scope never leaves the database: null stands for it. */
const listed = (db: Queryable, within: ReadScope) => {
  const author = isWithheld(db, within, 'author')
  const [summary, text] = [isRedacted(db, within, 'summary'), isRedacted(db, within, 'text')]
  const textBefore = isWithheld(db, within, 'text', previous)
  return {
    id: revision.id,
    number: revision.number,
    sequence: revision.sequence,
    at: revision.createdAt,
    isMinor: revision.isMinor,
    via: revision.via,
    touches: revision.touches,
    summary: sql<string | null>`case when ${summary} then null else ${revision.summary} end`,
    isAuthorHidden: author,
    authorId: sql<string | null>`case when ${author} then null else ${revision.authorId} end`,
    authorName: sql<string | null>`case when ${author} then null else ${nameOfAuthor} end`,
    externalId: sql<string | null>`case when ${author} then null else ${revision.externalAuthorId} end`,
    externalName: sql<
      string | null
    >`case when ${author} then null else ${ofExternal(externalAuthor.name)} end`,
    externalWiki: sql<
      string | null
    >`case when ${author} then null else ${ofExternal(externalAuthor.wiki)} end`,
    isTextHidden: text,
    isOpen: standsOpen(within),
    gateKind: entry.gateKind,
    gatePageId: entry.gatePageId,
    words: sql<number | null>`case when ${text} then null else ${revision.words} end`,
    wordsBefore: sql<number | null>`case when ${textBefore} then null else ${previous.words} end`,
    previousId: previous.id,
    entryId: entry.id,
    kind: entry.kind,
    entryNumber: entry.number,
    label: visibleLabel(within),
    headId: entry.headId,
  }
}

interface Wanted {
  which: SQL | undefined
  before?: SQL | undefined
  most: number | Placeholder
  /** The order of the list; an index has to lead with the columns of `which` and end with it. */
  by?: SQL[]
}

function findListed(
  db: Queryable,
  within: ReadScope,
  { which, before, most, by = [desc(revision.sequence)] }: Wanted,
) {
  return db
    .select(listed(db, within))
    .from(revision)
    .innerJoin(entry, eq(entry.id, revision.entryId))
    .leftJoin(
      previous,
      and(eq(previous.entryId, revision.entryId), eq(previous.number, revision.parentNumber)),
    )
    .where(and(which, before, existingEntries(within)))
    .orderBy(...by)
    .limit(most)
}

export type ListedRevision = Awaited<ReturnType<typeof findListed>>[number]

/** Larger than the number of any revision: all come before it. */
const BEYOND_NUMBERS = 2 ** 31 - 1
const BEYOND_SEQUENCE = Number.MAX_SAFE_INTEGER

const history = prepared((db, within: ReadScope) =>
  findListed(db, within, {
    which: eq(revision.entryId, sql.placeholder('entry')),
    before: lt(revision.number, sql.placeholder('before')),
    most: sql.placeholder('most'),
    by: [desc(revision.number)],
  }).prepare('history'),
)

const recentWhere = (name: string, which: SQL | undefined) =>
  prepared((db, within: ReadScope) =>
    findListed(db, within, {
      which,
      before: lt(revision.sequence, sql.placeholder('before')),
      most: sql.placeholder('most'),
    }).prepare(name),
  )
const recent = recentWhere('recent', undefined)
const recentWithoutMinor = recentWhere('recent_without_minor', not(revision.isMinor))

/** An entry's revisions, newest first, those before number `before`; none for an entry that is not shown. */
export async function findHistory(
  db: Queryable,
  within: ReadScope,
  entryId: number,
  before: number | null,
  most: number,
): Promise<ListedRevision[]> {
  return history(db, within).execute({ entry: entryId, before: before ?? BEYOND_NUMBERS, most })
}

/** Recent changes, newest first, before the publish sequence `before`; only of entries that are shown. */
export async function findRecentRevisions(
  db: Queryable,
  within: ReadScope,
  { before, isMinorHidden, most }: { before: number | null; isMinorHidden: boolean; most: number },
): Promise<ListedRevision[]> {
  const statement = isMinorHidden ? recentWithoutMinor : recent
  return statement(db, within).execute({ before: before ?? BEYOND_SEQUENCE, most })
}

/** How many edits of an account are searched for those of one kind of entry. */
const LOOKED_THROUGH = 2_000

/**
 * An account's published edits, newest first, without those whose author is withheld. Of one kind of entry where one is
 * named: then among the next two thousand edits.
 */
export async function findContributions(
  db: Queryable,
  within: ReadScope,
  accountId: number,
  before: number | null,
  most: number,
  kind: EntryKind | null = null,
): Promise<ListedRevision[]> {
  const theirs = and(editsOf(accountId, before), not(isWithheld(db, within, 'author')))
  if (kind === null)
    return findListed(db, within, { which: theirs, before: undefined, most, by: newestFirst })
  const next = db
    .select({ id: revision.id, entryId: revision.entryId, sequence: revision.sequence })
    .from(revision)
    .where(theirs)
    .orderBy(...newestFirst)
    .limit(LOOKED_THROUGH)
    .as('next')
  const ofKind = await db
    .select({ id: next.id })
    .from(next)
    .innerJoin(entry, eq(entry.id, next.entryId))
    .where(and(eq(entry.kind, kind), existingEntries(within)))
    .orderBy(desc(next.sequence))
    .limit(most)
  if (ofKind.length === 0) return []
  const ids = ofKind.map(({ id }) => id)
  return findListed(db, within, { which: inArray(revision.id, ids), before: undefined, most })
}

/** Where the next two thousand edits of an account end, in the publish sequence; null where there are no more than these. */
export async function findEndOfLookedThrough(
  db: Queryable,
  accountId: number,
  before: number | null,
): Promise<number | null> {
  const [row] = await db
    .select({ sequence: revision.sequence })
    .from(revision)
    .where(editsOf(accountId, before))
    .orderBy(...newestFirst)
    .offset(LOOKED_THROUGH)
    .limit(1)
  return row === undefined ? null : row.sequence + 1
}

/** One revision as lists show it, by id; null when there is none, or its entry is not shown. */
export async function findListedRevision(
  db: Queryable,
  within: ReadScope,
  id: number,
): Promise<ListedRevision | null> {
  const [row] = await findListed(db, within, { which: eq(revision.id, id), most: 1 })
  return row ?? null
}

/** Revisions by id, with their content; `content` is null where the text was erased or is hidden from the scope. */
export async function findRevisionTexts(db: Queryable, within: ReadScope, ids: number[]) {
  if (ids.length === 0) return []
  const hidden = isRedacted(db, within, 'text')
  return db
    .select({
      ...listed(db, within),
      content: sql<unknown>`case when ${hidden} then null else ${revisionContent.content} end`,
      schemaVersion: revisionContent.schemaVersion,
    })
    .from(revision)
    .innerJoin(entry, eq(entry.id, revision.entryId))
    .leftJoin(
      previous,
      and(eq(previous.entryId, revision.entryId), eq(previous.number, revision.parentNumber)),
    )
    .leftJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(and(inArray(revision.id, ids), existingEntries(within)))
}

export type RevisionText = Awaited<ReturnType<typeof findRevisionTexts>>[number]

/** The entries of revisions, before anything else is read of them; unknown ids are left out. */
export async function findEntriesOfRevisions(db: Queryable, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectDistinct({ entryId: revision.entryId })
    .from(revision)
    .where(inArray(revision.id, ids))
  return rows.map((row) => row.entryId)
}

/** The revision after this one of the same entry; null for the head. */
export async function findNextRevision(
  db: Queryable,
  entryId: number,
  number: number,
): Promise<number | null> {
  const [row] = await db
    .select({ id: revision.id })
    .from(revision)
    .where(and(eq(revision.entryId, entryId), eq(revision.number, number + 1)))
  return row?.id ?? null
}

/** The id of the entry of a kind with this number in its address; null when there is none. */
export async function findEntryId(db: Queryable, kind: EntryKind, number: number): Promise<number | null> {
  const [row] = await db
    .select({ id: entry.id })
    .from(entry)
    .where(and(eq(entry.kind, kind), eq(entry.number, number)))
  return row?.id ?? null
}
