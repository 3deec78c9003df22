import postgres from 'postgres'

/**
 * The roles of the embedded database: one owns the tables, one runs the application, and one owns the schema of the
 * jobs and nothing else.
 */
export const OWNER_ROLE = 'loreleaf_owner'
export const APPLICATION_ROLE = 'loreleaf_app'
export const WORKER_ROLE = 'loreleaf_worker'

export interface Passwords {
  owner: string
  application: string
  /** Without one there is no such role, and the owner owns the jobs, too. */
  worker?: string
}

/**
 * Makes the roles, sets their passwords, and makes the database `name` for the owner. Doing it again changes nothing.
 * `adminUrl` must be of a role that may do all this.
 */
export async function prepareDatabase(adminUrl: string, name: string, passwords: Passwords): Promise<void> {
  const client = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    await ensureRole(client, OWNER_ROLE, passwords.owner)
    await ensureRole(client, APPLICATION_ROLE, passwords.application)
    if (passwords.worker !== undefined) {
      await ensureRole(client, WORKER_ROLE, passwords.worker)
      // So that the owner can create a schema for the worker.
      await client`grant ${client(WORKER_ROLE)} to ${client(OWNER_ROLE)}`
    }
    const [found] = await client`select 1 from pg_database where datname = ${name}`
    if (!found) await client`create database ${client(name)} owner ${client(OWNER_ROLE)}`
  } finally {
    await client.end({ timeout: 5 })
  }
}

async function ensureRole(client: postgres.Sql, role: string, password: string): Promise<void> {
  const [found] = await client`select 1 from pg_roles where rolname = ${role}`
  if (!found) await client`create role ${client(role)} login`
  // A password cannot be a parameter here; it is generated, and letters, digits, - and _ need no escaping.
  if (!/^[\w-]+$/.test(password))
    throw new Error('a database password may hold only letters, digits, - and _')
  await client.unsafe(`alter role "${role}" password '${password}'`)
}

/** The role that an address names; empty when it names none. */
export const roleOf = (url: string): string => decodeURIComponent(new URL(url).username)

/** Tries to reach a database within five seconds; gives the problem as half a sentence. */
export async function tryDatabase(url: string): Promise<string | undefined> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    return 'it is no address like postgres://user:password@host/name'
  }
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    await client`select 1`
    return undefined
  } catch (error) {
    return error instanceof Error
      ? error.message || ('code' in error ? String(error.code) : error.name)
      : String(error)
  } finally {
    await client.end({ timeout: 1 })
  }
}
