import type { Tx } from '@/db/postgres/client'
import { takePublishLock } from '@/db/postgres/locks'
import { findReviewableHeads } from '@/db/standings/standings'
import { type EntryContent, kindOf, stored } from '@/lib/kinds/registry'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { isSame } from '@/lib/text/canonical'

/**
 * The sources, among what is about to be published, whose stated origin or its weight changes: only then can the
 * standing of a fact that cites them change. Asked before heads move, under the publish lock, which it takes where
 * there are sources.
 */
export async function sourcesWithChangedOrigin(
  tx: Tx,
  placed: (EntryContent & { id: number })[],
  { isReviewed }: { isReviewed: boolean },
): Promise<number[]> {
  const ids = placed.filter((one) => kindOf(one.kind).bearsOnStandings).map((one) => one.id)
  if (ids.length === 0) return []
  await takePublishLock(tx)
  const heads = await findReviewableHeads(tx, ids)
  const before = new Map(heads.map((head) => [head.entryId, head]))
  return placed.flatMap((one) => {
    const head = before.get(one.id)
    if (!head) return []
    const { derivedFrom } = stored('source', head)
    const isTurned =
      head.isReviewed !== isReviewed || !isSame(derivedFrom, (one.content as SourceContent).derivedFrom)
    return isTurned ? [one.id] : []
  })
}
