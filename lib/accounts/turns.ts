/** Makes a runner that lets at most `most` pieces of work run at once; the others wait in order. */
export function takeTurns(most: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= most) await new Promise<void>((start) => waiting.push(start))
    else running++
    try {
      return await work()
    } finally {
      // Passes the slot to the next in line, or frees it.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
