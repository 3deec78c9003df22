import { AsyncLocalStorage } from 'node:async_hooks'
import { isPosition } from './position'
import { openReplica, type Replica, type Visit } from './replica'

/** Where `reads()` reads while one request is answered; null for the primary. */
type ReadFrom = { database: Visit['database'] | null }

// Like the clients: one of each for all module worlds of this process.
const shared = globalThis as typeof globalThis & {
  __loreleafReplica?: { url: string; replica: Replica } | undefined
  __loreleafReadFrom?: AsyncLocalStorage<ReadFrom>
}

/** Whether there is a replica to read from. */
export const hasReplica = (): boolean => Boolean(process.env.DATABASE_REPLICA_URL)

function replica(): Replica | undefined {
  const url = process.env.DATABASE_REPLICA_URL
  if (!url) return undefined
  if (shared.__loreleafReplica?.url !== url) shared.__loreleafReplica = { url, replica: openReplica(url) }
  return shared.__loreleafReplica.replica
}

function readingFrom<T>(database: ReadFrom['database'], work: () => T): T {
  shared.__loreleafReadFrom ??= new AsyncLocalStorage()
  return shared.__loreleafReadFrom.run({ database }, work)
}

/** The replica's database while work is under way that reads from it; null for the primary, as outside of any such work. */
export const databaseToRead = (): ReadFrom['database'] =>
  shared.__loreleafReadFrom?.getStore()?.database ?? null

/**
 * Runs `work` with `reads()` answered by the replica when that has replayed the log up to `position`, and by the
 * primary when it has not, does not say so at once, or there is none; also when `position` is nothing that is a
 * position. `work` must only read: what fails on the replica, by throwing or by `isFailed`, or during which the replica
 * was lost, is done once more on the primary, and only that is given.
 */
export async function readingAtLeast<T>(
  position: string | undefined,
  work: () => Promise<T>,
  isFailed: (result: T) => boolean = () => false,
): Promise<T> {
  const asked = position !== undefined && isPosition(position) ? replica() : undefined
  const isThere = asked && position !== undefined && (await asked.hasReached(position))
  if (!isThere) return readingFrom(null, work)
  const visit = asked.visit()
  const tried = await readingFrom(visit.database, work).then(
    (result) => ({ result, isGood: !isFailed(result) }),
    () => ({ isGood: false }) as const,
  )
  return visit.end() && tried.isGood ? tried.result : readingFrom(null, work)
}

/** Lets go of the replica, waiting at most `seconds` for what is under way. */
export async function closeReplica(seconds: number): Promise<void> {
  const opened = shared.__loreleafReplica
  shared.__loreleafReplica = undefined
  await opened?.replica.close(seconds)
}
