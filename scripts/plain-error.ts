import { SettingError } from '@/lib/env'

/** Something the person at the terminal can put right: its message is one sentence for them, and needs no stack. */
export class PlainError extends Error {}

/** Runs a command's work and ends the process; what it throws is printed, and makes the exit code 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work()
    process.exit()
  } catch (error) {
    giveUp(error)
  }
}

/** Prints what went wrong, as one sentence where there is one, and ends the process with 1. */
export function giveUp(error: unknown): never {
  process.stderr.write(`${inWords(error)}\n`)
  process.exit(1)
}

function inWords(error: unknown): string {
  if (error instanceof PlainError || error instanceof SettingError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
