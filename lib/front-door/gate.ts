/** Thrown when as many as may are running and waiting already, or when waiting took too long. */
export class TooBusyError extends Error {
  constructor() {
    super('too busy')
  }
}

/** Lets at most `running` run at once and `waiting` wait their turn, in order; the next is refused. */
export function createGate(limits: { running: number; waiting: number }) {
  let running = 0
  const queue: (() => void)[] = []

  return {
    /** Runs `work` when its turn comes. Throws `TooBusyError` when the queue is full. */
    async run<T>(work: () => Promise<T>): Promise<T> {
      if (running < limits.running) running += 1
      else if (queue.length < limits.waiting) await new Promise<void>((turn) => queue.push(turn))
      else throw new TooBusyError()
      try {
        return await work()
      } finally {
        const next = queue.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}

export type Gate = ReturnType<typeof createGate>
