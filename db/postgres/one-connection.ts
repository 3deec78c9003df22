import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { connect } from './connect'

/** A client of one connection. What is sent on it together goes out in one write, and is answered in order. */
interface Line {
  database: PostgresJsDatabase<Record<string, never>>
  /** How many pieces of work use it now. */
  users: number
}

/** What one piece of work reads through; chosen when it first reads. */
interface Use {
  line: Line | null
}

export type Lines = ReturnType<typeof openLines>

/** Opens `count` clients of one connection each, for `overOneConnection`. They connect when they are first used. */
export function openLines(url: string, count: number) {
  const clients = Array.from({ length: count }, () => connect(url, { max: 1 }))
  const lines = clients.map(
    (client): Line => ({ database: drizzle(client, { casing: 'snake_case' }), users: 0 }),
  )
  return {
    /** The first of those that are used least, so that few connections hold the plans of all statements. */
    leastUsed: (): Line => lines.reduce((least, line) => (line.users < least.users ? line : least)),
    end: (seconds: number) => Promise.all(clients.map((client) => client.end({ timeout: seconds }))),
  }
}

// Like the clients: one for all module worlds of this process.
const shared = globalThis as typeof globalThis & { __loreleafLine?: AsyncLocalStorage<Use> }

/**
 * Runs `work` with all that `reads()` sends in it over one connection, unless it is read from a replica. The statements
 * of one page wait for each other anyway; spread over ten connections, each would wake another process of the database.
 */
export async function overOneConnection<T>(work: () => Promise<T>): Promise<T> {
  shared.__loreleafLine ??= new AsyncLocalStorage()
  const use: Use = { line: null }
  try {
    return await shared.__loreleafLine.run(use, work)
  } finally {
    if (use.line) use.line.users -= 1
  }
}

/** The client of the work that is under way; null outside of `overOneConnection`. */
export function lineOfWork(lines: Lines): Line['database'] | null {
  const use = shared.__loreleafLine?.getStore()
  if (!use) return null
  if (!use.line) {
    use.line = lines.leastUsed()
    use.line.users += 1
  }
  return use.line.database
}
