import { and, desc, eq, inArray, lt, not, type SQL, sql } from 'drizzle-orm'
import { isPerson } from '@/db/accounts/accounts'
import { account } from '@/db/accounts/schema'
import { type EntryKind, entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'
import { editsOf, newestFirst } from '@/db/revisions/edits-of'
import { findListed, isRedacted, type ListedRevision, listed, previous } from '@/db/revisions/listed'
import { type EditsInOrder, findAmongNext } from '@/db/revisions/next-edits'
import { patrol, revision, revisionContent } from '@/db/revisions/schema'
import { existingEntries, type ReadScope } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'

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

/** Which recent changes are wanted; all of them where nothing is said. */
export interface RecentFilter {
  isMinorHidden?: boolean
  kind?: EntryKind | null
  /** Only by accounts that were new when they edited, and whose name is shown. */
  isByNewcomers?: boolean
  /** Only what nobody but its author has looked at. */
  isUnreviewed?: boolean
}

/** How old the account of a newcomer is at most, in days, when it edits. */
const NEWCOMER_DAYS = 30

/** The wiki's edits before a place in the publish sequence. */
export const editsBefore = (before: number | null, { isMinorHidden }: RecentFilter): EditsInOrder => ({
  which: and(
    lt(revision.sequence, before ?? BEYOND_SEQUENCE),
    isMinorHidden ? not(revision.isMinor) : undefined,
  ),
  by: [desc(revision.sequence)],
})

/**
 * Recent changes, newest first, before the publish sequence `before`; only of entries that are shown. Those by newcomers,
 * to one kind, or unreviewed are searched among the next two thousand.
 */
export async function findRecentRevisions(
  db: Queryable,
  within: ReadScope,
  { before, most, ...filter }: RecentFilter & { before: number | null; most: number },
): Promise<ListedRevision[]> {
  const which = filterOf(db, within, filter)
  if (which) return findAmongNext(db, within, { edits: editsBefore(before, filter), which, most })
  const statement = filter.isMinorHidden ? recentWithoutMinor : recent
  return statement(db, within).execute({ before: before ?? BEYOND_SEQUENCE, most })
}

function filterOf(db: Queryable, within: ReadScope, filter: RecentFilter): SQL | undefined {
  const wasNew = sql`exists (select 1 from ${account} where ${account.id} = ${revision.authorId} and ${isPerson}
    and ${account.createdAt} > ${revision.createdAt} - make_interval(days => ${NEWCOMER_DAYS}))`
  const isPatrolled = sql`exists (select 1 from ${patrol} where ${patrol.revisionId} = ${revision.id})`
  return and(
    filter.kind ? eq(entry.kind, filter.kind) : undefined,
    filter.isByNewcomers ? and(wasNew, not(isWithheld(db, within, 'author'))) : undefined,
    filter.isUnreviewed ? and(not(revision.isReviewed), not(isPatrolled)) : undefined,
  )
}

/** An account's published edits before a place in the publish sequence, without those whose author is withheld. */
export const editsShownOf = (
  db: Queryable,
  within: ReadScope,
  accountId: number,
  before: number | null,
): EditsInOrder => ({
  which: and(editsOf(accountId, before), not(isWithheld(db, within, 'author'))),
  by: newestFirst,
})

/**
 * Edits that say of a source of a fact that somebody here has read it, where the version before did not: what it said
 * until then was checked.
 */
const isCheck = sql`(${entry.kind} = 'fact' and ${revision.number} > 1 and 'evidence' = any(${revision.touches}) and exists (
  select from ${revisionContent} said, jsonb_array_elements(said.content -> 'citations') c
  where said.revision_id = ${revision.id} and c ->> 'opened' = 'yes' and not exists (
    select from ${revision} r join ${revisionContent} earlier on earlier.revision_id = r.id,
      jsonb_array_elements(earlier.content -> 'citations') e
    where r.entry_id = ${revision.entryId} and r.number = ${revision.parentNumber}
      and e -> 'source' = c -> 'source' and e ->> 'opened' = 'yes')))`

/** Which of an account's edits are listed by themselves: those to one kind of entry, or those that checked a source. */
export type EditsWanted = EntryKind | 'checks'

/**
 * An account's published edits, newest first, without those whose author is withheld. Of one kind of entry where one is
 * named, or only checks: then among the next two thousand edits.
 */
export async function findContributions(
  db: Queryable,
  within: ReadScope,
  accountId: number,
  before: number | null,
  most: number,
  wanted: EditsWanted | null = null,
): Promise<ListedRevision[]> {
  const edits = editsShownOf(db, within, accountId, before)
  if (wanted === null) return findListed(db, within, { ...edits, most })
  const which = wanted === 'checks' ? isCheck : eq(entry.kind, wanted)
  return findAmongNext(db, within, { edits, which, most })
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
