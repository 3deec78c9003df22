import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import { env } from '@/lib/env'
import { languages } from '@/lib/env/languages'
import { fileStore } from '@/lib/file-store/file-store'
import { classify } from '@/lib/gateway/http/classify'
import type { OwnAddress, OwnRoute } from '@/lib/gateway/http/own-routes'
import { sendRefusal } from '@/lib/gateway/http/send'
import { noteAskedPath } from '@/lib/gateway/renderers/asked-path'
import { logError } from '@/lib/log'
import { browserParts } from '@/lib/routes/browser-file'
import { browserMessages } from './browser-messages'
import { openOwnRoutes } from './own-routes'
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

/** Nobody tells of changes here, so nothing is remembered. */
async function answerAlone(route: OwnRoute, req: IncomingMessage, res: ServerResponse, address: OwnAddress) {
  try {
    await route.answer(req, res, address, () => false)
  } catch (error) {
    logError(error, { path: address.target })
    if (res.headersSent) res.destroy()
    else sendRefusal(req, res, 503)
  }
}

/** The framework in development, without a gateway, and what that would answer itself: `scripts/dev.ts` starts it. */
async function serve(): Promise<void> {
  const server = createServer()
  const application = next({ dev: true, port: env.port, httpServer: server })
  await application.prepare()
  const handle = application.getRequestHandler()
  const { own } = openOwnRoutes(fileStore())
  server.on('request', (req, res) => {
    const asked = askedMessages(req.url)
    if (asked) return void sendMessages(res, asked)
    const address = classify(req.url ?? '')
    const route = address.kind === 'own' ? own.get(address.route) : undefined
    if (route && address.kind === 'own') return void answerAlone(route, req, res, address)
    noteAskedPath(req)
    void handle(req, res)
  })
  server.listen(env.port, () => say(`Loreleaf is ready to be worked on: http://localhost:${env.port}`))
}

serve().catch(giveUp)
