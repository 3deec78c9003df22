import { randomBytes } from 'node:crypto'
import { closeClients } from '@/db/postgres/client'
import { startReplicated } from '@/scripts/postgres/replicated'
import { type Server, startGateway } from '../baselines/server'
import { toUndo } from '../leftovers'
import type { BenchWiki } from './run'
import { forgetSettings } from './settings'

/**
 * Starts two gateways, as on two machines, on one database with a standby; pages are rendered from the standby. Runs
 * `work` and removes everything. Operations that are called here meanwhile use that database.
 */
export async function withTwoGateways<T>(work: (here: BenchWiki, there: Server) => Promise<T>): Promise<T> {
  forgetSettings()
  const { env: urls, end } = await startReplicated('loreleaf')
  const endDatabases = toUndo(end)
  const env = { ...urls, AUTH_SECRET: randomBytes(32).toString('base64url') }
  // The first one to start seeds the wiki.
  const here = await startGateway(env)
  const there = await startGateway(env)
  Object.assign(process.env, env)
  try {
    return await work({ address: here.address, pid: here.pid, env }, there)
  } finally {
    await closeClients()
    forgetSettings()
    await there.end()
    await here.end()
    await endDatabases()
  }
}
