import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { giveWay } from '@/lib/gateway/renderers/give-way'

/** The first and the longest pause before a worker that ended is restarted, in milliseconds. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000
/** A worker that ran for longer than this, in milliseconds, has started properly: the next pause is the first one. */
const stableAfterMs = 60_000

/** How long a stopped worker may take to return its jobs, in milliseconds; then it is killed. */
const shutdownMs = 12_000

/**
 * Keeps `program` running as a child process that does jobs, as `scripts/processes/worker.ts` does, and restarts it
 * when it ends, with growing pauses where it ends at once. `niceness` is its nice value: nobody waits for a job, so who
 * reads goes first. Gives the function that ends it: the child sees its channel close, and ends in order.
 */
export function keepWorker(program: string, flags: string[], niceness = 0): () => Promise<void> {
  let isWanted = true
  let pause = FIRST_PAUSE
  let timer: NodeJS.Timeout | undefined
  let running: { child: ChildProcess; ended: Promise<void> } | undefined

  const kill = () => void running?.child.kill('SIGKILL')
  process.once('exit', kill)

  function start(): void {
    const since = performance.now()
    const child = fork(program, [], { execArgv: flags, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    giveWay(child.pid, niceness)
    const ended = new Promise<void>((resolve) =>
      child.once('exit', () => resolve()).once('error', () => resolve()),
    )
    running = { child, ended }
    void ended.then(() => {
      running = undefined
      if (!isWanted) return
      pause = performance.now() - since > stableAfterMs ? FIRST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE)
      timer = setTimeout(start, pause)
    })
  }

  start()
  return async () => {
    isWanted = false
    clearTimeout(timer)
    if (!running) return
    const { child, ended } = running
    if (child.connected) child.disconnect()
    await Promise.race([ended, sleep(shutdownMs, undefined, { ref: false })])
    child.kill('SIGKILL')
    await ended
    process.removeListener('exit', kill)
  }
}
