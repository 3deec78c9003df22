import { and, eq, not, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { editsOf, newestFirst } from '@/db/queries/edits-of'
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
 * and what began with them. Its latest edits are looked at, one more than `most`.
 */
export async function findContributionFigures(
  db: Queryable,
  within: ReadScope,
  accountId: number,
  most: number,
): Promise<ContributionFigures> {
  const latest = db
    .select({ entryId: revision.entryId, number: revision.number })
    .from(revision)
    .where(and(editsOf(accountId, null), not(isWithheld(db, within, 'author'))))
    .orderBy(...newestFirst)
    .limit(most + 1)
    .as('latest')
  const begun = (kind: 'page' | 'fact' | 'source') =>
    sql<number>`(count(*) filter (where ${latest.number} = 1 and ${entry.kind} = ${kind}))::int`
  const [row] = await db
    .select({
      edits: sql<number>`count(*)::int`,
      entries: sql<number>`count(distinct ${entry.id})::int`,
      pages: begun('page'),
      facts: begun('fact'),
      sources: begun('source'),
    })
    .from(latest)
    .innerJoin(entry, eq(entry.id, latest.entryId))
    .where(shownEntries(within))
  return row ?? { edits: 0, entries: 0, pages: 0, facts: 0, sources: 0 }
}
