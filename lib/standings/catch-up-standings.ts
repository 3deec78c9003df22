import { primary, transaction } from '@/db/postgres/client'
import { takePublishLock } from '@/db/postgres/locks'
import { drawSequence } from '@/db/publishing/publish-sequence'
import { findDueStandings } from '@/db/standings/standings'
import { announce } from '@/lib/cache/announce'
import { recomputeNext } from './refresh-standings'

/** Computes every postponed standing, a bounded number in each transaction, so that others can publish between. */
export async function catchUpStandings(): Promise<void> {
  if (!(await findDueStandings(primary()))) return
  while (await recomputeSome()) {
    // Lets others publish in between.
  }
}

function recomputeSome(): Promise<boolean> {
  return transaction(async (tx) => {
    await takePublishLock(tx)
    const changedTags = await recomputeNext(tx, () => drawSequence(tx))
    if (changedTags?.length) await announce(tx, changedTags)
    return changedTags !== null
  })
}
