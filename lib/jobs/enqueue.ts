import { insertJob } from '@/db/jobs/jobs'
import { type Tx, withCommit } from '@/db/postgres/client'
import { catalogue, type PayloadOf, readPayload, type TaskName } from './catalogue'

export interface Queueing {
  /** Only one job of a key waits at a time: another replaces it, unless `isOnlyIfAbsent`. */
  key?: string
  /** Not before this time; at once by default. */
  runAt?: Date
  /** Leaves an existing job of the same key as it is, even while it runs: for finding undone work. */
  isOnlyIfAbsent?: boolean
}

/**
 * Queues a job in a transaction: a worker does it soon after the commit, and never after a rollback. Sent with the
 * commit, so that it costs no round trip. Throws when the payload is not valid for the task.
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
