/** Something the person at the terminal can put right: its message is one sentence for them, and needs no stack. */
export class PlainError extends Error {}

/** Runs a command's work and ends the process; what it throws is printed, and makes the exit code 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work()
    process.exit()
  } catch (error) {
    process.stderr.write(`${error instanceof PlainError ? error.message : inWords(error)}\n`)
    process.exit(1)
  }
}

const inWords = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
