import { setTimeout as sleep } from 'node:timers/promises'
import { primary } from '@/db/client'
import { isDatabaseUp } from '@/db/queries/health'
import { logError } from './log'

export interface Health {
  status: 'ok' | 'failing'
  database: 'up' | 'down'
  /** Seconds since this process began. */
  uptime: number
}

/** Can this process answer readers just now? Waits at most two seconds for the database. */
export async function health(): Promise<Health> {
  const isUp = await Promise.race([asked(), sleep(2000, false, { ref: false })])
  return {
    status: isUp ? 'ok' : 'failing',
    database: isUp ? 'up' : 'down',
    uptime: Math.round(process.uptime()),
  }
}

async function asked(): Promise<boolean> {
  try {
    return await isDatabaseUp(primary())
  } catch (error) {
    logError(error, { during: 'health check' })
    return false
  }
}
