import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** After how long one that ended is started again, at first and at most, and after how long a life it counts as well, in milliseconds. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000
const WELL = 60_000

/** How long one that is let go of may take to give back its jobs. */
const FAREWELL = 12_000

/**
 * Keeps `program` running as a child that does jobs, as `scripts/processes/worker.ts` does, and starts it again when it ends, ever
 * later where it ends at once. Gives what ends it: it sees the line to it break, and ends in order.
 */
export function keepWorker(program: string, flags: string[]): () => Promise<void> {
  let isWanted = true
  let pause = FIRST_PAUSE
  let timer: NodeJS.Timeout | undefined
  let running: { child: ChildProcess; ended: Promise<void> } | undefined

  const kill = () => void running?.child.kill('SIGKILL')
  process.once('exit', kill)

  function start(): void {
    const since = performance.now()
    const child = fork(program, [], { execArgv: flags, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const ended = new Promise<void>((resolve) =>
      child.once('exit', () => resolve()).once('error', () => resolve()),
    )
    running = { child, ended }
    void ended.then(() => {
      running = undefined
      if (!isWanted) return
      pause = performance.now() - since > WELL ? FIRST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE)
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
    await Promise.race([ended, sleep(FAREWELL, undefined, { ref: false })])
    child.kill('SIGKILL')
    await ended
    process.removeListener('exit', kill)
  }
}
