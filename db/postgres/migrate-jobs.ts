import type postgres from 'postgres'
import connect from 'postgres'
import { openJobsPool } from './jobs-pool'
import { roleOf } from './roles'

/** The schema of the jobs. Only its owner may read it; the application calls the functions below. */
export const JOBS_SCHEMA = 'jobs'

interface Roles {
  migrationUrl: string
  applicationUrl: string
  workerUrl: string
}

/**
 * Brings the schema of the jobs up to date, as the role that owns it, and grants the application what it needs.
 * `client` owns the database's tables. Throws when the schema belongs to another role than `workerUrl` names.
 */
export async function migrateJobs(client: postgres.Sql, roles: Roles): Promise<void> {
  const owner = roleOf(roles.workerUrl) || roleOf(roles.migrationUrl)
  await makeSchema(client, owner, roleOf(roles.migrationUrl))
  const worker = connect(roles.workerUrl, { max: 1, onnotice: () => {} })
  try {
    await worker.unsafe(MIGRATIONS_OF_THE_QUEUE)
    await migrateQueue(roles.workerUrl)
    await worker.begin(async (tx) => {
      await tx.unsafe(FUNCTIONS)
      await grantFunctions(tx, roleOf(roles.applicationUrl), owner)
    })
  } finally {
    await worker.end({ timeout: 5 })
  }
}

async function makeSchema(client: postgres.Sql, owner: string, self: string): Promise<void> {
  const [found] = await client`
    select pg_get_userbyid(nspowner) as owner from pg_namespace where nspname = ${JOBS_SCHEMA}`
  if (found && owner !== '' && found.owner !== owner) {
    throw new Error(
      `The schema ${JOBS_SCHEMA} of the database belongs to ${found.owner}: DATABASE_WORKER_URL must name that role.`,
    )
  }
  if (found) return
  if (owner === self) await client`create schema ${client(JOBS_SCHEMA)}`
  else await client`create schema ${client(JOBS_SCHEMA)} authorization ${client(owner)}`
}

/** Loaded only here: processes that only serve readers do without it. */
async function migrateQueue(workerUrl: string): Promise<void> {
  const [{ Logger, runMigrations }, pgPool] = await Promise.all([
    import('graphile-worker'),
    openJobsPool(workerUrl),
  ])
  try {
    await runMigrations({ pgPool, schema: JOBS_SCHEMA, logger: new Logger(() => () => {}) })
  } finally {
    await pgPool.end()
  }
}

/** As the queue creates it itself; it would create the schema, too, which its role may not. */
const MIGRATIONS_OF_THE_QUEUE = `create table if not exists ${JOBS_SCHEMA}.migrations (
  id int primary key, ts timestamptz default now() not null, breaking boolean not null default false)`

/** What the application may do: queue a job in its transaction, count jobs, delete failed ones. */
const FUNCTIONS = `
  create or replace function ${JOBS_SCHEMA}.enqueue(
    task text, payload json, "key" text, run_at timestamptz, attempts integer, only_if_absent boolean
  ) returns void language sql security definer set search_path = ${JOBS_SCHEMA}, pg_temp as $$
    -- One picture at a time: those who wait for mail do not wait for pictures.
    select ${JOBS_SCHEMA}.add_job(task, payload, queue_name => case task when 'make-sizes' then 'pictures' end,
      run_at => run_at, max_attempts => attempts, job_key => "key",
      job_key_mode => case when only_if_absent and "key" is not null then 'unsafe_dedupe' else 'replace' end)
  $$;
  create or replace function ${JOBS_SCHEMA}.counts()
  returns table (task text, queued bigint, retried bigint, failed bigint, oldest double precision)
  language sql stable security definer set search_path = ${JOBS_SCHEMA}, pg_temp as $$
    select task_identifier,
      count(*) filter (where attempts < max_attempts),
      count(*) filter (where attempts < max_attempts and last_error is not null),
      count(*) filter (where attempts >= max_attempts and locked_at is null),
      coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and run_at <= now())), 0)
    from ${JOBS_SCHEMA}.jobs group by task_identifier
  $$;
  create or replace function ${JOBS_SCHEMA}.forget_failed()
  returns void language sql security definer set search_path = ${JOBS_SCHEMA}, pg_temp as $$
    delete from ${JOBS_SCHEMA}._private_jobs
      where attempts >= max_attempts and locked_at is null and updated_at < now() - interval '30 days'
  $$;`

async function grantFunctions(
  tx: postgres.TransactionSql,
  application: string,
  owner: string,
): Promise<void> {
  if (application === owner || application === '') return
  await tx`revoke all on all functions in schema ${tx(JOBS_SCHEMA)} from public`
  await tx`grant usage on schema ${tx(JOBS_SCHEMA)} to ${tx(application)}`
  for (const name of ['enqueue', 'counts', 'forget_failed'])
    await tx`grant execute on function ${tx(JOBS_SCHEMA)}.${tx(name)} to ${tx(application)}`
}
