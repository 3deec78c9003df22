const request = new AbortController()

/** Aborted once somebody asks this process to stop: Ctrl-C, a signal, or the end of the npm that started it. */
export const stopRequest = request.signal

/** From now on a request to stop ends nothing by itself: whoever calls this lets go of everything in order. */
export function heedStopRequests(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => request.abort())
  if (process.env.npm_lifecycle_event) followParent()
}

/** A killed npm does not take its children along: they notice that they have been adopted. */
function followParent(): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid !== parent) request.abort()
  }, 250)
  watch.unref()
}

/** Resolves when a stop is asked for. */
export function stopRequested(): Promise<void> {
  if (stopRequest.aborted) return Promise.resolve()
  return new Promise((resolve) => stopRequest.addEventListener('abort', () => resolve(), { once: true }))
}
