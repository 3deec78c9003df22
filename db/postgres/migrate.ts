import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsSession } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { migrateJobs } from './migrate-jobs'
import { currentSchema, findSchema, type SchemaState } from './migrations'
import { roleOf } from './roles'
import { withWholeTypes } from './whole-types'

/** The advisory lock for schema changes: two starts at once take turns, and a backup sees no change. */
export const MIGRATION_LOCK = 7_305_601

/** Tables that the application's role may never change, even by mistake. */
const APPEND_ONLY = ['revision', 'revision_content', 'audit_record', 'event']

export interface MigrateOptions {
  /** Owns the tables. */
  migrationUrl: string
  /** Runs the application; if it is another role, it is granted what it needs and no more. */
  applicationUrl: string
  /** Owns the schema of the jobs; the same as `migrationUrl` by default. */
  workerUrl?: string
  /** The folder of generated migrations. */
  folder: string
}

/**
 * Brings the schema up to date under an advisory lock, in one transaction. Throws when the database is not UTF-8, when
 * it cannot be reached, or `NewerSchemaError` when a newer release has migrated it; running it again changes nothing.
 */
export async function migrateDatabase({
  migrationUrl,
  applicationUrl,
  workerUrl = migrationUrl,
  folder,
}: MigrateOptions): Promise<void> {
  const client = postgres(migrationUrl, { max: 1, onnotice: () => {} })
  try {
    const [encoding] = await client`select current_setting('server_encoding') as name`
    if (encoding?.name !== 'UTF8')
      throw new Error(`the database's encoding is ${encoding?.name}; it must be UTF8`)
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`
    await findSchema(client)
    await client.begin(async (tx) => {
      await migrateWithin(tx, folder)
      await grantWithin(tx, migrationUrl, applicationUrl)
    })
    await migrateJobs(client, { migrationUrl, applicationUrl, workerUrl })
    await client`select pg_advisory_unlock(${MIGRATION_LOCK})`
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** Applies the missing migrations of `folder`, up to a state of the schema, inside a transaction. */
export const migrateWithin = (
  tx: postgres.TransactionSql,
  folder: string,
  state: SchemaState = currentSchema,
): Promise<void> => applyWithin(tx, folder, migrationsUpTo(folder, state))

/** Creates the schema in a given state, inside the transaction that will fill it. */
export const makeSchemaWithin = (
  tx: postgres.TransactionSql,
  folder: string,
  state: SchemaState,
): Promise<void> => applyWithin(tx, folder, withWholeTypes(migrationsUpTo(folder, state)))

const migrationsUpTo = (folder: string, { at }: SchemaState): MigrationMeta[] =>
  readMigrationFiles({ migrationsFolder: folder }).filter(({ folderMillis }) => folderMillis <= at)

async function applyWithin(
  tx: postgres.TransactionSql,
  folder: string,
  migrations: MigrationMeta[],
): Promise<void> {
  const dialect = new PgDialect()
  // The migrator opens a transaction of its own; inside ours that is a savepoint.
  const client = Object.assign(tx, { begin: tx.savepoint }) as unknown as postgres.Sql
  await dialect.migrate(migrations, new PostgresJsSession(client, dialect, undefined), {
    migrationsFolder: folder,
  })
}

/** Grants the application's role what it needs and no more, inside a transaction; nothing where one role does everything. */
export async function grantWithin(
  tx: postgres.TransactionSql,
  migrationUrl: string,
  applicationUrl: string,
): Promise<void> {
  const application = roleOf(applicationUrl)
  if (roleOf(migrationUrl) === application || application === '') return
  const role = tx(application)
  await tx`grant usage on schema public to ${role}`
  // The worker's role needs nothing here.
  await tx`revoke all on schema public from public`
  await tx`grant select, insert, update, delete on all tables in schema public to ${role}`
  await tx`grant usage, select on all sequences in schema public to ${role}`
  await tx`grant execute on all functions in schema public to ${role}`
  for (const table of APPEND_ONLY) await tx`revoke update, delete, truncate on ${tx(table)} from ${role}`
  // So that the health check can name the schema.
  await tx`grant usage on schema drizzle to ${role}`
  await tx`grant select on drizzle.__drizzle_migrations to ${role}`
}
