import { logError } from '@/lib/log'

// Next's bundle and the front door are two module worlds of one process: what one puts off, the other waits for.
const shared = globalThis as typeof globalThis & { __loreleafLater?: Set<Promise<void>> }

const underWay = () => {
  shared.__loreleafLater ??= new Set()
  return shared.__loreleafLater
}

/**
 * Does `work` after the answer under way, so that nobody waits for it, nor learns by waiting whether there was any. What
 * fails is logged, as `job`. It is lost when the process is killed; an orderly end waits for it (`allDone`).
 */
export function later(job: string, work: () => Promise<unknown>): void {
  const done = new Promise<void>((resolve) => setImmediate(resolve))
    .then(work)
    .catch((error) => logError(error, { job }))
    .then(() => void underWay().delete(done))
  underWay().add(done)
}

/** Waits until everything that was put off is done, at most `milliseconds`. */
export async function allDone(milliseconds = 10_000): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  const everything = async () => {
    while (underWay().size > 0) await Promise.all(underWay())
  }
  await Promise.race([everything(), enough])
  clearTimeout(timer)
}
