import { asc, gt, sql } from 'drizzle-orm'
import { webhookProgress } from '@/db/feeds/schema'
import type { Primary } from '@/db/postgres/client'
import { findListed, type ListedRevision } from '@/db/revisions/listed'
import { revision } from '@/db/revisions/schema'
import type { ReadScope } from '@/db/visibility/read-scope'

/** The publish sequence up to which the webhook was told. Asked for the first time, that is the newest edit. */
export async function findToldUntil(db: Primary): Promise<number> {
  const newest = sql<number>`coalesce((select max(${revision.sequence}) from ${revision}), 0)`
  await db.insert(webhookProgress).values({ sequence: newest }).onConflictDoNothing()
  const [row] = await db.select({ sequence: webhookProgress.sequence }).from(webhookProgress)
  if (!row) throw new Error('the row that was just written is gone')
  return row.sequence
}

/** The next edits after a place in the publish sequence, the oldest first; only of entries that exist for the scope. */
export const findEditsAfter = (
  db: Primary,
  within: ReadScope,
  after: number,
  most: number,
): Promise<ListedRevision[]> =>
  findListed(db, within, { which: gt(revision.sequence, after), by: [asc(revision.sequence)], most })

/** Remembers that the webhook was told up to this place in the publish sequence. */
export async function keepToldUntil(db: Primary, sequence: number): Promise<void> {
  await db.update(webhookProgress).set({ sequence })
}
