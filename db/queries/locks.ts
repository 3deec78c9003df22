import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/** Taken last in a transaction: what is numbered under it follows the order of commits. */
const PUBLISH_LOCK = 7_305_602

/** Held by the process that keeps house. */
const HOUSE_LOCK = 7_305_603

/** Waits for the wiki's publish lock and holds it until the transaction ends. */
export async function takePublishLock(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${PUBLISH_LOCK})`)
}

/** Lets writes that carry the same `name` take turns; held until the transaction ends. */
export async function takeTurn(tx: Tx, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}

/** Takes the turn to keep house, until the transaction ends; false when somebody else has it. */
export async function isTurnToKeepHouse(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute(sql`select pg_try_advisory_xact_lock(${HOUSE_LOCK}) as taken`)
  return row?.taken === true
}
