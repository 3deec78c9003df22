import { count, eq, isNull, sql } from 'drizzle-orm'
import { cacheEvent } from '@/db/cache/schema'
import type { Queryable } from '@/db/postgres/client'
import { report } from '@/db/reports/schema'
import { submission } from '@/db/submissions/schema'
import { countJobs, findLiveWorkers, type JobCount } from '../jobs/jobs'

/** Metrics for administrators. */
export interface OperatingFigures {
  /** How many edits were ever published. */
  publishes: number
  waitingSubmissions: number
  openReports: number
  /** The newest cache event's id; 0 when there is none. */
  newestEvent: number
  jobs: JobCount[]
  /** How many processes do jobs. */
  workers: number
  /** This wiki's connections, by what they are doing. */
  connections: { state: string; count: number }[]
}

/** Reads the metrics of the database. */
export async function findOperatingFigures(db: Queryable): Promise<OperatingFigures> {
  const [published, waiting, open, newest, jobs, workers, connections] = await Promise.all([
    db.execute(sql`select case when is_called then last_value else 0 end as count from publish_sequence`),
    db.select({ count: count() }).from(submission).where(eq(submission.state, 'waiting')),
    db.select({ count: count() }).from(report).where(isNull(report.closedAt)),
    db.select({ id: sql<number>`coalesce(max(${cacheEvent.id}), 0)` }).from(cacheEvent),
    countJobs(db),
    findLiveWorkers(db, 30),
    db.execute(sql`
      select coalesce(state, 'unknown') as state, count(*) from pg_stat_activity
      where datname = current_database() and application_name like 'loreleaf%' group by state`),
  ])
  return {
    publishes: Number(published[0]?.count),
    waitingSubmissions: waiting[0]?.count ?? 0,
    openReports: open[0]?.count ?? 0,
    newestEvent: Number(newest[0]?.id),
    jobs,
    workers: workers.length,
    connections: connections.map((row) => ({ state: String(row.state), count: Number(row.count) })),
  }
}
