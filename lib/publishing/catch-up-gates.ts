import { replaceLabel } from '@/db/entries/entries'
import { findDerivation, findGatedAfter, noteDerivation } from '@/db/links/derivations'
import { type Tx, transaction } from '@/db/postgres/client'
import { takeTurn } from '@/db/postgres/locks'
import { findEntryHeads, findLivingKinds, lockEntries } from '@/db/publishing/publishing'
import { storedEntry } from '@/lib/kinds/registry'
import { deriveSearchRow } from './derive'
import { labelOf } from './label'

const NAME = 'words behind gates'

/** So many entries are looked at in one transaction. */
const AT_ONCE = 200

/**
 * Gives what stands behind a gate its own label and its words in search, which earlier releases left out: since then
 * what reads them asks to whom it is open. What has been done is done once; an interrupted start goes on where it stopped.
 */
export async function catchUpGates(atOnce = AT_ONCE): Promise<void> {
  while (await transaction((tx) => deriveNext(tx, atOnce))) {
    // Others write in between.
  }
}

async function deriveNext(tx: Tx, atOnce: number): Promise<boolean> {
  await takeTurn(tx, NAME)
  const { throughId, isDone } = await findDerivation(tx, NAME)
  if (isDone) return false
  const ids = await findGatedAfter(tx, throughId, atOnce)
  await lockEntries(tx, ids)
  const living = await findLivingKinds(tx, ids)
  for (const { id, kind, ...head } of (await findEntryHeads(tx, ids)).values()) {
    const one = storedEntry(kind, head)
    await replaceLabel(tx, id, labelOf(one))
    if (living.has(id)) await deriveSearchRow(tx, { ...one, id })
  }
  await noteDerivation(tx, { name: NAME, throughId: ids.at(-1) ?? throughId, isDone: ids.length < atOnce })
  return true
}
