import { and, eq, not, sql } from 'drizzle-orm'
import { type EntryKind, entry, entryKinds } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { editsOf, newestFirst } from '@/db/revisions/edits-of'
import { revision } from '@/db/revisions/schema'
import { existingEntries, type ReadScope } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'

export interface ContributionFigures {
  edits: number
  /** How many entries they were made to. */
  entries: number
  /** How many entries of each kind it created. */
  begun: Partial<Record<EntryKind, number>>
}

/**
 * How much an account has published, as far as the scope shows it as theirs: edits, edited entries, created entries.
 * Its latest edits are looked at, one more than `most`.
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
  const begun = (kind: EntryKind) =>
    sql<number>`(count(*) filter (where ${latest.number} = 1 and ${entry.kind} = ${kind}))::int`
  const [row] = await db
    .select({
      edits: sql<number>`count(*)::int`,
      entries: sql<number>`count(distinct ${entry.id})::int`,
      begun: sql<Partial<Record<EntryKind, number>>>`jsonb_build_object(${sql.join(
        entryKinds.flatMap((kind) => [sql`${kind}::text`, begun(kind)]),
        sql`, `,
      )})`,
    })
    .from(latest)
    .innerJoin(entry, eq(entry.id, latest.entryId))
    .where(existingEntries(within))
  return row ?? { edits: 0, entries: 0, begun: {} }
}
