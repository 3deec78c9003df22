import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { giveWay } from './give-way'
import type { Renderer } from './protocol'

export interface ChildOptions {
  /** Flags for Node. */
  flags?: string[]
  /** Its nice value: the gateway answers thousands of requests in the time of one render, so it goes first. */
  niceness?: number
  /** How often a child is pinged, and how long it may leave that unanswered, in milliseconds. */
  pingInterval?: number
  answerTimeout?: number
}

/** How long a child may take to start, in milliseconds. */
const startTimeoutMs = 60_000

/**
 * Starts `program` as a child that renders on `socketPath`, as `serveAsChild` does. Throws when it ends before it is
 * ready. A child whose event loop is blocked is killed, since its requests would never be answered.
 */
export async function startChildRenderer(
  program: string,
  socketPath: string,
  { flags = [], niceness = 0, pingInterval = 2_000, answerTimeout = 20_000 }: ChildOptions = {},
): Promise<Renderer> {
  const child = fork(program, [socketPath], {
    execArgv: flags,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  giveWay(child.pid, niceness)
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => resolve()).once('error', () => resolve()),
  )
  // A child whose parent is killed sees its channel close; this is for a child that is blocked.
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  ended.then(() => process.removeListener('exit', kill))

  const waiting = new AbortController()
  const isReady = await Promise.race([
    once(child, 'message', { signal: waiting.signal }).then(
      () => true,
      () => false,
    ),
    ended.then(() => false),
    sleep(startTimeoutMs, false, { ref: false }),
  ])
  waiting.abort()
  if (!isReady) {
    kill()
    throw new Error('a renderer did not start')
  }

  let lastAnswerAt = performance.now()
  child.on('message', () => {
    lastAnswerAt = performance.now()
  })
  const pinging = setInterval(() => {
    if (performance.now() - lastAnswerAt > answerTimeout) kill()
    else if (child.connected) child.send('are you there', () => {})
  }, pingInterval)
  ended.then(() => clearInterval(pinging))

  return {
    socketPath,
    ended,
    async end(milliseconds) {
      if (child.connected) child.disconnect()
      await Promise.race([ended, sleep(milliseconds, undefined, { ref: false })])
      kill()
      await ended
    },
  }
}
