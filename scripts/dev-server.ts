import { createServer } from 'node:http'
import next from 'next'
import { env } from '@/lib/env'
import { noteAskedPath } from '@/lib/front-door/renderers/asked-path'
import { giveUp } from './plain-error'
import { say } from './say'

/** The framework while one works on it, without a front door: `scripts/dev.ts` starts it. */
async function serve(): Promise<void> {
  const server = createServer()
  const application = next({ dev: true, port: env.port, httpServer: server })
  await application.prepare()
  const handle = application.getRequestHandler()
  server.on('request', (req, res) => {
    noteAskedPath(req)
    void handle(req, res)
  })
  server.listen(env.port, () => say(`Loreleaf is ready to be worked on: http://localhost:${env.port}`))
}

serve().catch(giveUp)
