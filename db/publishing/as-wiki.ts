import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/postgres/client'
import { externalAuthor, revision } from '@/db/revisions/schema'

/** Whether the head of an entry, which is the version of this number, counts as reviewed. */
export async function isVersionReviewed(tx: Tx, entryId: number, number: number): Promise<boolean> {
  const [row] = await tx
    .select({ is: revision.isReviewed })
    .from(revision)
    .where(and(eq(revision.entryId, entryId), eq(revision.number, number)))
  return row?.is ?? false
}

/** The author, nobody's account, of what the wiki itself publishes under this name; made where there is none. */
export async function authorForWiki(tx: Tx, name: string, wiki: string): Promise<number> {
  const of = and(eq(externalAuthor.name, name), eq(externalAuthor.wiki, wiki))
  await tx.insert(externalAuthor).values({ name, wiki }).onConflictDoNothing()
  const [row] = await tx.select({ id: externalAuthor.id }).from(externalAuthor).where(of)
  if (!row) throw new Error('the author was not made')
  return row.id
}
