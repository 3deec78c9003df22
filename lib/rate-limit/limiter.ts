/** Thrown when the maximum is running and waiting already, or when waiting took too long. */
export class TooBusyError extends Error {
  constructor() {
    super('too busy')
  }
}

export interface LimiterOptions {
  running: number
  waiting: number
  /** How long work may wait for its turn, in milliseconds. */
  queueTimeout: number
}

export type Limiter = ReturnType<typeof createLimiter>

/** Lets `running` pieces of work run at once and `waiting` wait in order, each for `queueTimeout`; refuses the rest. */
export function createLimiter(limits: LimiterOptions) {
  let running = 0
  const queue = new Set<() => void>()

  function turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer)
        queue.delete(enter)
        resolve()
      }
      const timer = setTimeout(() => {
        queue.delete(enter)
        reject(new TooBusyError())
      }, limits.queueTimeout)
      queue.add(enter)
    })
  }

  return {
    /** How many are running, and how many are waiting. */
    load: () => ({ running, waiting: queue.size }),

    /** Runs `work` when its turn comes. Throws `TooBusyError` when there is no place, or no turn in time. */
    async run<T>(work: () => Promise<T>): Promise<T> {
      if (running < limits.running) running += 1
      else if (queue.size < limits.waiting) await turn()
      else throw new TooBusyError()
      try {
        return await work()
      } finally {
        const [next] = queue
        if (next) next()
        else running -= 1
      }
    },
  }
}
