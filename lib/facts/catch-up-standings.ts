import { primary, transaction } from '@/db/client'
import { takePublishLock } from '@/db/queries/locks'
import { drawSequence } from '@/db/queries/resting'
import { findDueStandings } from '@/db/queries/standings'
import { announce } from '@/lib/cache/announce'
import { weighNext } from './refresh-standings'

/** Weighs every fact whose standing was put off, a bounded number in each transaction, so that others publish between. */
export async function catchUpStandings(): Promise<void> {
  if (!(await findDueStandings(primary()))) return
  while (await weighSome()) {
    // Others take their turns in between.
  }
}

function weighSome(): Promise<boolean> {
  return transaction(async (tx) => {
    await takePublishLock(tx)
    const told = await weighNext(tx, () => drawSequence(tx))
    if (told?.length) await announce(tx, told)
    return told !== null
  })
}
