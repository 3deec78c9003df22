import { once } from 'node:events'
import { IN_PRODUCTION } from '@/lib/framework/command'
import { startNode } from '@/scripts/child'
import { FEW_ARENAS, GATEWAY_FLAGS } from '@/scripts/node-flags'
import { toUndo } from '../leftovers'

/** A process that serves, until it is ended. */
export interface Server {
  address: string
  pid: number
  end: () => Promise<void>
}

/** Starts a TypeScript file that serves and reports its port to its parent. Throws when it ends before that. */
export const startServer = (script: string, args: string[] = []): Promise<Server> =>
  startTelling(['--import', 'tsx', script, ...args], {})

/** Starts another gateway on the database of a wiki, with the same build and the same secret. */
export const startGateway = (env: Record<string, string>): Promise<Server> =>
  startTelling([...GATEWAY_FLAGS, 'dist/serve.mjs'], {
    ...FEW_ARENAS,
    ...env,
    PORT: '0',
    LORELEAF_TRUSTED_PROXIES: '1',
  })

async function startTelling(flags: string[], env: Record<string, string>): Promise<Server> {
  const child = startNode(flags, {
    env: { ...process.env, ...IN_PRODUCTION, ...env },
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const end = toUndo(() => child.end(15))
  const first = await Promise.race([once(child.process, 'message'), child.ended])
  if (typeof first === 'number') throw new Error(`${flags.at(-1)} did not start`)
  return { address: `http://127.0.0.1:${first[0].port}`, pid: child.process.pid ?? 0, end }
}
