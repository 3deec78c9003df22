import next from 'next'
import { closeClients } from '@/db/client'
import { env } from '@/lib/env'
import { startFrontDoor } from '@/lib/front-door/start'
import { keepHouseDaily } from '@/lib/housekeeping'
import { allDone } from '@/lib/later'
import { giveUp } from './plain-error'
import { prepareWiki } from './prepare-wiki'
import { say } from './say'
import { heedStopRequests, requestStop, stopInsisted, stopRequested } from './stop-request'

/** Opens the wiki; gives what closes it again, in order: what is under way is finished, and the database let go last. */
async function serve(): Promise<() => Promise<void>> {
  await prepareWiki({ isEmbedded: process.env.LORELEAF_EMBEDDED === '1' })
  const application = next({ dev: false, quiet: true })
  await application.prepare()
  const door = await startFrontDoor({
    port: env.port,
    origin: env.origin,
    secret: env.authSecret,
    databaseUrl: env.directUrl,
    trustedProxies: env.trustedProxies,
    metricsToken: env.metricsToken,
    handler: application.getRequestHandler(),
  })
  const leaveHouse = env.isWorkerSeparate ? () => {} : keepHouseDaily()
  announceReady(door.port)
  return async () => {
    leaveHouse()
    await door.close()
    await application.close()
    await allDone()
    await closeClients()
  }
}

/** Tells the process that started this one; without one, as in a container, whoever reads the log. */
function announceReady(port: number): void {
  if (process.send) process.send({ port })
  else say(`Loreleaf is ready: ${env.origin ?? `http://localhost:${port}`}`)
}

/** The process that serves: `scripts/start.ts` or a container starts it, and it ends when that one does. */
async function run(): Promise<void> {
  heedStopRequests()
  process.once('disconnect', requestStop)
  // While it is only starting there is nothing to let go of: what has begun in the database is undone by itself.
  let close = async () => {}
  stopRequested().then(async () => {
    await close()
    process.exit()
  })
  // Whoever asks twice does not want to wait.
  stopInsisted().then(() => process.exit(1))
  close = await serve()
}

run().catch(giveUp)
