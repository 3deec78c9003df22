import type { Handler } from './protocol'
import { startRenderServer } from './render-server'

/**
 * The work of a renderer's process: answers on the socket that its parent named until the parent closes the channel, then
 * shuts down and ends. Signals are ignored: a stop signals all processes of the wiki, and the parent still needs this one
 * to finish pending requests.
 */
export async function serveAsChild(work: {
  prepare: () => Promise<Handler>
  shutdown: () => Promise<void>
}): Promise<void> {
  let close = async () => {}
  process.once('disconnect', async () => {
    await close()
    process.exit()
  })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => {})
  const [socketPath] = process.argv.slice(2)
  if (!socketPath || !process.send) throw new Error('a renderer is started by the gateway')
  const server = await startRenderServer(socketPath, await work.prepare())
  close = async () => {
    await server.close()
    await work.shutdown()
  }
  process.on('message', () => process.send?.('here'))
  process.send('ready')
}
