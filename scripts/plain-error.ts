import { NotEmptyError } from '@/db/backup/empty-database'
import { NoWikiError } from '@/db/backup/snapshot'
import { NewerSchemaError } from '@/db/postgres/migrations'
import { SettingError } from '@/lib/env'
import { stackInSources } from '@/lib/frame-in-sources'
import { BackupError } from '@/lib/transfer/backup/backup-error'

/** An error that the user can fix: its message is one sentence for them, and needs no stack. */
export class PlainError extends Error {}

/** Errors whose message is such a sentence already. */
const PLAIN = [PlainError, SettingError, BackupError, NotEmptyError, NoWikiError, NewerSchemaError]

/** Runs a command and ends the process; an error is printed, and makes the exit code 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work()
    process.exit()
  } catch (error) {
    giveUp(error)
  }
}

/** Prints an error, as one sentence where possible, and ends the process with 1. */
export function giveUp(error: unknown): never {
  process.stderr.write(`${inWords(error)}\n`)
  process.exit(1)
}

function inWords(error: unknown): string {
  if (PLAIN.some((kind) => error instanceof kind)) return (error as Error).message
  return error instanceof Error ? stackInSources(error) : String(error)
}
