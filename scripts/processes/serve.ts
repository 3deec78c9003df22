import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { closeClients, primary } from '@/db/postgres/client'
import { outliveLostConnections } from '@/db/postgres/lost-connections'
import { env } from '@/lib/env'
import { fileStore } from '@/lib/file-store/file-store'
import { startGateway } from '@/lib/gateway/http/start'
import { startChildRenderer } from '@/lib/gateway/renderers/child-renderer'
import { readPlaces } from '@/lib/places/loaders'
import { keepWorker } from '@/lib/worker/keep-worker'
import { RENDERER_FLAGS, WORKER_FLAGS } from '../node-flags'
import { openOwnRoutes } from '../own-routes'
import { giveUp, PlainError } from '../plain-error'
import { say } from '../say'
import { forceShutdownRequested, installSignalHandlers, requestStop, stopRequested } from '../stop-request'

/** Programs that lie beside this one, bundled like it. */
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Opens the wiki; gives what closes it again, in order: what is under way is finished, and the database let go last. */
async function serve(): Promise<() => Promise<void>> {
  // Refuses a setting that is wrong before anything is changed.
  const store = fileStore()
  await madeReady()
  const { own, close } = openOwnRoutes(store)
  const gateway = await startGateway({
    port: env.port,
    origin: env.origin,
    secret: env.authSecret,
    databaseUrl: env.directUrl,
    trustedProxies: env.trustedProxies,
    metricsToken: env.metricsToken,
    own,
    loadPlaces: () => readPlaces(primary()),
    limits: { memory: env.pageMemory },
    renderers: {
      count: env.renderers,
      start: (socketPath) =>
        startChildRenderer(beside('renderer.mjs'), socketPath, {
          flags: RENDERER_FLAGS,
          niceness: env.rendererNiceness,
        }),
    },
  })
  const endWorker = env.isWorkerSeparate
    ? async () => {}
    : keepWorker(beside('worker.mjs'), WORKER_FLAGS, env.rendererNiceness)
  announceReady(gateway.port)
  return async () => {
    await Promise.all([gateway.close(), close(), endWorker()])
    await closeClients()
  }
}

async function madeReady(): Promise<void> {
  const [code] = await once(fork(beside('prepare.mjs'), { execArgv: [] }), 'exit')
  if (code !== 0) throw new PlainError('The wiki was not made ready: see above.')
}

/** Tells the process that started this one; without one, as in a container, whoever reads the log. */
function announceReady(port: number): void {
  if (process.send) process.send({ port })
  else say(`Loreleaf is ready: ${env.origin ?? `http://localhost:${port}`}`)
}

/** The process that serves: `scripts/start.ts` or a container starts it, and it ends when that one does. */
async function run(): Promise<void> {
  installSignalHandlers()
  outliveLostConnections()
  process.once('disconnect', requestStop)
  // While it is only starting there is nothing to let go of: what has begun in the database is undone by itself.
  let close = async () => {}
  stopRequested().then(async () => {
    await close()
    process.exit()
  })
  // Whoever asks twice does not want to wait.
  forceShutdownRequested().then(() => process.exit(1))
  close = await serve()
}

run().catch(giveUp)
