import { Logger, runOnce } from 'graphile-worker'
import { openJobsPool } from '@/db/postgres/jobs-pool'
import { JOBS_SCHEMA } from '@/db/postgres/migrate-jobs'
import { taskList } from './task-list'

/** Does every job that is due in the test database, and those that these queue. */
export async function doJobs(): Promise<void> {
  const pgPool = await openJobsPool(process.env.DATABASE_WORKER_URL ?? '', 4)
  try {
    const logger = new Logger(() => () => {})
    await runOnce({ pgPool, schema: JOBS_SCHEMA, taskList, logger, noHandleSignals: true })
  } finally {
    await pgPool.end()
  }
}
