import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

/** The advisory lock under which migrations run: two starts at once take turns. */
const MIGRATION_LOCK = 7_305_601

/** What the application's role may never change, even by mistake. */
const APPEND_ONLY = ['revision', 'revision_content', 'audit_record']

export interface MigrateOptions {
  /** Owns the tables. */
  migrationUrl: string
  /** Runs the application; where it names another role, that role is granted what it needs and no more. */
  applicationUrl: string
  /** The folder of generated migrations. */
  folder: string
}

/**
 * Brings the schema up to date under an advisory lock. Throws when the database is not UTF-8, or when it cannot be
 * reached; running it again changes nothing.
 */
export async function migrateDatabase({
  migrationUrl,
  applicationUrl,
  folder,
}: MigrateOptions): Promise<void> {
  const client = postgres(migrationUrl, { max: 1, onnotice: () => {} })
  try {
    const [encoding] = await client`select current_setting('server_encoding') as name`
    if (encoding?.name !== 'UTF8')
      throw new Error(`the database's encoding is ${encoding?.name}; it must be UTF8`)
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`
    await migrate(drizzle(client), { migrationsFolder: folder })
    await grant(client, roleOf(migrationUrl), roleOf(applicationUrl))
    await client`select pg_advisory_unlock(${MIGRATION_LOCK})`
  } finally {
    await client.end({ timeout: 5 })
  }
}

const roleOf = (url: string) => decodeURIComponent(new URL(url).username)

async function grant(client: postgres.Sql, owner: string, application: string): Promise<void> {
  if (owner === application || application === '') return
  const role = client(application)
  await client`grant usage on schema public to ${role}`
  await client`grant select, insert, update, delete on all tables in schema public to ${role}`
  await client`grant usage, select on all sequences in schema public to ${role}`
  await client`grant execute on all functions in schema public to ${role}`
  for (const table of APPEND_ONLY)
    await client`revoke update, delete, truncate on ${client(table)} from ${role}`
}
