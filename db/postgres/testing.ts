import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { closeClients } from './client'
import { OWNER_ROLE } from './roles'

/** The migrated database that every test file clones. */
export const TEMPLATE = 'loreleaf_template'

/** Addresses of the throwaway cluster, each without a database's name. */
export interface TestCluster {
  admin: string
  owner: string
  application: string
  worker: string
}

export interface TestDatabase {
  /** As the application's role, which is what `DATABASE_URL` says while the file runs. */
  url: string
  /** As the owner of the tables. */
  migrationUrl: string
  /** As the owner of the jobs. */
  workerUrl: string
}

/**
 * A migrated, empty database for one test file: call it once, at the top of the file or in `beforeAll`. Sets what
 * `lib/env.ts` reads, and drops the database after the file's last test.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { admin, owner, application, worker } = inject('cluster')
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(
    admin,
    (sql) => sql`create database ${sql(name)} template ${sql(TEMPLATE)} owner ${sql(OWNER_ROLE)}`,
  )
  const database = {
    url: `${application}/${name}`,
    migrationUrl: `${owner}/${name}`,
    workerUrl: `${worker}/${name}`,
  }
  process.env.DATABASE_URL = database.url
  process.env.DATABASE_MIGRATION_URL = database.migrationUrl
  process.env.DATABASE_WORKER_URL = database.workerUrl
  process.env.AUTH_SECRET = randomBytes(32).toString('base64url')
  afterAll(async () => {
    await Promise.all([closeClients(), endWatchers()])
    await asAdmin(admin, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
  })
  return database
}

/** A database without any tables, dropped after the file's last test. The environment goes on naming the other one. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const { admin, owner, application, worker } = inject('cluster')
  const name = `empty_${randomBytes(8).toString('hex')}`
  await asAdmin(admin, (sql) => sql`create database ${sql(name)} template template0 owner ${sql(OWNER_ROLE)}`)
  afterAll(async () => {
    await endWatchers()
    await asAdmin(admin, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
  })
  return {
    url: `${application}/${name}`,
    migrationUrl: `${owner}/${name}`,
    workerUrl: `${worker}/${name}`,
  }
}

async function asAdmin(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const client = postgres(`${url}/postgres`, { max: 1, onnotice: () => {} })
  try {
    await work(client)
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** Runs a reading statement on the test database, for looking at tables directly. */
export const readRows = (statement: string) => run(process.env.DATABASE_URL, statement)

/** The same as the owner of the jobs, which nobody else may read. */
export const readJobs = (statement: string) => run(process.env.DATABASE_WORKER_URL, statement)

/** Changes rows as the owner of the tables: for what a test cannot cause otherwise, such as the passing of time. */
export const changeRows = (statement: string) => run(process.env.DATABASE_MIGRATION_URL, statement)

/** Returns once a transaction of the test database waits for a lock that another holds. */
export async function somebodyWaits(atLeast = 1): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await readRows(waiting)).length < atLeast) await new Promise((done) => setTimeout(done, 20))
}

/** What tests look and reach into the database with, by address: kept, since to connect takes longer than most statements. */
const watchers = new Map<string, postgres.Sql>()

async function endWatchers(): Promise<void> {
  const clients = [...watchers.values()]
  watchers.clear()
  await Promise.all(clients.map((client) => client.end({ timeout: 5 })))
}

async function run(url = '', statement: string): Promise<Record<string, unknown>[]> {
  const client = watchers.get(url) ?? postgres(url, { max: 4, onnotice: () => {} })
  watchers.set(url, client)
  return [...(await client.unsafe(statement))]
}
