import { setTimeout as sleep } from 'node:timers/promises'
import { COMMAND, IN_PRODUCTION } from '@/lib/framework/command'
import { ASKED_PATH } from '@/lib/gateway/renderers/asked-path'
import { startNode } from '@/scripts/child'
import { freePort } from '@/scripts/postgres/cluster'
import { ask, GZIP } from '../answer'
import { toUndo } from '../leftovers'
import type { Server } from './server'

/** Headers of a request for `path` to Next alone: the path too, which our renderers add themselves. */
export const askingFor = (path: string) => ({ ...GZIP, [ASKED_PATH]: path })

/** Starts the framework's own server (`next start`) on a build; `folder` is that of its application. */
export async function startNextAlone(env: Record<string, string> = {}, folder = '.'): Promise<Server> {
  const port = String(await freePort())
  const flags = [COMMAND, 'start', folder, '--port', port, '--hostname', '127.0.0.1']
  const child = startNode(flags, {
    env: { ...process.env, ...env, ...IN_PRODUCTION },
    stdio: ['ignore', 2, 2],
  })
  const end = toUndo(() => child.end(5))
  const address = `http://127.0.0.1:${port}`
  const hasEnded = child.ended.then(() => true)
  while (!(await answers(address))) {
    if (await Promise.race([hasEnded, sleep(100, false)])) throw new Error('Next alone did not start')
  }
  return { address, pid: child.process.pid ?? 0, end }
}

const answers = (address: string) =>
  ask(`${address}/nothing`).then(
    () => true,
    () => false,
  )
