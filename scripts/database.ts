import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { APPLICATION_ROLE, OWNER_ROLE, prepareDatabase, tryDatabase, WORKER_ROLE } from '@/db/postgres/roles'
import { type Secrets, secretsOf } from './data-folder'
import { PlainError } from './plain-error'
import { startCluster } from './postgres/cluster'
import { placeFor } from './postgres/place'
import { postmasterOf } from './postgres/postmaster'
import { say } from './say'

/** The database that a command works on, and the environment for its processes. */
export interface Database {
  env: Record<'DATABASE_URL' | 'DATABASE_MIGRATION_URL' | 'DATABASE_WORKER_URL' | 'AUTH_SECRET', string>
  isEmbedded: boolean
  /** The process of the embedded server. */
  pid?: number
  /** Resolves when the embedded server has ended, for whatever reason. */
  ended: Promise<void>
  stop: () => Promise<void>
}

const NAME = 'loreleaf'
const never = new Promise<void>(() => {})

/** Whether `DATABASE_URL` names an external database. */
export const isOutside = (): boolean => Boolean(process.env.DATABASE_URL)

/** The database that `DATABASE_URL` names. Throws a sentence when there is no secret or it cannot be reached. */
export async function outsideDatabase(): Promise<Database> {
  const { DATABASE_URL = '', DATABASE_DIRECT_URL, AUTH_SECRET = '' } = process.env
  const migrationUrl = process.env.DATABASE_MIGRATION_URL || DATABASE_DIRECT_URL || DATABASE_URL
  if (AUTH_SECRET.length < 32) {
    throw new PlainError(
      'With a database of your own, set AUTH_SECRET to a secret of at least 32 characters.',
    )
  }
  const urls = {
    DATABASE_URL,
    DATABASE_MIGRATION_URL: migrationUrl,
    DATABASE_WORKER_URL: process.env.DATABASE_WORKER_URL || migrationUrl,
  }
  for (const [name, url] of Object.entries(urls)) {
    const problem = await tryDatabase(url)
    if (problem) throw new PlainError(`The database of ${name} cannot be reached: ${problem}.`)
  }
  return { env: { ...urls, AUTH_SECRET }, isEmbedded: false, ended: never, stop: async () => {} }
}

/** Starts the embedded database of a data folder, with its roles. */
export async function embeddedDatabase(dataFolder: string): Promise<Database> {
  const secrets = secretsFor(dataFolder)
  const cluster = await startCluster({ dataFolder, password: secrets.database.admin, say })
  try {
    const admin = `postgres://postgres:${secrets.database.admin}@127.0.0.1:${cluster.port}/postgres`
    await prepareDatabase(admin, NAME, secrets.database)
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return {
    env: environment(secrets, cluster.port),
    isEmbedded: true,
    pid: cluster.pid,
    ended: cluster.ended,
    stop: cluster.stop,
  }
}

/** The embedded database of a data folder with a running wiki. Throws a sentence when it is not up yet. */
export function runningDatabase(dataFolder: string): Database {
  const running = postmasterOf(placeFor(dataFolder).data)
  if (!running?.isReady) throw new PlainError('The database is not up yet: try again in a moment.')
  const env = environment(secretsOf(dataFolder), running.port)
  return { env, isEmbedded: true, ended: never, stop: async () => {} }
}

function secretsFor(dataFolder: string): Secrets {
  const hasData = existsSync(join(dataFolder, 'postgres', 'data'))
  if (hasData && !existsSync(join(dataFolder, 'secrets.json'))) {
    throw new PlainError(
      `${dataFolder} has a database but no secrets.json, which holds its passwords: put it back.`,
    )
  }
  return secretsOf(dataFolder)
}

function environment({ authSecret, database }: Secrets, port: number): Database['env'] {
  const at = `127.0.0.1:${port}/${NAME}`
  return {
    DATABASE_URL: `postgres://${APPLICATION_ROLE}:${database.application}@${at}`,
    DATABASE_MIGRATION_URL: `postgres://${OWNER_ROLE}:${database.owner}@${at}`,
    DATABASE_WORKER_URL: `postgres://${WORKER_ROLE}:${database.worker}@${at}`,
    AUTH_SECRET: process.env.AUTH_SECRET || authSecret,
  }
}
