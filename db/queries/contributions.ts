import { and, eq, not, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { isWithheld } from '@/db/queries/withholdings'
import { type ReadScope, shownEntries } from '@/db/read-scope'
import { entry } from '@/db/schema/entries'
import { revision } from '@/db/schema/revisions'

export interface ContributionFigures {
  edits: number
  /** How many entries they were made to. */
  entries: number
  pages: number
  facts: number
  sources: number
}

/**
 * How much an account has published, as far as it is shown and told to be theirs: edits, the entries they were made to,
 * and what began with them.
 */
export async function findContributionFigures(
  db: Queryable,
  within: ReadScope,
  accountId: number,
): Promise<ContributionFigures> {
  const begun = (kind: 'page' | 'fact' | 'source') =>
    sql<number>`(count(*) filter (where ${revision.number} = 1 and ${entry.kind} = ${kind}))::int`
  const [row] = await db
    .select({
      edits: sql<number>`count(*)::int`,
      entries: sql<number>`count(distinct ${entry.id})::int`,
      pages: begun('page'),
      facts: begun('fact'),
      sources: begun('source'),
    })
    .from(revision)
    .innerJoin(entry, eq(entry.id, revision.entryId))
    .where(and(eq(revision.authorId, accountId), shownEntries(within), not(isWithheld(db, within, 'author'))))
  return row ?? { edits: 0, entries: 0, pages: 0, facts: 0, sources: 0 }
}
