import { primary, transaction } from '@/db/client'
import { takePublishLock } from '@/db/queries/locks'
import { drawSequence } from '@/db/queries/resting'
import { findDueStandings } from '@/db/queries/standings'
import { announce } from '@/lib/cache/announce'
import { logError } from '@/lib/log'
import { weighNext } from './refresh-standings'

/** How often somebody looks whether standings were put off, in milliseconds. */
const LOOK = 2_000

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

/** Catches up whenever something was put off; gives the function that stops it. What fails is logged and tried again. */
export function keepStandingsCaughtUp(): () => void {
  let isUnderWay = false
  const look = async () => {
    if (isUnderWay) return
    isUnderWay = true
    await catchUpStandings().catch((error) => logError(error, { job: 'standings' }))
    isUnderWay = false
  }
  const timer = setInterval(look, LOOK)
  timer.unref()
  return () => clearInterval(timer)
}
