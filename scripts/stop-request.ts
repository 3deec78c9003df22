import { commandOf, parentOf } from './process-identity'

const request = new AbortController()

/** Aborted once somebody asks this process to stop: Ctrl-C, a signal, or the end of the npm that started it. */
export const stopRequest = request.signal

/** From now on a request to stop ends nothing by itself: whoever calls this lets go of everything in order. */
export function heedStopRequests(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => request.abort())
  if (process.env.npm_lifecycle_event) followNpm()
}

/** A killed npm does not take along what it started. Between it and us there may be a shell that goes on waiting. */
function followNpm(): void {
  const shell = / -c /.test(commandOf(process.ppid)) ? process.ppid : undefined
  const starter = () => (shell === undefined ? process.ppid : process.ppid === shell && parentOf(shell))
  const npm = starter()
  const watch = setInterval(() => {
    if (starter() !== npm) request.abort()
  }, 250)
  watch.unref()
}

/** Resolves when a stop is asked for. */
export function stopRequested(): Promise<void> {
  if (stopRequest.aborted) return Promise.resolve()
  return new Promise((resolve) => stopRequest.addEventListener('abort', () => resolve(), { once: true }))
}
