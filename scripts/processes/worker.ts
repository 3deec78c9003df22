import { setTimeout as sleep } from 'node:timers/promises'
import { closeClients } from '@/db/postgres/client'
import { outliveLostConnections } from '@/db/postgres/lost-connections'
import { isMadeReady } from '@/db/postgres/ready'
import { env } from '@/lib/env'
import { runWorker } from '@/lib/worker/run-worker'
import { command, PlainError } from '../plain-error'
import { say } from '../say'
import {
  forceShutdownRequested,
  installSignalHandlers,
  requestStop,
  stopRequest,
  stopRequested,
} from '../stop-request'

/**
 * Does what nobody waits for: mail, what is kept for a time only, standings that were put off. `scripts/processes/serve.ts` starts
 * it and lets go of it, or, where `LORELEAF_WORKER=separate`, whoever runs the wiki: it needs the same environment as
 * those who serve, and no port. Ends with 0 when asked to stop.
 */
command(async () => {
  installSignalHandlers()
  outliveLostConnections()
  process.once('disconnect', requestStop)
  forceShutdownRequested().then(() => process.exit(1))
  await Promise.race([madeReady(), stopRequested()])
  if (stopRequest.aborted) return
  const worker = await runWorker(env.workerUrl)
  if (!process.send) say('Doing jobs')
  await Promise.race([stopRequested(), worker.ended])
  await worker.stop()
  await closeClients()
  // What listens for the one that started it would keep it alive.
  if (process.connected) process.disconnect()
  if (!stopRequest.aborted) throw new PlainError('The worker could not go on.')
})

/** Only who makes the wiki ready changes the schema (`scripts/processes/prepare.ts`): a worker waits for it. */
async function madeReady(): Promise<void> {
  for (let tries = 0; !(await isMadeReady(env.databaseUrl)); tries += 1) {
    if (tries === 0) say('Waiting for the database to be made ready')
    await sleep(1_000)
  }
}
