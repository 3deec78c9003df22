import { setTimeout as sleep } from 'node:timers/promises'
import { primary } from '@/db/postgres/client'
import { findSchemaName } from '@/db/postgres/schema-name'
import packageJson from '@/package.json' with { type: 'json' }
import { type BuildAndKeys, buildAndKeys } from './build-and-keys'
import { logError } from './log'

export interface Health extends BuildAndKeys {
  status: 'ok' | 'failing'
  database: 'up' | 'down'
  /** The release of the program. */
  version: string
  /** The last migration of the database; null when it is down, or when a newer release has changed it. */
  schema: string | null
  /** Seconds since this process started. */
  uptime: number
}

/** Whether this process can answer readers now. Waits at most two seconds for the database. */
export async function health(): Promise<Health> {
  const schema = await Promise.race([asked(), sleep(2000, undefined, { ref: false })])
  const isUp = schema !== undefined
  return {
    status: isUp ? 'ok' : 'failing',
    database: isUp ? 'up' : 'down',
    version: packageJson.version,
    schema: schema ?? null,
    ...buildAndKeys(),
    uptime: Math.round(process.uptime()),
  }
}

async function asked(): Promise<string | null | undefined> {
  try {
    return await findSchemaName(primary())
  } catch (error) {
    logError(error, { during: 'health check' })
    return undefined
  }
}
