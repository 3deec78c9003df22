import { insertJob } from '@/db/jobs/jobs'
import { type Tx, withCommit } from '@/db/postgres/client'
import { catalogue, type PayloadOf, readPayload, type TaskName } from './catalogue'

export interface Queueing {
  /** One job of a key waits at a time: another takes its place, unless `isOnlyIfAbsent`. */
  key?: string
  /** Not before; at once unless told otherwise. */
  runAt?: Date
  /** Leaves one of the same key as it is, even while it is done: for who finds out what is undone. */
  isOnlyIfAbsent?: boolean
}

/**
 * Queues a job in a transaction: it is done by a worker soon after the commit, and never where the transaction is rolled
 * back. Sent with the commit, so that it costs no turn to the database. Throws when the payload is none of the task's.
 */
export function enqueue<Name extends TaskName>(
  tx: Tx,
  task: Name,
  payload: PayloadOf<Name>,
  { key, runAt, isOnlyIfAbsent = false }: Queueing = {},
): void {
  const { attempts } = catalogue[task]
  const job = { task, payload: readPayload(task, payload), key: key ?? null, runAt: runAt ?? null }
  withCommit(tx, () => insertJob(tx, { ...job, attempts, isOnlyIfAbsent }))
}
