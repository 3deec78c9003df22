import { closeClients } from '@/db/postgres/client'
import { command } from '../plain-error'
import { prepareWiki } from '../prepare-wiki'
import { installSignalHandlers } from '../stop-request'

/**
 * Makes the wiki ready to be served: `scripts/processes/serve.ts` starts it and waits. A process of its own, since what only a
 * first start needs (the seed, every rule of writing, a dictionary of bad passwords) would stay with the gateway for good.
 * It ends when that one does, and not by a signal before: what has begun in the database is undone then.
 */
installSignalHandlers()
process.once('disconnect', () => process.exit(1))
command(async () => {
  await prepareWiki({ isEmbedded: process.env.LORELEAF_EMBEDDED === '1' })
  await closeClients()
})
