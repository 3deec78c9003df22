import { createServer } from 'node:http'
import next from 'next'
import { closeClients } from '@/db/client'
import { env } from '@/lib/env'
import { giveUp } from './plain-error'
import { prepareWiki } from './prepare-wiki'

/** The process that serves: `scripts/start.ts` starts it, and it ends when that one does. */
async function serve(): Promise<void> {
  await prepareWiki({ isEmbedded: process.env.LORELEAF_EMBEDDED === '1' })
  const application = next({ dev: false, quiet: true })
  await application.prepare()
  const handle = application.getRequestHandler()
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => server.listen(env.port, resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env.port

  let isClosing = false
  const close = async () => {
    if (isClosing) return
    isClosing = true
    server.close()
    server.closeAllConnections()
    await application.close()
    await closeClients()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, close)
  process.on('disconnect', close)
  process.send?.({ port })
}

serve().catch(giveUp)
