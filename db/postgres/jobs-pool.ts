import type { Pool } from 'pg'

/**
 * The connections of the job queue, which uses a driver of its own, as the role that owns the jobs. Idle connections
 * that are lost are reopened; losing a busy one is an error for its user.
 */
export async function openJobsPool(workerUrl: string, max = 2): Promise<Pool> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: workerUrl, max, application_name: 'loreleaf worker' })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/**
 * Takes over the jobs that workers not among the `living` have held for so many seconds, so that others do them. Gives
 * the names of those workers.
 */
export async function takeFromTheDead(pool: Pool, living: string[], seconds: number): Promise<string[]> {
  const { rows } = await pool.query<{ holder: string }>(
    `select distinct locked_by as holder from jobs.jobs
      where locked_by <> all($1::text[]) and locked_at < now() - make_interval(secs => $2)`,
    [living, seconds],
  )
  const dead = rows.map(({ holder }) => holder)
  if (dead.length > 0) await giveBackJobs(pool, dead)
  return dead
}

/** Returns the jobs held under these names to the queue. */
export async function giveBackJobs(pool: Pool, holders: string[]): Promise<void> {
  await pool.query('select jobs.force_unlock_workers($1::text[])', [holders])
}
