import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** A child process with its descendants. */
export interface Child {
  process: ChildProcess
  /** Its exit code; 1 when a signal ended it or it could not be started. */
  ended: Promise<number>
  /** Ends it and its descendants: first by a signal, by force after `seconds`. */
  end: (seconds: number) => Promise<void>
}

/**
 * Starts a Node script in a process group of its own, so that Ctrl-C reaches only this process, which ends the child in
 * order.
 */
export function startNode(flags: string[], options: SpawnOptions = {}): Child {
  const child = spawn(process.execPath, flags, { stdio: 'inherit', ...options, detached: true })
  let isRunning = true
  const ended = new Promise<number>((resolve) => {
    const over = (code: number | null) => {
      isRunning = false
      resolve(code ?? 1)
    }
    child.once('exit', over).once('error', () => over(1))
  })
  // For when this process ends without asking the child to end first.
  const atExit = () => signalGroup(child, 'SIGKILL')
  process.once('exit', atExit)
  ended.then(() => process.removeListener('exit', atExit))
  return {
    process: child,
    ended,
    end: async (seconds) => {
      if (isRunning) signalGroup(child, 'SIGTERM')
      await Promise.race([ended, sleep(seconds * 1000, undefined, { ref: false })])
      signalGroup(child, 'SIGKILL')
      await ended
    },
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // The whole group has ended.
  }
}
