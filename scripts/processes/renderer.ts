import next from 'next'
import { closeClients } from '@/db/postgres/client'
import { outliveLostConnections } from '@/db/postgres/lost-connections'
import { builtOperations, settingsOfBuild } from '@/lib/framework/build'
import { soundActionsOnly } from '@/lib/gateway/renderers/action-requests'
import { builtElements, withElementFiles } from '@/lib/gateway/renderers/element-files'
import { serveAsChild } from '@/lib/gateway/renderers/serve-as-child'
import { BUILT_ELEMENTS } from '@/lib/routes/elements-file'
import { giveUp } from '../plain-error'

/** One of the processes that render: `scripts/processes/serve.ts` starts them, and each ends when that one lets go of it. */
outliveLostConnections()
const application = next({ dev: false, quiet: true })

serveAsChild({
  prepare: async () => {
    Object.assign(process.env, settingsOfBuild())
    await application.prepare()
    const pages = soundActionsOnly(application.getRequestHandler(), builtOperations())
    return withElementFiles(pages, builtElements(BUILT_ELEMENTS))
  },
  shutdown: async () => {
    await application.close()
    await closeClients()
  },
}).catch(giveUp)
