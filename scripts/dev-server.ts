import { createServer, type ServerResponse } from 'node:http'
import next from 'next'
import { env } from '@/lib/env'
import { languages } from '@/lib/env/languages'
import { noteAskedPath } from '@/lib/gateway/renderers/asked-path'
import { browserParts } from '@/lib/routes/browser-file'
import { browserMessages } from './browser-messages'
import { giveUp } from './plain-error'
import { say } from './say'

type Asked = Parameters<typeof browserMessages>

/** The file of texts that an address (`/messages/en-whole.js`) names. */
function askedMessages(address = ''): Asked | null {
  for (const language of languages)
    for (const part of browserParts)
      if (address === `/messages/${language}-${part}.js`) return [language, part]
  return null
}

async function sendMessages(res: ServerResponse, asked: Asked): Promise<void> {
  res.setHeader('content-type', 'text/javascript; charset=utf-8')
  res.end(await browserMessages(...asked))
}

/** The framework in development, without a gateway: `scripts/dev.ts` starts it. */
async function serve(): Promise<void> {
  const server = createServer()
  const application = next({ dev: true, port: env.port, httpServer: server })
  await application.prepare()
  const handle = application.getRequestHandler()
  server.on('request', (req, res) => {
    const asked = askedMessages(req.url)
    if (asked) return void sendMessages(res, asked)
    noteAskedPath(req)
    void handle(req, res)
  })
  server.listen(env.port, () => say(`Loreleaf is ready to be worked on: http://localhost:${env.port}`))
}

serve().catch(giveUp)
