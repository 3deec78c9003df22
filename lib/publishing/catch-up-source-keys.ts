import { findDerivation, noteDerivation } from '@/db/links/derivations'
import { type Tx, transaction } from '@/db/postgres/client'
import { takeTurn } from '@/db/postgres/locks'
import { findEntryHeads, lockEntries } from '@/db/publishing/publishing'
import { findSourcesAfter, replaceSourceKeys } from '@/db/sources/source-keys'
import { stored } from '@/lib/kinds/registry'
import { sourceKeys } from '@/lib/kinds/source-keys'

const NAME = 'keys of sources'

/** So many sources are looked at in one transaction. */
const AT_ONCE = 500

/**
 * Derives what sources are found by of those that were published before there were keys: after an upgrade, and after a
 * backup of an earlier release was restored. What has been done is done once; an interrupted start goes on where it stopped.
 */
export async function catchUpSourceKeys(atOnce = AT_ONCE): Promise<void> {
  while (await transaction((tx) => deriveNext(tx, atOnce))) {
    // Others write in between.
  }
}

async function deriveNext(tx: Tx, atOnce: number): Promise<boolean> {
  await takeTurn(tx, NAME)
  const { throughId, isDone } = await findDerivation(tx, NAME)
  if (isDone) return false
  const ids = await findSourcesAfter(tx, throughId, atOnce)
  await lockEntries(tx, ids)
  const heads = [...(await findEntryHeads(tx, ids)).values()]
  await replaceSourceKeys(tx, new Map(heads.map((head) => [head.id, sourceKeys(stored('source', head))])))
  await noteDerivation(tx, { name: NAME, throughId: ids.at(-1) ?? throughId, isDone: ids.length < atOnce })
  return true
}
