import { lt, sql } from 'drizzle-orm'
import { workerBeat } from '@/db/jobs/schema'
import type { Primary, Queryable, Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'

const { placeholder } = sql

/** A job as it is queued. */
export interface NewJob {
  task: string
  payload: object
  /** One job of a key waits at a time. */
  key: string | null
  /** Not before. */
  runAt: Date | null
  /** How often it is tried. */
  attempts: number
  /** Whether an existing job of the same key stays as it is; otherwise this one replaces it. */
  isOnlyIfAbsent: boolean
}

// The payload as text: the driver's own JSON type is missing under drizzle.
const newJob = prepared((db) =>
  db
    .select({ isQueued: sql<boolean>`true` })
    .from(
      sql`jobs.enqueue(${placeholder('task')}::text, ${placeholder('payload')}::text::json, ${placeholder('key')}::text,
        ${placeholder('runAt')}::text::timestamptz, ${placeholder('attempts')}::text::integer,
        ${placeholder('isOnlyIfAbsent')}::text::boolean)`,
    )
    .prepare('new_job'),
)

/** Queues a job: it exists once the transaction commits. Sent when it is called. */
export async function insertJob(tx: Tx, { payload, runAt, attempts, isOnlyIfAbsent, ...job }: NewJob) {
  await newJob(tx).execute({
    ...job,
    payload: JSON.stringify(payload),
    runAt: runAt?.toISOString() ?? null,
    attempts: String(attempts),
    isOnlyIfAbsent: String(isOnlyIfAbsent),
  })
}

/** Counts of a task's jobs. */
export interface JobCount {
  task: string
  /** Those that are still to be done. */
  queued: number
  /** Those among them that failed at least once. */
  retried: number
  /** Those that failed for good. */
  failed: number
  /** For how many seconds the oldest has been due. */
  oldest: number
}

/** Counts jobs, by their tasks. */
export async function countJobs(db: Queryable): Promise<JobCount[]> {
  const rows = await db.execute(sql`select * from jobs.counts()`)
  return rows.map(({ task, queued, retried, failed, oldest }) => ({
    task: String(task),
    queued: Number(queued),
    retried: Number(retried),
    failed: Number(failed),
    oldest: Number(oldest),
  }))
}

/** Deletes the jobs that failed for good more than 30 days ago. */
export async function forgetFailedJobs(db: Primary): Promise<void> {
  await db.execute(sql`select jobs.forget_failed()`)
}

/** Writes a worker's heartbeat. */
export async function writeHeartbeat(db: Primary, id: string): Promise<void> {
  const at = sql`now()`
  await db.insert(workerBeat).values({ id, at }).onConflictDoUpdate({ target: workerBeat.id, set: { at } })
}

/** Deletes a worker's heartbeat: it does no more jobs. */
export async function removeHeartbeat(db: Primary, id: string): Promise<void> {
  await db.delete(workerBeat).where(sql`${workerBeat.id} = ${id}`)
}

/** The workers with a heartbeat within so many seconds. */
export async function findLiveWorkers(db: Queryable, seconds: number): Promise<string[]> {
  const rows = await db
    .select({ id: workerBeat.id })
    .from(workerBeat)
    .where(sql`${workerBeat.at} > now() - make_interval(secs => ${seconds})`)
  return rows.map(({ id }) => id)
}

/** Deletes heartbeats older than a day. */
export async function deleteOldHeartbeats(db: Primary): Promise<void> {
  await db.delete(workerBeat).where(lt(workerBeat.at, sql`now() - interval '1 day'`))
}
