import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { connect } from './connect'
import { type Lines, lineOfWork, openLines } from './one-connection'
import { plannedOnce } from './planned-once'
import { closeReplica, databaseToRead } from './replica/reading-at-least'

/**
 * Three clients of the database, told apart by type. Plain statements and transactions never share a client: queued
 * together on one, transactions fail and acknowledged writes vanish (`db/postgres/client.test.ts` replays it).
 */
type Database = PostgresJsDatabase<Record<string, never>>
declare const kind: unique symbol

/** Plain statements that may be answered by a replica. */
export type Reads = Omit<Database, 'transaction'> & { readonly [kind]: 'reads' }
/** Plain single statements that must be current: sessions, rate limits. */
export type Primary = Omit<Database, 'transaction'> & { readonly [kind]: 'primary' }
/** Inside a transaction: the only place where decisions are made. */
export type Tx = Omit<Database, 'transaction'> & { readonly [kind]: 'transaction' }
/** A query that any of the three may run. */
export type Queryable = Reads | Primary | Tx

/** Ten connections for plain statements: half of them for pages, each of which is read over one. */
const PLAIN = 5

interface Clients {
  url: string
  plain: Database
  lines: Lines
  transactional: Database
  end: (seconds: number) => Promise<unknown>
}

// Next's bundle and the gateway load separate copies of this module in one process; development reloads modules. All of
// them share these.
const shared = globalThis as typeof globalThis & { __loreleafClients?: Clients | undefined }

function clients(): Clients {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set')
  if (shared.__loreleafClients?.url !== url) shared.__loreleafClients = open(url)
  return shared.__loreleafClients
}

function open(url: string): Clients {
  const [plain, transactional] = [connect(url, { max: PLAIN }), plannedOnce(connect(url))]
  const lines = openLines(url, PLAIN)
  return {
    url,
    plain: drizzle(plain, { casing: 'snake_case' }),
    lines,
    transactional: drizzle(transactional, { casing: 'snake_case' }),
    end: (seconds) =>
      Promise.all([
        plain.end({ timeout: seconds }),
        lines.end(seconds),
        transactional.end({ timeout: seconds }),
      ]),
  }
}

/**
 * For plain reading statements: from the replica where the current request may use it (`readingAtLeast`), else from the
 * primary, those of one page over one connection (`overOneConnection`). Throws when `DATABASE_URL` is not set.
 */
export function reads(): Reads {
  return (databaseToRead() ?? lineOfWork(clients().lines) ?? clients().plain) as unknown as Reads
}

/** For plain single statements that must see the latest commit. Throws when `DATABASE_URL` is not set. */
export function primary(): Primary {
  return clients().plain as unknown as Primary
}

type Step = () => Promise<unknown>
const lastSteps = new WeakMap<Tx, Step[]>()
const sentWithCommit = new WeakMap<Tx, Step[]>()

/** Runs `work` in a transaction of a client that runs nothing else; commits what it returns, rolls back if it throws. */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  let last: Promise<unknown> | undefined
  const result = await clients().transactional.transaction(async (inner) => {
    const tx = inner as unknown as Tx
    const result = await work(tx)
    for (const step of lastSteps.get(tx) ?? []) await step()
    last = Promise.all((sentWithCommit.get(tx) ?? []).map((step) => step()))
    last.catch(() => {})
    return result
  })
  // Where one of these failed, PostgreSQL answers the commit with a rollback, and reports no error.
  await last
  return result
}

/** Runs `step` after the work of a transaction, before it commits: for what must not hold a lock earlier. */
export function beforeCommit(tx: Tx, step: Step): void {
  lastSteps.set(tx, [...(lastSteps.get(tx) ?? []), step])
}

/**
 * Sends the statement of `step` together with the commit, without waiting for its answer; where it fails, so does the
 * transaction. It must be sent when it is called, as `prepared` ones are, and be the only one of its step.
 */
export function withCommit(tx: Tx, step: Step): void {
  sentWithCommit.set(tx, [...(sentWithCommit.get(tx) ?? []), step])
}

/** Closes every client, waiting at most `seconds` for running queries. */
export async function closeClients(seconds = 5): Promise<void> {
  const opened = shared.__loreleafClients
  shared.__loreleafClients = undefined
  await Promise.all([opened?.end(seconds), closeReplica(seconds)])
}
