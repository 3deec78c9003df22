import next from 'next'
import { closeClients } from '@/db/client'
import { env } from '@/lib/env'
import { startFrontDoor } from '@/lib/front-door/start'
import { keepHouseDaily } from '@/lib/housekeeping'
import { allDone } from '@/lib/later'
import { giveUp } from './plain-error'
import { prepareWiki } from './prepare-wiki'

/** The process that serves: `scripts/start.ts` starts it, and it ends when that one does. */
async function serve(): Promise<void> {
  await prepareWiki({ isEmbedded: process.env.LORELEAF_EMBEDDED === '1' })
  const application = next({ dev: false, quiet: true })
  await application.prepare()
  const door = await startFrontDoor({
    port: env.port,
    origin: env.origin,
    secret: env.authSecret,
    databaseUrl: env.databaseUrl,
    trustedProxies: env.trustedProxies,
    handler: application.getRequestHandler(),
  })

  const leaveHouse = keepHouseDaily()

  let isClosing = false
  const close = async () => {
    if (isClosing) return
    isClosing = true
    leaveHouse()
    await door.close()
    await application.close()
    await allDone()
    await closeClients()
    process.exit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, close)
  process.send?.({ port: door.port })
}

serve().catch(giveUp)
