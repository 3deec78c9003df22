import { env } from '@/lib/env'
import { NO_TELEMETRY } from '@/lib/framework/command'
import { startNode } from './child'
import { command } from './plain-error'
import { prepareWiki } from './prepare-wiki'
import { stopRequested } from './stop-request'
import { withWiki } from './wiki-run'

command(async () =>
  withWiki({ port: env.port }, async ({ database, lock }) => {
    Object.assign(process.env, database.env)
    await prepareWiki(database)
    const worker = startNode(['--import', 'tsx', 'scripts/processes/worker.ts'])
    const port = String(env.port)
    const next = startNode(['--import', 'tsx', 'scripts/dev-server.ts'], {
      env: { ...process.env, NODE_ENV: 'development', ...NO_TELEMETRY },
    })
    lock?.note({ address: `http://localhost:${port}` })
    try {
      await Promise.race([stopRequested(), next.ended, database.ended])
    } finally {
      await Promise.all([next.end(5), worker.end(10)])
    }
  }),
)
