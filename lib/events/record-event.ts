import { insertEvents } from '@/db/events/events'
import { type Tx, withCommit } from '@/db/postgres/client'
import { enqueue } from '@/lib/jobs/enqueue'
import { tellKey, tellSoonKey } from '@/lib/jobs/keys'
import type { WikiEvent } from './catalogue'
import { counted } from './counted'
import { told, toldNames } from './told'

/** The events of transactions in progress, in order. */
const happened = new WeakMap<Tx, WikiEvent[]>()

/** Unhurried events of so many milliseconds are told together. */
const TOGETHER = 5_000

/**
 * Records an event in the transaction that causes it, so that neither exists without the other. All events of a
 * transaction are one statement, sent with its commit, so recording one costs no round trip. It also notes which of them
 * somebody is to be told of (`told.ts`), and queues the job that does; and notices go to the gateways about the numbers that
 * open pages show (`counted.ts`).
 */
export function recordEvent(tx: Tx, event: WikiEvent): void {
  const before = happened.get(tx)
  if (!before) {
    const events = [event]
    happened.set(tx, events)
    withCommit(tx, () => insertEvents(tx, events, toldNames, counted))
  } else before.push(event)
  const tellings = told[event.name] ?? []
  const isTold = (one: WikiEvent) => told[one.name]?.some(({ isUnhurried }) => !isUnhurried)
  if (tellings.length === 0) return
  if (!isTold(event)) tellSoon(tx)
  else if (!before?.some((one) => one !== event && isTold(one))) enqueue(tx, 'tell', {}, { key: tellKey })
}

/** One job for all transactions of a few seconds: that many edits are published costs one job. */
function tellSoon(tx: Tx): void {
  const turn = Math.floor(Date.now() / TOGETHER) + 1
  const runAt = new Date(turn * TOGETHER + 500)
  enqueue(tx, 'tell', {}, { key: tellSoonKey(turn), runAt, isOnlyIfAbsent: true })
}
