import { once } from 'node:events'
import { startNode } from '@/scripts/child'
import { toUndo } from '../leftovers'

/** A process that serves, until it is ended. */
export interface Server {
  address: string
  pid: number
  end: () => Promise<void>
}

/** Starts a TypeScript file that serves and tells its port to whoever started it. Throws when it ends before that. */
export async function startServer(
  script: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<Server> {
  const child = startNode(['--import', 'tsx', script, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const end = toUndo(() => child.end(5))
  const told = await Promise.race([once(child.process, 'message'), child.ended])
  if (typeof told === 'number') throw new Error(`${script} did not start`)
  return { address: `http://127.0.0.1:${told[0].port}`, pid: child.process.pid ?? 0, end }
}
