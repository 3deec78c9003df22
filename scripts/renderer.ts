import next from 'next'
import { closeClients } from '@/db/client'
import { serveAsChild } from '@/lib/front-door/renderers/serve-as-child'
import { allDone } from '@/lib/later'
import { giveUp } from './plain-error'

/** One of the processes that render: `scripts/serve.ts` starts them, and each ends when that one lets go of it. */
const application = next({ dev: false, quiet: true })

serveAsChild({
  prepare: async () => {
    await application.prepare()
    return application.getRequestHandler()
  },
  farewell: async () => {
    await application.close()
    await allDone()
    await closeClients()
  },
}).catch(giveUp)
