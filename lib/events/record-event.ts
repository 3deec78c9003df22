import { insertEvents } from '@/db/events/events'
import { type Tx, withCommit } from '@/db/postgres/client'
import type { WikiEvent } from './catalogue'

/** The events of transactions in progress, in order. */
const happened = new WeakMap<Tx, WikiEvent[]>()

/**
 * Records an event in the transaction that causes it, so that neither exists without the other. All events of a
 * transaction are one statement, sent with its commit, so recording one costs no round trip.
 */
export function recordEvent(tx: Tx, event: WikiEvent): void {
  const before = happened.get(tx)
  if (before) return void before.push(event)
  const events = [event]
  happened.set(tx, events)
  withCommit(tx, () => insertEvents(tx, events))
}
