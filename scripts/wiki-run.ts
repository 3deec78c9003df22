import { dataFolder, ensureDataFolder } from './data-folder'
import { type Database, embeddedDatabase, isOutside, outsideDatabase, runningDatabase } from './database'
import { ensurePortIsFree } from './port'
import { isRunning, type RunLock, takeRunLock } from './run-lock'
import { installSignalHandlers } from './stop-request'

/** What a run of the wiki stands on: an open database, and the data folder to itself. */
export interface Runtime {
  database: Database
  lock: RunLock | undefined
}

/**
 * Opens the database, does `work` on it, and lets go of everything, whatever happens. With a `port`, throws a sentence
 * before anything is started when that is taken.
 */
export async function withWiki(
  { port }: { port?: number },
  work: (runtime: Runtime) => Promise<void>,
): Promise<void> {
  installSignalHandlers()
  const lock = await takeData()
  try {
    if (port) await ensurePortIsFree(port)
    const database = await (isOutside() ? outsideDatabase() : embeddedDatabase(dataFolder()))
    try {
      await work({ database, lock })
    } finally {
      lock?.note({ isStopping: true })
      await database.stop()
    }
  } finally {
    lock?.release()
  }
}

/** Does `work` on the database of a wiki, whether that runs just now or not. */
export async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  if (isOutside() || !isRunning(dataFolder())) return withWiki({}, ({ database }) => work(database))
  installSignalHandlers()
  await work(runningDatabase(dataFolder()))
}

/** A wiki on a database of its own needs the data folder; on somebody else's it leaves nothing there. */
async function takeData(): Promise<RunLock | undefined> {
  if (isOutside()) return undefined
  ensureDataFolder(dataFolder())
  return takeRunLock(dataFolder())
}
