import { dataFolder, ensureDataFolder } from './data-folder'
import { type Database, embeddedDatabase, isOutside, outsideDatabase, runningDatabase } from './database'
import { ensurePortIsFree } from './port'
import { isRunning, type RunLock, takeRunLock } from './run-lock'
import { installSignalHandlers } from './stop-request'

/** What a run of the wiki needs: an open database, and the data folder to itself. */
export interface Runtime {
  database: Database
  lock: RunLock | undefined
}

/**
 * Opens the database, runs `work` on it, and releases everything, whatever happens. With a `port`, throws a sentence
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

/** Runs `work` on the database of a wiki, whether the wiki is running or not. */
export async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  if (isOutside() || !isRunning(dataFolder())) return withWiki({}, ({ database }) => work(database))
  installSignalHandlers()
  await work(runningDatabase(dataFolder()))
}

/** A wiki on the embedded database needs the data folder; on an external one it leaves nothing there. */
async function takeData(): Promise<RunLock | undefined> {
  if (isOutside()) return undefined
  ensureDataFolder(dataFolder())
  return takeRunLock(dataFolder())
}
