import { closeClients } from './client'

/**
 * Keeps a process alive when the database is killed. The driver (postgres 3.4.9) may write to a connection that was lost
 * a moment before, outside of any promise, which would end the process; such a connection stays useless. What waited for
 * an answer has been refused by then, so new connections are made. Call it once, in each process that serves or works.
 */
export function outliveLostConnections(): void {
  process.on('uncaughtException', outliveIfLost)
}

/** Throws every other error again, which ends the process as if nobody had caught it. */
export function outliveIfLost(error: Error): void {
  if (!(error instanceof TypeError && /\bnextWrite\b.*\bpostgres\b/.test(error.stack ?? ''))) throw error
  closeClients(0).catch(() => {})
}
