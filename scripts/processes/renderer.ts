import { readFileSync } from 'node:fs'
import next from 'next'
import { closeClients } from '@/db/postgres/client'
import { soundActionsOnly } from '@/lib/gateway/renderers/action-requests'
import { builtOperations } from '@/lib/gateway/renderers/built-operations'
import { serveAsChild } from '@/lib/gateway/renderers/serve-as-child'
import { giveUp } from '../plain-error'

/** One of the processes that render: `scripts/processes/serve.ts` starts them, and each ends when that one lets go of it. */
const application = next({ dev: false, quiet: true })

serveAsChild({
  prepare: async () => {
    useSettingsOfBuild()
    await application.prepare()
    return soundActionsOnly(application.getRequestHandler(), builtOperations())
  },
  shutdown: async () => {
    await application.close()
    await closeClients()
  },
}).catch(giveUp)

/**
 * The framework's settings as the build wrote them down: to read `next.config.ts` it would load its compiler, 25 MB, and
 * keep it. The server that it makes itself for `output: 'standalone'` hands them over in the same way.
 */
function useSettingsOfBuild(): void {
  const { config } = JSON.parse(readFileSync('.next/required-server-files.json', 'utf8'))
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
}
