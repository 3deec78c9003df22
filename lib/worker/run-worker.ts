import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, run, type WorkerEvents } from 'graphile-worker'
import { findLiveWorkers, removeHeartbeat, writeHeartbeat } from '@/db/jobs/jobs'
import { primary, transaction } from '@/db/postgres/client'
import { giveBackJobs, openJobsPool, takeFromTheDead } from '@/db/postgres/jobs-pool'
import { JOBS_SCHEMA } from '@/db/postgres/migrate-jobs'
import { BY_THE_CLOCK } from '@/lib/jobs/catalogue'
import { enqueue } from '@/lib/jobs/enqueue'
import { logError } from '@/lib/log'
import { taskList } from './task-list'

/** How many jobs are done at once. */
const AT_ONCE = 4

/** The interval of a worker's heartbeat, and after how long without one its jobs go to others, in seconds. */
const HEARTBEAT_INTERVAL = 5
const HEARTBEAT_TIMEOUT = 25

/** How long a job may go on after a stop was requested, in milliseconds; then it is returned to the queue. */
const shutdownMs = 8_000

const atTheStart = Object.keys(BY_THE_CLOCK) as (keyof typeof BY_THE_CLOCK)[]
const crontab = atTheStart.map((task) => `${BY_THE_CLOCK[task]} ${task} ?fill=1d&jobKey=${task}`).join('\n')

export interface RunningWorker {
  /** Stops when the current jobs are done, or returned after some eight seconds. */
  stop: () => Promise<void>
  /** Resolves when it has ended, by itself or because it was stopped. */
  ended: Promise<void>
}

/**
 * Does jobs until it is stopped, also those of killed workers: a worker writes a heartbeat every five seconds, and jobs
 * of a worker without one are taken over. `workerUrl` names the role that owns the jobs, not through a pooler; tasks
 * use the application's role. A stop waits up to `patienceMs` for jobs under way.
 */
export async function runWorker(workerUrl: string, patienceMs = shutdownMs): Promise<RunningWorker> {
  const pool = await openJobsPool(workerUrl, AT_ONCE + 2)
  const events: WorkerEvents = new EventEmitter()
  let name = ''
  let stopHeartbeat = async () => {}
  events.once('pool:create', ({ workerPool }) => {
    name = workerPool.id
    stopHeartbeat = keepHeartbeat(name, pool)
  })
  const runner = await run({
    pgPool: pool,
    schema: JOBS_SCHEMA,
    taskList,
    events,
    concurrency: AT_ONCE,
    pollInterval: HEARTBEAT_INTERVAL * 1_000,
    noHandleSignals: true,
    crontab,
    logger: new Logger(({ taskIdentifier }) => (level, message) => {
      // A task's failure is logged where it happened.
      if (level === 'error' && !taskIdentifier) logError(message, { job: 'queue' })
    }),
  })
  await transaction(async (tx) => {
    for (const task of atTheStart) enqueue(tx, task, {}, { key: task })
  })
  const ended = runner.promise.catch((error) => logError(error, { job: 'queue' }))
  const stop = async () => {
    const done = runner.stop().then(
      () => true,
      () => false,
    )
    const isDone = await Promise.race([done, sleep(patienceMs, false, { ref: false })])
    await stopHeartbeat()
    if (!isDone) {
      await giveBackJobs(pool, [name])
      // Whoever goes on with one of them has no say about it any more, and waits until the process ends.
      pool.connect = (): Promise<never> => new Promise(() => {})
    }
    await pool.end()
  }
  return { ended, stop }
}

/**
 * Writes the heartbeat of `id` every few seconds, and looks for workers without one; gives the function that ends that.
 */
function keepHeartbeat(id: string, pool: Parameters<typeof takeFromTheDead>[0]): () => Promise<void> {
  let turn = Promise.resolve()
  const once = async () => {
    await writeHeartbeat(primary(), id)
    await takeFromTheDead(pool, await findLiveWorkers(primary(), HEARTBEAT_TIMEOUT), HEARTBEAT_TIMEOUT)
  }
  const next = () => {
    turn = once().catch((error) => logError(error, { job: 'heartbeat' }))
  }
  next()
  const timer = setInterval(next, HEARTBEAT_INTERVAL * 1_000)
  return async () => {
    clearInterval(timer)
    await turn
    await removeHeartbeat(primary(), id).catch((error) => logError(error, { job: 'heartbeat' }))
  }
}
