import { insertEvents } from '@/db/events/events'
import { type Tx, withCommit } from '@/db/postgres/client'
import type { WikiEvent } from './catalogue'

/** What has happened in transactions under way, in the order in which it did. */
const happened = new WeakMap<Tx, WikiEvent[]>()

/**
 * Notes that something happened, in the transaction that makes it happen: neither is there without the other. All events
 * of a transaction are one statement, sent with its commit, so that noting one costs no turn to the database.
 */
export function recordEvent(tx: Tx, event: WikiEvent): void {
  const before = happened.get(tx)
  if (before) return void before.push(event)
  const events = [event]
  happened.set(tx, events)
  withCommit(tx, () => insertEvents(tx, events))
}
