import { commandOf, parentOf } from './process-identity'

const request = new AbortController()
const forced = new AbortController()

/** One Ctrl-C can arrive more than once, from the terminal and from npm; so long after the first it is a second one. */
const SAME_REQUEST = 1_000
let requestedAt = 0

/** Aborted once somebody asks this process to stop: Ctrl-C, a signal, or the end of the npm that started it. */
export const stopRequest = request.signal

/** Handles SIGINT, SIGTERM and SIGHUP: from now on a signal ends nothing by itself; whoever calls this stops in order. */
export function installSignalHandlers(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, requestStop)
  if (process.env.npm_lifecycle_event) followNpm()
}

/** Asks this process to stop; asked again a second later, to do so at once. */
export function requestStop(): void {
  if (!request.signal.aborted) requestedAt = performance.now()
  else if (performance.now() - requestedAt > SAME_REQUEST) forced.abort()
  request.abort()
}

/** A killed npm does not take along what it started. Between it and us there may be a shell that goes on waiting. */
function followNpm(): void {
  const shell = / -c /.test(commandOf(process.ppid)) ? process.ppid : undefined
  const starter = () => (shell === undefined ? process.ppid : process.ppid === shell && parentOf(shell))
  const npm = starter()
  const watch = setInterval(() => {
    if (starter() === npm) return
    clearInterval(watch)
    requestStop()
  }, 250)
  watch.unref()
}

/** Resolves when a stop is asked for. */
export const stopRequested = (): Promise<void> => aborted(request.signal)

/** Resolves when a stop is asked for a second time: then at once. */
export const forceShutdownRequested = (): Promise<void> => aborted(forced.signal)

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
