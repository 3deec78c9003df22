import { and, desc, eq, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import { account } from '@/db/accounts/schema'
import { entry } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { externalAuthor, revision } from '@/db/revisions/schema'
import { isHiddenFrom, visibleLabel } from '@/db/visibility/private-life'
import { existingEntries, type ReadScope, standsOpen } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'

/** The revision before the current one, where lists compare with it. */
export const previous = alias(revision, 'previous')

/** Whether a revision's text is hidden from the scope: withheld, or of a hidden fact. */
export const isRedacted = (db: Queryable, within: ReadScope, part: 'text' | 'summary') =>
  sql<boolean>`(${isWithheld(db, within, part)} or ${isHiddenFrom(within)})`

/**
 * Looked up for each revision that is shown: with a join, the planner would read all accounts once a long history is
 * involved.
 */
const nameOfAuthor = sql`(select ${account.name} from ${account} where ${account.id} = ${revision.authorId})`
const ofExternal = (column: AnyPgColumn) =>
  sql`(select ${column} from ${externalAuthor} where ${externalAuthor.id} = ${revision.externalAuthorId})`

/** The columns of lists of revisions. What is withheld from the scope never leaves the database: null stands for it. */
export const listed = (db: Queryable, within: ReadScope) => {
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

/** Revisions that lists show, newest first; only of entries that exist for the scope. */
export function findListed(
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
