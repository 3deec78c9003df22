import type { Pool } from 'pg'

/**
 * The connections of the queue, which speaks to the database through a client of its own, as the role that owns the jobs.
 * What they lose while they do nothing is opened again; what they lose under way is told to whoever asked.
 */
export async function openJobsPool(workerUrl: string, max = 2): Promise<Pool> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: workerUrl, max, application_name: 'loreleaf worker' })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/**
 * Takes from whoever is not among the `living` the jobs that they have held for so many seconds, so that others do them.
 * Gives the names of those who held some.
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

/** Gives back the jobs that are held under these names, so that others do them. */
export async function giveBackJobs(pool: Pool, holders: string[]): Promise<void> {
  await pool.query('select jobs.force_unlock_workers($1::text[])', [holders])
}
