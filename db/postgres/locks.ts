import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'

/** Taken last in a transaction: numbers drawn under it follow the order of commits. */
const PUBLISH_LOCK = 7_305_602

const { placeholder } = sql
const isTaken = { isTaken: sql<boolean>`true` }

const publishLock = prepared((db) =>
  db
    .select(isTaken)
    .from(sql`pg_advisory_xact_lock(${sql.raw(String(PUBLISH_LOCK))})`)
    .prepare('publish_lock'),
)

const holders = new WeakSet<Tx>()

/** Waits for the wiki's publish lock and holds it until the transaction ends; does nothing once it has it. */
export async function takePublishLock(tx: Tx): Promise<void> {
  if (holders.has(tx)) return
  holders.add(tx)
  await publishLock(tx).execute()
}

const turn = prepared((db) =>
  db
    .select(isTaken)
    .from(sql`pg_advisory_xact_lock(hashtextextended(${placeholder('name')}, 0))`)
    .prepare('turn'),
)

/** Serializes writes with the same `name`; held until the transaction ends. */
export async function takeTurn(tx: Tx, name: string): Promise<void> {
  await turn(tx).execute({ name })
}
