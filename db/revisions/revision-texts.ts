import { and, asc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/postgres/client'
import { revision, revisionContent } from '@/db/revisions/schema'
import type { ReadScope } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'

/** The texts of an entry's revisions, in order; null for a text or summary that is withheld from the scope. */
export async function findTextsOfRevisions(
  db: Queryable,
  within: ReadScope,
  entryId: number,
  { from, to }: { from: number; to: number },
) {
  const [text, summary] = [isWithheld(db, within, 'text'), isWithheld(db, within, 'summary')]
  return db
    .select({
      number: revision.number,
      content: sql<unknown>`case when ${text} then null else ${revisionContent.content} end`,
      schemaVersion: revisionContent.schemaVersion,
      summary: sql<string | null>`case when ${summary} then null else ${revision.summary} end`,
    })
    .from(revision)
    .leftJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(and(eq(revision.entryId, entryId), sql`${revision.number} between ${from} and ${to}`))
    .orderBy(asc(revision.number))
}
