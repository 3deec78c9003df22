import { randomBytes } from 'node:crypto'
import { closeClients } from '@/db/postgres/client'
import { startReplicated } from '@/scripts/postgres/replicated'
import { type Server, startGateway } from '../baselines/server'
import { toUndo } from '../leftovers'
import type { BenchWiki } from './run'
import { forgetSettings } from './settings'

/**
 * Opens two gateways, as two machines would, on one database that a standby follows; pages are made from the standby. Does
 * `work` and leaves nothing behind. Verbs that are called here meanwhile are those of that database.
 */
export async function withTwoGateways<T>(work: (here: BenchWiki, there: Server) => Promise<T>): Promise<T> {
  forgetSettings()
  const { env: urls, end } = await startReplicated('loreleaf')
  const endDatabases = toUndo(end)
  const env = { ...urls, AUTH_SECRET: randomBytes(32).toString('base64url') }
  // Whoever starts first fills the wiki.
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
