import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandOf } from '../process-identity'

/** What PostgreSQL writes about itself into its data directory (src/include/utils/pidfile.h). */
interface Postmaster {
  pid: number
  port: number
  isReady: boolean
}

/** Reads `postmaster.pid`; nothing when no server was started or it ended in order. */
export function postmasterOf(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0
      ? { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
      : undefined
  } catch {
    return undefined
  }
}

/** Stops a server whose starter was killed (`kill -9`), and removes the pid file of one that is gone. */
export async function clearLeftover(data: string): Promise<void> {
  const left = postmasterOf(data)
  if (!left) return
  if (isServerOf(left.pid, data)) await endServer(left.pid, () => isServerOf(left.pid, data))
  rmSync(join(data, 'postmaster.pid'), { force: true })
}

const isServerOf = (pid: number, data: string) => commandOf(pid).includes(` -D ${data} `)

/** Ends a server: first a fast shutdown, which rolls back transactions but loses nothing; then by force. */
export async function endServer(pid: number, isRunning: () => boolean): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    if (!isRunning()) return
    process.kill(pid, signal)
    for (let waited = 0; waited < seconds * 1000 && isRunning(); waited += 20) await sleep(20)
  }
}
