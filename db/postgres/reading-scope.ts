import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'

/** Where `reads()` reads while one request is answered; null for the primary. */
type ReadFrom = { database: PostgresJsDatabase<Record<string, never>> | null }

// Next's bundle and whoever calls it are two module worlds of one process; this is the bridge between them.
const shared = globalThis as typeof globalThis & { __loreleafReadFrom?: AsyncLocalStorage<ReadFrom> }

function current(): AsyncLocalStorage<ReadFrom> {
  shared.__loreleafReadFrom ??= new AsyncLocalStorage()
  return shared.__loreleafReadFrom
}

/** Runs `work` with everything inside it reading from `database`; from the primary when that is null. */
export function readingFrom<T>(database: ReadFrom['database'], work: () => T): T {
  return current().run({ database }, work)
}

/** The database that the work under way was told to read from; null for the primary, as outside of any such work. */
export const databaseToRead = (): ReadFrom['database'] => current().getStore()?.database ?? null
